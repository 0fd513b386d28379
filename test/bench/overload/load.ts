import { connectionsTo, type Outcome } from './connections.ts';
import { type Asked, requestsOf, type Sort } from './mix.ts';

/** What a process that asks is told: so many requests a second, whether or not those before are answered. */
export type Load = { url: string; size: number; rate: number; ms: number; seed: number; firstWrite: number };
/** What became of one request; times from when it was due, whenever it could be sent. */
export type Result = { sort: Sort; dueMs: number; tookMs: number; kind: 'answered' | 'refused' | 'wrong' };
export type Loaded = {
  results: Result[];
  /** What was acknowledged: the statement's id, and the note by which it is known. */
  acknowledged: [id: string, note: string][];
  /** What came that was neither an answer nor a refusal that says when to come again, and how often. */
  wrong: Record<string, number>;
  connectionsMax: number;
  /** How late this process was with sending, at worst. */
  lateMs: number;
  lastWrite: number;
};

const CONNECTIONS_MAX = 4_000;

/** Open loop: what is due is sent however much is waited for, so that no answer that is late keeps others from being asked. */
async function load({ url, size, rate, ms, seed, firstWrite }: Load): Promise<Loaded> {
  const connections = connectionsTo(url, CONNECTIONS_MAX);
  const next = requestsOf(size, seed, firstWrite);
  const loaded: Loaded = { results: [], acknowledged: [], wrong: {}, connectionsMax: 0, lateMs: 0, lastWrite: 0 };
  const under: Promise<void>[] = [];
  const began = performance.now();
  const due = Math.floor((rate * ms) / 1_000);
  loaded.lastWrite = firstWrite;
  await new Promise<void>((sent) => {
    const sending = setInterval(() => {
      const passed = performance.now() - began;
      for (; under.length < due && (under.length * 1_000) / rate <= passed; ) {
        const dueMs = (under.length * 1_000) / rate;
        loaded.lateMs = Math.max(loaded.lateMs, passed - dueMs);
        const asked = next();
        if (asked.sort === 'write') loaded.lastWrite += 1;
        under.push(connections.send(asked).then((outcome) => note(asked, outcome, dueMs)));
      }
      loaded.connectionsMax = Math.max(loaded.connectionsMax, connections.open);
      if (under.length < due) return;
      clearInterval(sending);
      sent();
    }, 1);
  });
  await Promise.all(under);
  connections.close();
  return loaded;

  function note(asked: Asked, outcome: Outcome, dueMs: number): void {
    const tookMs = performance.now() - began - dueMs;
    const kind = kindOf(outcome);
    loaded.results.push({ sort: asked.sort, dueMs, tookMs, kind });
    if (kind === 'wrong') {
      const words = `${asked.sort}: ${outcome.status} ${outcome.body.slice(0, 200)}`;
      loaded.wrong[words] = (loaded.wrong[words] ?? 0) + 1;
    }
    if (outcome.status !== 201) return;
    const { id, note } = JSON.parse(outcome.body) as { id: string; note: string };
    loaded.acknowledged.push([id, note]);
  }
}

export function kindOf({ status, retryAfter }: Outcome): Result['kind'] {
  if (status === 200 || status === 201) return 'answered';
  return status === 503 && retryAfter !== null && retryAfter > 0 ? 'refused' : 'wrong';
}

process.on('message', async (told: Load) => {
  process.send?.(await load(told));
});
