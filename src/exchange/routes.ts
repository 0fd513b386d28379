import type { Readable } from 'node:stream';
import { z } from 'zod';
import type { RouteContext } from '../access/route-context.ts';
import { idAskedFor } from '../kernel/id.ts';
import { problems } from '../platform/http/problem.ts';
import type { ArticleFollower } from '../record/articles/actions.ts';
import { Import, ImportFormat } from './import.ts';
import { getImport, importJobs } from './jobs.ts';

/** Imports: sent as a stream, read as a job. */
export function importRoutes(
  { http, answering, engine, checker }: RouteContext,
  follower: ArticleFollower,
  bytesMax: number,
): void {
  const jobs = importJobs({ engine, checker, follower }, bytesMax, http.log);
  http.addHook('onClose', () => jobs.close());

  http.register(async (streaming) => {
    streaming.removeAllContentTypeParsers();
    streaming.addContentTypeParser(
      ['application/x-ndjson', 'application/ndjson', 'application/jsonl', 'application/json'],
      (_request, body, done) => done(null, body),
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
          'Send one record a line (NDJSON) as `application/x-ndjson`. The job tells how far it is, and what was wrong with which line.',
        'x-takes': ['application/x-ndjson', 'application/json'],
        querystring: z.strictObject({
          format: ImportFormat.describe('What the lines are'),
          dryRun: z.enum(['true', 'false']).default('false').describe('`true` does everything and stores nothing'),
        }),
        response: { 202: Import, ...problems(400, 401, 403, 413, 415, 429, 503, 507) },
      } as never,
      handler: async (request, reply) => {
        const { format, dryRun } = request.query as { format: ImportFormat; dryRun: 'true' | 'false' };
        const job = await jobs.accept(request.body as Readable, format, dryRun === 'true', answering.byOf(request));
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
      params: z.strictObject({ id: idAskedFor('import').describe('The id of the import') }),
      response: { 200: Import, ...problems(400, 401, 403, 404, 429, 503) },
    },
    handler: ({ params: { id } }) => getImport(engine.read, id),
  });
}
