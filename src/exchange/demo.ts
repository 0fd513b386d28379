import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { eq } from 'drizzle-orm';
import { foldAll } from '../derived/summaries/folder.ts';
import type { Engine } from '../platform/engine/tables.ts';
import { linesOf } from './lines.ts';
import { type ImportDeps, importRecords } from './record-import.ts';
import { bytesOf } from './task.ts';

const SEEDS = new URL('../../seeds/', import.meta.url);

/** Loads the demo record into a database that holds no record yet; gives how many statements it has then, or null. */
export async function loadDemo(deps: ImportDeps & { engine: Engine }): Promise<number | null> {
  if (!(await isEmpty(deps.engine))) return null;
  const files = readdirSync(SEEDS).filter((name) => name.endsWith('.ndjson'));
  for (const name of files.sort((a, b) => (a === 'lachin.ndjson' ? -1 : b === 'lachin.ndjson' ? 1 : a < b ? -1 : 1))) {
    const by = { actor: 'demo', comment: `seeds/${name}` };
    const { errors } = await importRecords(deps, linesOf(bytesOf(fileURLToPath(new URL(name, SEEDS)))), by, () => {});
    if (errors[0]) throw new Error(`The demo cannot be loaded: ${name}:${errors[0].line}: ${errors[0].detail}`);
  }
  await foldAll(deps.engine);
  const rows = await deps.engine.read.query('ids of statements', ({ db, t }) =>
    db.select({ id: t.statements.id }).from(t.statements),
  );
  return rows.length;
}

/** Whether the record has the demo in it. */
export async function hasDemo({ read }: Pick<Engine, 'read'>): Promise<boolean> {
  const rows = await read.query('a line of the demo', ({ db, t }) =>
    db.select({ seq: t.changes.seq }).from(t.changes).where(eq(t.changes.actor, 'demo')).limit(1),
  );
  return rows.length > 0;
}

async function isEmpty({ read }: Engine): Promise<boolean> {
  const sides = await read.query('any side', ({ db, t }) => db.select({ id: t.sides.id }).from(t.sides).limit(1));
  const changes = await read.query('any change', ({ db, t }) =>
    db.select({ seq: t.changes.seq }).from(t.changes).limit(1),
  );
  return sides.length === 0 && changes.length === 0;
}
