import type { FastifyRequest } from 'fastify';
import type { Engine } from '../engine/tables.ts';
import type { Http } from './http.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whether a POST only reads, as every GET does. */
    onlyReads?: boolean;
    /** Whether it tells what others wrote as soon as they did, on whichever machine: then it asks no standby. */
    readsNewest?: boolean;
  }
}

/** Tells a write up to where was written, and a read what it has to find. */
const WRITTEN_AT = 'written-at';

/**
 * Lets what only reads be answered from standbys, where there are such: all that is asked for by GET or that its route says
 * to be so, but what that says to read newest. What that told is found by whatever is asked next. What writes reads where it writes, so that it
 * decides by what is true, and is answered with up to where was written. To be called before the routes are there.
 */
export function readFromStandbys(app: Http, { standbys, catchUp }: Pick<Engine, 'standbys' | 'catchUp'>): void {
  if (standbys === null) return;
  app.addHook('preHandler', (request, _reply, done) => {
    if (!onlyReads(request) || isNewest(request)) return done();
    standbys.readAnywhere(tokenIn(request), done);
  });
  app.addHook('onSend', async (request, reply, payload) => {
    if (!onlyReads(request)) reply.header(WRITTEN_AT, standbys.writtenUpTo());
    else if (isNewest(request)) await catchUp();
    return payload;
  });
}

function onlyReads({ method, routeOptions }: FastifyRequest): boolean {
  return method === 'GET' || method === 'HEAD' || routeOptions.config?.onlyReads === true;
}

function isNewest(request: FastifyRequest): boolean {
  return request.routeOptions.config?.readsNewest === true;
}

function tokenIn({ headers }: FastifyRequest): string | undefined {
  const given = headers[WRITTEN_AT];
  return Array.isArray(given) ? given.join() : given;
}
