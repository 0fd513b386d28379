import { seesDrafts } from '../access/guard.ts';
import type { RouteContext } from '../access/route-context.ts';
import type { ListFormat } from '../platform/http/format.ts';
import { answerAll } from '../platform/http/list.ts';
import { problems } from '../platform/http/problem.ts';
import type { Exporter } from './export.ts';

const bytes: ListFormat<Buffer> = {
  mediaType: 'application/x-ndjson',
  name: 'ndjson',
  takes: 'all',
  async *writeList(chunks) {
    const decoder = new TextDecoder();
    for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true });
  },
};

/** The record as one file. */
export function exportRoutes({ http, answering }: RouteContext, exports: Exporter, publicText: boolean): void {
  http.get('/export', {
    config: { needs: 'read', formats: [bytes] },
    schema: {
      tags: ['exports'],
      operationId: 'exportRecord',
      summary: 'Read the whole record',
      description:
        'The record of one moment as NDJSON, in a stable order. With an `admin` key it is everything, history with its chain too: an empty service takes that over by `POST /v1/imports?format=record` with an `admin` key. Keys and import jobs stay behind. With less it is what that caller may read, as lines of `record`, which another service imports as records of its own.',
      response: { ...problems(400, 401, 403, 429, 503) },
    },
    handler: async (request, reply) => {
      const { scope } = request.caller;
      const drafts = seesDrafts(request.caller);
      const extent = scope === 'admin' ? ('everything' as const) : { drafts, texts: publicText || scope !== null };
      return answerAll(request, reply, answering, exports.bytes(extent));
    },
  });
}
