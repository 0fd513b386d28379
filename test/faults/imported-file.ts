import { setTimeout as pause } from 'node:timers/promises';
import { ADMIN_KEY } from './service-process.ts';
import { ask, must } from './writer.ts';

const ROWS = 3_000;
const WAIT_MAX = 1_200;

/** A file of sides that is sent again and again, each time to be broken off; it is long enough for a thread of its own. */
export function importedFile() {
  const body = Array.from({ length: ROWS }, (_, at) =>
    JSON.stringify({ type: 'side', name: `Imported ${at}`, slug: `imported-${at}` }),
  ).join('\n');

  /** The id of the job; null where there was no answer. */
  async function send(address: string): Promise<string | null> {
    try {
      const headers = { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'application/x-ndjson' };
      const sent = await fetch(`${address}/v1/imports?format=record`, { method: 'POST', headers, body });
      return sent.status === 202 ? ((await sent.json()) as { id: string }).id : null;
    } catch {
      return null;
    }
  }

  return {
    send,
    /** Sends it once more, and says what is wrong with what is there then: each row is to be there once. */
    async faults(address: string): Promise<string[]> {
      const before = await count(address);
      const id = await send(address);
      if (id === null) return ['the file was not taken in'];
      let job = await must(address, { method: 'GET', path: `/v1/imports/${id}` });
      for (let looks = 0; looks < WAIT_MAX && (job.state === 'queued' || job.state === 'running'); looks += 1) {
        await pause(100);
        job = await must(address, { method: 'GET', path: `/v1/imports/${id}` });
      }
      const after = await count(address);
      const { state, read, created, unchanged, rejected } = job;
      const told = JSON.stringify({ state, read, created, unchanged, rejected });
      const isWhole = state === 'done' && read === ROWS && rejected === 0 && after - before === created;
      return isWhole && created === ROWS - Number(unchanged)
        ? []
        : [`the file ended as ${told}, ${before} then ${after}`];
    },
  };
}

async function count(address: string): Promise<number> {
  return Number((await ask(address, { method: 'GET', path: '/v1/sides?count=true' }))?.body.total);
}
