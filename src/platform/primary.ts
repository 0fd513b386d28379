import cluster, { type Worker } from 'node:cluster';
import { setTimeout as pause } from 'node:timers/promises';
import { AggregatorRegistry } from 'prom-client';
import { freePort } from './http/listening.ts';
import { type Answer, type FromPrimary, LEADS, type Question, REPLACES, type ToPrimary } from './peers.ts';
import { ProcessesEnd } from './processes-end.ts';
import { requestCounts } from './request-counts.ts';
import { turnsInOrder } from './turns-in-order.ts';

/** A process that lives no longer than this ended at once. */
const SHORT_LIFE_MS = 5_000;
/** How many may end at once, one after the other, before the service does. */
const SHORT_LIVES_MAX = 5;
const PAUSE_MS = 100;

export type Processes = {
  /** The address, once all of them listen. */
  readonly address: string;
  /** Resolves once all have ended, with what the service is to end with: 0 where all did as they were told. */
  readonly ended: Promise<number>;
  /** Tells all to finish what runs and to end; those that have not in time are killed. */
  stop(withinMs: number): void;
  /** Kills all at once. */
  kill(): void;
};

/**
 * Serves with so many processes over one port: this one accepts connections and hands them on in turn, gives turns to
 * write, counts requests, and starts a process anew that is lost. It answers no request itself.
 *
 * Fails with `ProcessesEnd` when one of them cannot start, which has said why then.
 */
export async function startProcesses(
  count: number,
  { host, port, warn }: { host: string; port: number; warn(line: string): void },
): Promise<Processes> {
  const turns = turnsInOrder();
  const requests = requestCounts();
  const metrics = new AggregatorRegistry();
  const alive = new Map<Worker, { isLead: boolean; begun: number }>();
  const ended = Promise.withResolvers<number>();
  // The same for all, also for those that are started once all others are lost.
  const PORT = String(port === 0 ? await freePort(host) : port);
  /** Up to where in the log of PostgreSQL any of them has acknowledged writes. */
  let acknowledged = 0;
  let [isStarted, isStopping, exitCode, shortLives] = [false, false, 0, 0];

  async function answer(worker: Worker, question: Question): Promise<Answer> {
    if (question.what === 'requests') return { requests: requests.count(question.of, question.windowMs) };
    if (question.what === 'acknowledged') {
      acknowledged = Math.max(acknowledged, question.position);
      return { acknowledged };
    }
    if (question.what === 'metrics') return { metrics: await metrics.clusterMetrics().catch(() => null) };
    await turns.take(worker.id);
    return { turn: true };
  }

  function heard(worker: Worker, message: ToPrimary): void {
    if (message.ours === 'turn over') turns.end(worker.id);
    if (message.ours === 'committed') tellOthers(worker, { ours: 'committed' });
    if (message.ours !== 'ask') return;
    const { id, question } = message;
    void answer(worker, question).then((given) => tell(worker, { ours: 'answer', id, answer: given }));
  }

  function tellOthers(but: Worker | null, message: FromPrimary): void {
    for (const worker of alive.keys()) if (worker !== but) tell(worker, message);
  }

  /** Resolves with its address once it listens. */
  function start(isLead: boolean, replacesLostAt = ''): Promise<string> {
    const worker = cluster.fork({ PORT, [LEADS]: String(isLead), [REPLACES]: replacesLostAt });
    alive.set(worker, { isLead, begun: performance.now() });
    return new Promise((resolve, reject) => {
      worker.on('message', (message: ToPrimary) => {
        if (message.ours === 'listening') resolve(message.address);
        else heard(worker, message);
      });
      worker.on('error', () => {});
      worker.once('exit', (code, signal) => {
        reject(new ProcessesEnd('A process of the service ended before it listened.'));
        lost(worker, code ?? 1, signal);
      });
    });
  }

  function lost(worker: Worker, code: number, signal: string | null): void {
    const { isLead = false, begun = 0 } = alive.get(worker) ?? {};
    alive.delete(worker);
    turns.leave(worker.id);
    if (isStopping) {
      exitCode ||= code;
      if (alive.size === 0) ended.resolve(exitCode);
      return;
    }
    if (!isStarted) return;
    shortLives = performance.now() - begun < SHORT_LIFE_MS ? shortLives + 1 : 0;
    const how = signal === null ? `with ${code}` : `by ${signal}`;
    if (shortLives >= SHORT_LIVES_MAX) {
      warn(`Processes of the service end as soon as they start, the last one ${how}: it cannot go on.`);
      exitCode = 1;
      stop(0);
      return;
    }
    warn(`A process of the service (${worker.process.pid}) ended ${how}. Another takes its place.`);
    const lostAt = new Date().toISOString();
    tellOthers(null, { ours: 'peer lost' });
    void pause(shortLives === 0 ? 0 : PAUSE_MS * 2 ** shortLives).then(() => {
      if (!isStopping) start(isLead, lostAt).catch(() => {});
    });
  }

  function kill(): void {
    for (const worker of alive.keys()) worker.process.kill('SIGKILL');
  }

  function stop(withinMs: number): void {
    isStopping = true;
    tellOthers(null, { ours: 'stop' });
    setTimeout(kill, withinMs).unref();
    if (alive.size === 0) ended.resolve(exitCode);
  }

  try {
    // One first: what keeps it from starting would keep all, and is said once.
    const address = await start(true);
    await Promise.all(Array.from({ length: count - 1 }, () => start(false)));
    isStarted = true;
    return { address, ended: ended.promise, stop, kill };
  } catch (error) {
    isStopping = true;
    kill();
    throw error;
  }
}

/** What is lost on the way to a process that ends at this moment is of no use to anyone. */
function tell(worker: Worker, message: FromPrimary): void {
  if (worker.isConnected()) worker.send(message, () => {});
}
