import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { cursorSecret } from '../access/store.ts';
import { comparer } from '../analysis/comparer.ts';
import { Cursors } from '../platform/cursor.ts';
import type { Engine } from '../platform/engine/tables.ts';
import { quoteChecker } from '../text/quotes/checker.ts';
import { assistantServer } from './server.ts';
import { addressesAt } from './sources.ts';

/** Serves until stdin ends. Whoever may open the database may read its texts; drafts are told to no assistant. */
export async function serveAssistant(engine: Engine, publicUrl: string | null): Promise<void> {
  const [checker, comparisons] = [quoteChecker(), comparer(engine, new URL('../worker.ts', import.meta.url))];
  const cursors = new Cursors(await cursorSecret(engine));
  const means = { engine, checker, comparer: comparisons, cursors, addressOf: addressesAt(publicUrl), seesTexts: true };
  const ended = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve).once('close', resolve);
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
  const serving = serveStdio(() => assistantServer(means));
  try {
    await ended;
  } finally {
    await serving.close();
    await checker.close();
    await comparisons.close();
  }
}
