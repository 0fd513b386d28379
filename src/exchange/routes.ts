import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { RouteContext } from '../access/route-context.ts';
import { trueOrNot } from '../kernel/boolean.ts';
import { idOf } from '../kernel/id.ts';
import { isGzipped, refuseOtherCharset } from '../platform/http/bodies.ts';
import { problems } from '../platform/http/problem.ts';
import { Import, ImportFormat } from './import.ts';
import { getImport, importJobs, UPLOADS_MAX } from './jobs.ts';

/** Imports: sent as a stream, read as a job. */
export function importRoutes({ http, answering, engine, checker }: RouteContext, bytesMax: number): void {
  const jobs = importJobs({ engine, checker }, bytesMax, http.log);
  http.addHook('onClose', () => jobs.close());

  http.register(async (streaming) => {
    streaming.removeAllContentTypeParsers();
    streaming.addContentTypeParser(
      ['application/x-ndjson', 'application/ndjson', 'application/jsonl', 'application/json'],
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
          'Send one record a line (NDJSON) in UTF-8 as `application/x-ndjson`, with `Content-Encoding: gzip` if you like. The job tells how far it is, and what was wrong with which line.' +
          ` Of bodies, ${UPLOADS_MAX} are taken in at one time (503 \`overloaded\` beyond that); the jobs then run one after another. What was stored of one is made no second time when it is sent again.`,
        'x-takes': ['application/x-ndjson', 'application/json'],
        querystring: z.strictObject({
          format: ImportFormat.describe('What the lines are'),
          dryRun: trueOrNot().describe('`true` does everything and stores nothing'),
        }),
        response: { 202: Import, ...problems(400, 401, 403, 413, 415, 429, 503, 507) },
      },
      handler: async (request, reply) => {
        const { format, dryRun } = request.query as { format: ImportFormat; dryRun: boolean };
        const sent = { format, dryRun, gzipped: isGzipped(request) };
        const job = await jobs.accept(request.body as Readable | undefined, sent, answering.byOf(request));
        return reply.code(202).header('location', `${answering.publicUrl}/v1/imports/${job.id}`).send(job);
      },
    });
  });

  http.get('/imports/:id', {
    config: { needs: 'write' },
    schema: {
      tags: ['imports'],
      operationId: 'getImport',
      summary: 'Read how far an import is',
      description: 'What the job has read, made, changed and rejected so far, and what was wrong with which line.',
      params: z.strictObject({ id: idOf('import').describe('The id of the import') }),
      response: { 200: Import, ...problems(400, 401, 403, 404, 429, 503) },
    },
    handler: ({ params: { id } }) => getImport(engine.read, id),
  });
}
