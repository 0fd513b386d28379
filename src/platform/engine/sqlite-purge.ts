import { Worker } from 'node:worker_threads';

/**
 * Writes the file anew, without what was overwritten or deleted in it; false when that failed. In a worker, since the
 * event loop would stand still meanwhile.
 */
export function rewriteFile(file: string): Promise<boolean> {
  return new Promise((done) => {
    const worker = new Worker(new URL('./purge-worker.ts', import.meta.url), { workerData: file });
    worker.once('error', () => done(false));
    worker.once('exit', (code) => done(code === 0));
  });
}
