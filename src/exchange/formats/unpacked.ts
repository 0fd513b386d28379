import { spawn } from 'node:child_process';
import { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { createGunzip } from 'node:zlib';
import { Failure } from '../../kernel/failure.ts';
import type { Source } from './row.ts';

/**
 * The bytes of a file, unpacked where its first bytes say that it is gzip or bzip2. Fails with `invalid` where a packed
 * file is damaged or ends too early: what stood before that was given already.
 */
export async function* unpacked(source: Source): AsyncGenerator<Uint8Array> {
  const bytes = inBytes(source);
  let head: Buffer = Buffer.alloc(0);
  let isDone = false;
  while (head.length < 4 && !isDone) {
    const { value, done } = await bytes.next();
    if (done) isDone = true;
    else head = Buffer.concat([head, value]);
  }
  const rest = (async function* () {
    if (head.length > 0) yield head;
    if (isDone) return;
    for (let next = await bytes.next(); !next.done; next = await bytes.next()) yield next.value;
  })();
  try {
    if (head[0] === 0x1f && head[1] === 0x8b) yield* gunzipped(rest);
    else if (/^BZh[1-9]/.test(head.toString('latin1'))) yield* bunzipped(rest);
    else yield* rest;
  } finally {
    await bytes.return(undefined);
  }
}

async function* inBytes(source: Source): AsyncGenerator<Uint8Array> {
  for await (const piece of source) if (piece.length > 0) yield typeof piece === 'string' ? Buffer.from(piece) : piece;
}

async function* gunzipped(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gunzip = createGunzip();
  const packed = Readable.from(bytes, { objectMode: false });
  packed.on('error', (error) => gunzip.destroy(error));
  packed.pipe(gunzip);
  try {
    yield* gunzip;
  } catch (error) {
    throw isOfZlib(error) ? damaged('gzip', (error as Error).message) : error;
  } finally {
    packed.destroy();
    gunzip.destroy();
  }
}

function isOfZlib(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return code.startsWith('Z_');
}

/** By a child `bzip2`, where there is one, which is fifteen times as fast as the worker. */
async function* bunzipped(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const child = spawn('bzip2', ['-dc'], { stdio: ['pipe', 'pipe', 'pipe'] });
  const isThere = await new Promise<boolean>((resolve) => {
    child.once('spawn', () => resolve(true));
    child.once('error', () => resolve(false));
  });
  if (!isThere) return yield* bunzippedByWorker(bytes);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-500);
  });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  let broken: unknown = null;
  // A child that ends before it has read everything closes its input.
  child.stdin.on('error', () => {});
  const feeding = feed(bytes, child.stdin).catch((error) => {
    broken = error;
    child.kill();
  });
  try {
    yield* child.stdout as AsyncIterable<Buffer>;
    const code = await ended;
    await feeding;
    if (broken !== null) throw broken;
    if (code !== 0)
      throw damaged('bzip2', said.split('\n').find((line) => /\S/.test(line)) ?? `bzip2 ended with ${code}`);
  } finally {
    child.kill();
  }
}

async function feed(
  bytes: AsyncIterable<Uint8Array>,
  into: NodeJS.WritableStream & { destroyed?: boolean },
): Promise<void> {
  for await (const chunk of bytes) {
    if (into.destroyed) return;
    if (!into.write(chunk))
      await new Promise<void>((resolve) => {
        const go = () => {
          into.off('drain', go).off('close', go).off('error', go);
          resolve();
        };
        into.on('drain', go).on('close', go).on('error', go);
      });
  }
  into.end();
}

/** Exported for tests: the way taken where there is no `bzip2`. */
export async function* bunzippedByWorker(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const worker = new Worker(new URL('./bunzip-worker.js', import.meta.url));
  const ready: (Uint8Array | null | Error)[] = [];
  let wake: () => void = () => {};
  const tell = (one: Uint8Array | null | Error) => {
    ready.push(one);
    wake();
  };
  worker.on('message', tell);
  worker.on('error', () => tell(damaged('bzip2', 'it ends too early, or is damaged')));
  const packed = bytes[Symbol.asyncIterator]();
  try {
    // One piece goes in, and what it gives comes out, before the next: neither side runs ahead of the other.
    for (let isDone = false; ; ) {
      const next: IteratorResult<Uint8Array> = isDone ? { done: true, value: undefined } : await packed.next();
      isDone = next.done === true;
      worker.postMessage(isDone ? null : next.value);
      for (;;) {
        while (ready.length === 0)
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        const one = ready.shift() as Uint8Array | null | Error;
        if (one instanceof Error) throw one;
        if (one === null) break;
        yield one;
      }
      if (isDone) return;
    }
  } finally {
    await worker.terminate();
    await packed.return?.();
  }
}

function damaged(kind: string, why: string): Failure {
  return new Failure('invalid', `The ${kind} file ends too early or is damaged: ${why.replace(/^bzip2: /, '')}.`);
}
