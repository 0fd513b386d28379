import { z } from 'zod';
import { type Caller, seesDrafts } from '../../access/guard.ts';
import { Failure } from '../../kernel/failure.ts';
import type { Engine } from '../../platform/engine/tables.ts';
import type { StatementListing } from '../../record/statements/listing.ts';
import { type StatementFilter, statementFilter } from './filter.ts';
import { listStatements, listTold, type StatementSort } from './list-store.ts';
import { RELEVANCE } from './matching.ts';

const sort = z
  .enum(['saidAt', '-saidAt', 'createdAt', '-createdAt', 'relevance'])
  .default('-saidAt')
  .describe(
    `By the date said (the article's where none is known) or recorded; a minus puts the newest first. ${RELEVANCE}`,
  );

/** The list of statements as a GET asks for it. Fails with `unauthenticated` or `forbidden` where drafts are hidden. */
export function statementListing(engine: Engine): StatementListing<StatementFilter & { sort: StatementSort }> {
  type Listing = StatementListing<StatementFilter & { sort: StatementSort }>;
  const sightOf = ({ status }: StatementFilter, caller: Caller) => {
    const drafts = seesDrafts(caller);
    if (status === 'draft' && !drafts) throw draftsAreHidden(caller.scope);
    return { drafts };
  };
  const list: Listing['list'] = ({ sort, ...filter }, paging, caller) =>
    listStatements(engine, filter, sort, paging, sightOf(filter, caller));
  return {
    filter: { ...statementFilter, sort },
    list,
    listTold: ({ sort, ...filter }, paging, caller) => listTold(engine, filter, sort, paging, sightOf(filter, caller)),
    newest: async (filter, limit, caller) => {
      const paging = { limit, after: null, count: false };
      return (await list({ ...filter, sort: '-createdAt' }, paging, caller)).items;
    },
  };
}

function draftsAreHidden(scope: string | null): Failure {
  return new Failure(
    scope === null ? 'unauthenticated' : 'forbidden',
    'Drafts are shown to holders of a key with the scope write.',
  );
}
