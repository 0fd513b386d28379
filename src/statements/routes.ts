import { z } from 'zod';
import { seesDrafts } from '../access/guard.ts';
import { Failure } from '../kernel/failure.ts';
import { codesWith } from '../platform/http/problem.ts';
import { resource } from '../platform/http/resource.ts';
import type { Rooms } from '../rooms.ts';
import { recordStatement } from './actions.ts';
import { type StatementFilter, statementFilter } from './filter.ts';
import { RELEVANCE } from './matching.ts';
import { reviseStatement } from './revise.ts';
import { NewStatement, Statement, StatementRevision } from './statement.ts';
import { getStatement, listStatements, type StatementSort } from './store.ts';
import { withdrawStatement } from './withdraw.ts';

const EVERYTHING = { drafts: true };
const sort = z
  .enum(['saidAt', '-saidAt', 'createdAt', '-createdAt', 'relevance'])
  .default('-saidAt')
  .describe(
    `By the date said (the article's where none is known) or recorded; a minus puts the newest first. ${RELEVANCE}`,
  );

const SAYS = {
  create: {
    description:
      'Records who said what, as one article reports it. The quote is looked up in the newest text of the article: words that do not stand there are refused with what was found, unless the quote is `indirect` or the statement a `draft`. Dispute, side, title and language are inferred where they are left out. A `rebuttal` written inside is recorded with it, or neither is.',
  },
  remove: {
    summary: 'Withdraw a statement',
    description:
      'Withdraws the statement for the reason in `Change-Comment`, answered or not: it leaves lists and counts at once, its address answers 410 with the reason, and history keeps it.',
  },
};

export function statementRoutes({ http, answering, engine, checker }: Rooms): void {
  resource(http, answering, {
    path: 'statements',
    names: ['statement', 'statements'],
    shape: Statement,
    fresh: NewStatement,
    revisable: StatementRevision,
    filter: { ...statementFilter, sort },
    says: SAYS,
    refusals: { get: ['withdrawn'], write: codesWith(422) },
    list: ({ sort, ...filter }: StatementFilter & { sort: StatementSort }, paging, caller) => {
      const drafts = seesDrafts(caller);
      if (filter.status === 'draft' && !drafts) throw draftsAreHidden(caller.scope);
      return listStatements(engine.read, filter, sort, paging, { drafts });
    },
    get: (reference, caller) => getStatement(engine.read, reference, { drafts: seesDrafts(caller) }),
    create: async (body: NewStatement, by) =>
      getStatement(engine.read, await recordStatement(engine, checker, body, by), EVERYTHING),
    revise: async (reference, expected, patch, by) =>
      getStatement(
        engine.read,
        await reviseStatement(engine, checker, reference, expected, patch as Record<string, unknown>, by),
        EVERYTHING,
      ),
    remove: (reference, expected, by) => engine.write((tx) => withdrawStatement(tx, reference, expected, by)),
  });
}

function draftsAreHidden(scope: string | null): Failure {
  return new Failure(
    scope === null ? 'unauthenticated' : 'forbidden',
    'Drafts are shown to holders of a key with the scope write.',
  );
}
