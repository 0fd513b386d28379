import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import { NoAnswer, overHttp, pathOf, type ServiceClient } from '../platform/client.ts';
import { progressOf } from '../platform/progress.ts';
import type { Context } from './formats/row.ts';
import { type ImportFormat, mediaTypeOf } from './import.ts';
import type { ImportCounts } from './import-counts.ts';
import { isTable } from './report-file.ts';
import { bytesOf } from './task.ts';

/** How often the job is asked how far it is. */
const ASK_MS = 250;
const MIB = 1024 ** 2;

/** Loose, so that a service of another version may tell more. */
const JobTold = z.object({
  id: z.string(),
  state: z.string(),
  read: z.number(),
  created: z.number(),
  updated: z.number(),
  unchanged: z.number(),
  rejected: z.number(),
  errors: z.array(z.object({ line: z.number(), code: z.string(), pointer: z.string(), detail: z.string() })),
});

type Asked = { format: ImportFormat; dryRun?: boolean; comment: string; report?: string } & Context;

/** Sends a file of so many bytes to a service that runs, and waits until it has read it in. */
export async function sendImport(
  service: { url: string; key: string | undefined },
  file: string,
  bytes: number,
  { format, dryRun, comment, report, dispute, question, side, article }: Asked,
): Promise<ImportCounts> {
  const client = overHttp(service.url, service.key);
  const sending = progressOf('MiB');
  const source = bytesOf(file, (sent) =>
    sending.tell(sent / Math.max(bytes, 1), sent / MIB, `${mibOf(sent)} of ${mibOf(bytes)} MiB sent`),
  );
  const query = { format, dryRun, dispute, question, side, article };
  const headers = { 'content-type': typeOf(file, format), 'change-comment': inLatin1(comment) };
  const sent = await client.send('/v1/imports', query, source, headers, JobTold).finally(() => sending.end());
  const reading = progressOf('rows');
  try {
    let job = sent.read;
    while (job.state === 'queued' || job.state === 'running') {
      await pause(ASK_MS);
      job = (await client.get(pathOf('imports', job.id), {}, JobTold)).read;
      reading.tell(null, job.read, `${job.read} read, ${job.created} created, ${job.rejected} rejected`);
    }
    const { id, state, ...counts } = job;
    if (report !== undefined) await reportInto(client, id, report);
    if (state !== 'done')
      throw new NoAnswer(
        `The import ${id} ${state}: ${job.errors.at(-1)?.detail ?? 'the log of the service says why'}`,
      );
    return counts;
  } finally {
    reading.end();
  }
}

async function reportInto(client: ServiceClient, id: string, file: string): Promise<void> {
  const [format, mediaType] = isTable(file) ? ['csv', 'text/csv'] : ['ndjson', 'application/x-ndjson'];
  await pipeline(
    client.read(`${pathOf('imports', id)}/rows`, { format }, mediaType as string),
    createWriteStream(file),
  );
}

function typeOf(file: string, format: ImportFormat): string {
  if (/\.gz$/i.test(file)) return 'application/gzip';
  return /\.bz2$/i.test(file) ? 'application/x-bzip2' : mediaTypeOf(format);
}

/** Headers are bytes, and these are UTF-8. */
function inLatin1(text: string): string {
  return Buffer.from(text.replace(/\p{Cc}+/gu, ' ')).toString('latin1');
}

function mibOf(bytes: number): string {
  return (bytes / MIB).toFixed(1);
}
