import { vi } from 'vitest';
import { importWorker } from '../../src/exchange/import-worker.ts';
import type { Engine } from '../../src/platform/engine/tables.ts';
import type { Service } from './app.ts';

/** Records as lines of NDJSON. */
export const ndjson = (rows: object[]) => `${rows.map((row) => JSON.stringify(row)).join('\n')}\n`;
/** Takes exports over as the service does. */
export const importWorkerOn = (engine: Engine) => importWorker(engine, new URL('../../src/worker.ts', import.meta.url));
/** The counts of a job that did nothing. */
export const NOTHING = { read: 0, created: 0, updated: 0, unchanged: 0, rejected: 0, errors: [] };

/** Sends a file and gives the job once it has ended. */
export async function imported(service: Service, body: string, query = 'format=record') {
  const sent = service.as.write.post(`/v1/imports?${query}`).set('Content-Type', 'application/x-ndjson');
  const { body: job, headers } = await sent.send(body).expect(202);
  if (headers.location !== `/v1/imports/${job.id}`) throw new Error(`The job is not at ${headers.location}.`);
  return vi.waitUntil(
    async () => {
      const now = (await service.as.write.get(`/v1/imports/${job.id}`).expect(200)).body;
      return now.state === 'done' || now.state === 'failed' ? now : null;
    },
    { timeout: 120_000, interval: 20 },
  );
}
