import type { FastifyRequest } from 'fastify';
import type { Scope } from '../../access/key.ts';
import type { RouteContext } from '../../access/route-context.ts';
import type { Sessions } from './session.ts';
import type { Visit } from './visit.ts';

/** What the routes of the pages are given. */
export type ReaderContext = RouteContext & {
  sessions: Sessions;
  visitOf(request: FastifyRequest): Visit;
  findKey(key: string): Promise<{ id: string; scope: Scope } | null>;
};
