import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openDatabase } from '../../src/database.ts';
import { type ImportFormat, mediaTypeOf } from '../../src/exchange/import.ts';
import { STORY, writeFileOf } from '../bench/imports/files.ts';
import { ENGINES, freshDatabase } from '../support/database.ts';
import { ownFolder } from '../support/folder.ts';
import { ndjson } from '../support/import.ts';
import { faultsOf } from './inspection.ts';
import { ADMIN_KEY, startProcess } from './service-process.ts';
import { ask } from './writer.ts';

const ROWS = 400;
/** What each row of a file becomes, and how many of it there are beside what other files made. */
const FORMATS: [format: ImportFormat, path: string, more: string][] = [
  ['record', '/v1/statements?count=true&status=published', ''],
  ['claimreview', '/v1/reviews?count=true', '&dispute=harbour&question=is-it-open&side=side-0'],
  ['quotebank', '/v1/statements?count=true&status=draft', '&dispute=harbour'],
];

async function send(address: string, format: ImportFormat, body: string, more = ''): Promise<string> {
  const response = await fetch(`${address}/v1/imports?format=${format}${more}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': mediaTypeOf(format) },
    body,
  });
  expect(response.status).toBe(202);
  return ((await response.json()) as { id: string }).id;
}

test.each(ENGINES)(
  'on %s, an import that is killed and sent again makes each record once, and no row by halves',
  async (kind) => {
    const url = await freshDatabase(kind);
    const folder = await ownFolder();
    let service = await startProcess(url);
    const jobOf = async (id: string) =>
      (await ask(service.address, { method: 'GET', path: `/v1/imports/${id}` }))?.body;
    const until = (id: string, is: (job: { state: string; read: number }) => boolean) =>
      expect.poll(async () => is((await jobOf(id)) as never), { timeout: 120_000, interval: 10 }).toBe(true);
    const total = async (path: string) => Number((await ask(service.address, { method: 'GET', path }))?.body.total);
    try {
      const story = await send(service.address, 'record', ndjson(STORY));
      await until(story, ({ state }) => state === 'done');
      for (const [format, path, more] of FORMATS) {
        const file = join(folder, format);
        await writeFileOf(format, ROWS, file);
        const body = await readFile(file, 'utf8');
        const before = await total(path);
        for (const share of [0.2, 0.6]) {
          const id = await send(service.address, format, body, more);
          await until(id, ({ read, state }) => read > ROWS * share || state === 'done');
          await service.kill();
          service = await startProcess(url);
        }
        const kept = (await total(path)) - before;
        const last = await send(service.address, format, body, more);
        await until(last, ({ state }) => state === 'done');
        const job = await jobOf(last);
        expect(job, format).toMatchObject({ read: ROWS, rejected: 0, unchanged: kept, created: ROWS - kept });
        expect((await total(path)) - before, format).toBe(ROWS);
        console.log(`${kind}: ${format} had ${kept} of ${ROWS} rows after two kills`);
      }
    } finally {
      await service.kill();
    }
    const engine = await openDatabase(url);
    expect(await faultsOf(engine).finally(() => engine.close())).toEqual([]);
  },
  300_000,
);
