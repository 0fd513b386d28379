import type { IncomingHttpHeaders } from 'node:http';
import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { RouteContext } from '../access/route-context.ts';
import { trueOrNot } from '../kernel/boolean.ts';
import { Reference } from '../kernel/entity.ts';
import { Failure } from '../kernel/failure.ts';
import { idAskedFor } from '../kernel/id.ts';
import { isGzipped, refuseOtherCharset } from '../platform/http/bodies.ts';
import { ndjson } from '../platform/http/format.ts';
import { answerAll } from '../platform/http/list.ts';
import { problems } from '../platform/http/problem.ts';
import type { Peers } from '../platform/peers.ts';
import { csv } from './formats/answers.ts';
import type { Context } from './formats/row.ts';
import { Import, ImportFormat, mediaTypeOf } from './import.ts';
import type { ImportWorker } from './import-worker.ts';
import { getImport, importJobs, UPLOADS_MAX } from './jobs.ts';
import { IMPORT_ROWS } from './report.ts';
import { reportedRows } from './report-store.ts';
import { placeOf } from './task.ts';

const TAKEN = [
  'application/x-ndjson',
  'application/json',
  'application/ld+json',
  'text/csv',
  'application/tei+xml',
  'application/xml',
  'text/xml',
  'application/gzip',
  'application/x-bzip2',
] as const;

/** Imports: sent as a stream, read as a job. */
export function importRoutes(
  { http, answering, engine, checker }: RouteContext,
  worker: ImportWorker,
  bytesMax: number,
  peers: Peers | null = null,
): void {
  const jobs = importJobs({ engine, checker, worker }, bytesMax, http.log, peers);
  http.addHook('onClose', () => jobs.close());

  http.register(async (streaming) => {
    streaming.removeAllContentTypeParsers();
    streaming.addContentTypeParser(
      [...TAKEN, 'application/ndjson', 'application/jsonl', 'application/x-gzip'],
      (request, body, done) => {
        refuseOtherCharset(request);
        done(null, body);
      },
    );
    streaming.post('/imports', {
      // Records are told apart by their external ids, so reading the same twice makes nothing new.
      config: { needs: 'write', again: 'ignored', streamsBody: true },
      bodyLimit: Number.MAX_SAFE_INTEGER,
      schema: {
        tags: ['imports'],
        operationId: 'createImport',
        summary: 'Send records in as a stream',
        description:
          'Send one record a line (NDJSON) in UTF-8 as `application/x-ndjson`, or a file of another format as it is: JSON, CSV or TEI. It may come with `Content-Encoding: gzip`, or as `application/gzip` or `application/x-bzip2`. The job tells how far it is, and what was wrong with which line; what became of each row stands in its report.' +
          ` Of bodies, ${UPLOADS_MAX} are taken in at one time (503 \`overloaded\` beyond that); the jobs then run one after another. What was stored of one is made no second time when it is sent again.`,
        'x-takes': [...TAKEN],
        querystring: z.strictObject({
          format: ImportFormat.describe('What the file is'),
          dispute: Reference.optional().describe(
            'Where rows go that name no dispute; the dispute `imported`, when left out',
          ),
          question: Reference.optional().describe(
            'Where claims go that name no question; `imported-claims`, when left out',
          ),
          side: Reference.optional().describe('For whom those speak of whom the file does not say it'),
          article: Reference.optional().describe('Whose text the file is of, where it does not say it (`citron`)'),
          dryRun: trueOrNot().describe('`true` does everything and stores nothing'),
        }),
        response: {
          202: Import,
          ...problems(400, 401, 403, 413, 415, 'unknown-reference', 'wrong-dispute', 429, 503, 507),
        },
      },
      handler: async (request, reply) => {
        const { format, dryRun, ...said } = request.query as { format: ImportFormat; dryRun: boolean } & Context;
        if (request.body !== undefined) refuseOtherBody(format, request.headers);
        const context = await placeOf(engine.read, format, said);
        const takesOver = request.caller.scope === 'admin';
        const sent = { format, dryRun, context, takesOver, gzipped: isGzipped(request) };
        const job = await jobs.accept(request.body as Readable | undefined, sent, answering.byOf(request));
        return reply.code(202).header('location', `${answering.publicUrl}/v1/imports/${job.id}`).send(job);
      },
    });
  });

  http.get('/imports/:id', {
    config: { needs: 'write', readsNewest: true },
    schema: {
      tags: ['imports'],
      operationId: 'getImport',
      summary: 'Read how far an import is',
      description: 'What the job has read, made, changed and rejected so far, and what was wrong with which line.',
      params: z.strictObject({ id: idAskedFor('import').describe('The id of the import') }),
      response: { 200: Import, ...problems(400, 401, 403, 404, 429, 503) },
    },
    handler: ({ params: { id } }) => jobs.find(id),
  });

  http.get('/imports/:id/rows', {
    config: { needs: 'write', readsNewest: true, formats: [ndjson, csv(IMPORT_ROWS)] },
    schema: {
      tags: ['imports'],
      operationId: 'getImportRows',
      summary: 'Read what became of each row of an import',
      description:
        'A row for each of the file, in its order: `created`, `updated`, `unchanged` or `rejected`, with its line, and why. As NDJSON, or as CSV. Of an import that runs it is told as far as it is.',
      params: z.strictObject({ id: idAskedFor('import').describe('The id of the import') }),
      response: { ...problems(400, 401, 403, 404, 429, 503) },
    },
    handler: async (request, reply) => {
      await getImport(engine.read, request.params.id);
      return answerAll(request, reply, answering, reportedRows(engine.read, request.params.id));
    },
  });
}

const PACKED = ['application/gzip', 'application/x-gzip', 'application/x-bzip2'];

/** A table is CSV, TEI is XML, the others are JSON; packed ones say themselves that they are. */
function refuseOtherBody(format: ImportFormat, headers: IncomingHttpHeaders): void {
  const type = headers['content-type']?.split(';')[0]?.trim().toLowerCase() ?? '';
  const isTaken =
    format === 'tei' ? /xml$/.test(type) : format === 'claimreview-csv' ? type === 'text/csv' : /json/.test(type);
  if (!isTaken && !PACKED.includes(type))
    throw new Failure(
      'unsupported-media-type',
      `A file of the format ${format} is not ${type || 'without a media type'}. Send it as ${mediaTypeOf(format)}, or packed as ${PACKED.join(' or ')}.`,
    );
}
