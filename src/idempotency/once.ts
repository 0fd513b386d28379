import { createHash } from 'node:crypto';
import { Failure } from '../kernel/failure.ts';

/** How long an Idempotency-Key stands for the request that it was first sent with. */
export const KEPT_MS = 24 * 60 * 60_000;

export type { Once } from '../kernel/author.ts';

/** An answer as it was first given. */
export type KeptAnswer = { status: number; headers: Record<string, string>; body: string };

/**
 * The value of the header `Idempotency-Key`, which is opaque; fails with `invalid` when it is no such value. A string in
 * quotes, as the draft has it, is the same as without them.
 */
export function idempotencyKeyOf(header: string | string[]): string {
  const key = Array.isArray(header) ? header.join(', ') : header;
  const quoted = /^"((?:[^"\\]|\\["\\])+)"$/.exec(key)?.[1];
  const value = quoted?.replace(/\\(["\\])/g, '$1') ?? key;
  if (/^[\x21-\x7e]{1,255}$/.test(value)) return value;
  const detail = 'must be 1 to 255 visible ASCII characters, sent once';
  throw new Failure('invalid', `Idempotency-Key: ${detail}.`, { faults: [{ pointer: 'Idempotency-Key', detail }] });
}

/** Bodies that say the same are the same: spaces and the order of members do not count. */
export function fingerprintOf(method: string, url: string, body: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify([method, url]))
    .update(JSON.stringify(body ?? null, inOrder))
    .digest('hex');
}

function inOrder(_name: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
