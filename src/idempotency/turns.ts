import { Failure } from '../kernel/failure.ts';
import type { Once } from './once.ts';

/** Whose turn it is with an Idempotency-Key, in this process. */
export type Turn = { end(): void };

/** Lets requests with the same Idempotency-Key through one after another. */
export function takeTurns(waitMs: number) {
  const underWay = new Map<string, { fingerprint: string; ended: Promise<void> }>();

  /**
   * Waits for the twin that is under way. Fails with `conflict` when that takes too long, and with
   * `idempotency-mismatch` at once when it is no twin but another request.
   */
  return async function turnFor(once: Once): Promise<Turn> {
    const name = `${once.caller} ${once.key}`;
    const until = Date.now() + waitMs;
    for (let twin = underWay.get(name); twin; twin = underWay.get(name)) {
      refuseOther(once, twin);
      if (!(await endsWithin(twin.ended, until - Date.now()))) {
        throw new Failure('conflict', 'The same request is under way. Ask again for its answer in a moment.');
      }
    }
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    underWay.set(name, { fingerprint: once.fingerprint, ended });
    let isOver = false;
    return {
      end() {
        if (!isOver) underWay.delete(name);
        isOver = true;
        resolve();
      },
    };
  };
}

/** One key stands for one request. */
export function refuseOther(once: Once, { fingerprint }: { fingerprint: string }): void {
  if (once.fingerprint === fingerprint) return;
  throw new Failure(
    'idempotency-mismatch',
    'This Idempotency-Key was sent with another body or to another address. Take a new key for a new request.',
  );
}

async function endsWithin(ended: Promise<void>, ms: number): Promise<boolean> {
  if (ms <= 0) return false;
  const { promise: late, resolve } = Promise.withResolvers<boolean>();
  const timer = setTimeout(resolve, ms, false);
  const inTime = await Promise.race([ended.then(() => true), late]);
  clearTimeout(timer);
  return inTime;
}
