import { and, asc, count, desc, eq, sql } from 'drizzle-orm';
import { isHidden } from '../history/record.ts';
import { Failure } from '../kernel/failure.ts';
import { cutPage, type Page } from '../kernel/page.ts';
import type { Build } from '../platform/engine/engine.ts';
import type { Condition, Paging } from '../platform/engine/pages.ts';
import { leadsNowhere } from '../references.ts';
import type { Handle, Tables } from '../tables.ts';
import { asksForWords, type Match } from '../words/match.ts';
import { countMatches } from '../words/store.ts';
import { type ReadFilter, readFilter, type StatementFilter } from './filter.ts';
import { type MatchSort, pageOfMatches, refuseRelevanceWithoutWords } from './matching.ts';
import { type Sight, type StatementRow, showStatements, statementRows, statementRowsByStance } from './show.ts';
import type { Statement } from './statement.ts';

type RecordSort = 'saidAt' | '-saidAt' | 'createdAt' | '-createdAt';
export type StatementSort = RecordSort | 'relevance';

/**
 * In the order asked for, ties broken by id, so that a page never repeats or skips a statement. Where words are asked
 * for, ties of one second stand in the order in which they were recorded or given that date. Fails with `invalid` when
 * relevance is asked for without them.
 */
export async function listStatements(
  from: Handle,
  filter: StatementFilter,
  sort: StatementSort,
  paging: Paging,
  sight: Sight,
): Promise<Page<Statement, readonly string[]>> {
  refuseRelevanceWithoutWords(sort, filter.q);
  const read = await readFilter(from, filter, sight);
  return read.match === null
    ? listByRecord(from, read.conditions, sort as RecordSort, paging, sight)
    : listMatches(from, read.match, read.unsaid, sort, paging, sight);
}

async function listByRecord(
  from: Handle,
  conditions: Condition<Tables>[],
  sort: RecordSort,
  paging: Paging,
  sight: Sight,
): Promise<Page<Statement, readonly string[]>> {
  const rows = await rowsOf(from, conditions, sort, paging);
  const page = cutPage(rows, paging.limit, (row): readonly string[] =>
    isByDate(sort) ? [row.saidSort, row.id] : [row.id],
  );
  const items = await showStatements(from, page.items, sight);
  return { ...page, items, ...(paging.count && { total: await countStatements(from, conditions) }) };
}

async function listMatches(
  from: Handle,
  match: Match,
  unsaid: ReadFilter['unsaid'],
  sort: MatchSort,
  paging: Paging,
  sight: Sight,
): Promise<Page<Statement, readonly string[]>> {
  const page = await pageOfMatches(from, match, unsaid, sort, paging);
  const total = paging.count ? await countMatching(from, match, unsaid) : undefined;
  return {
    items: await statementsNamed(from, page.items, sight),
    next: page.next,
    ...(total !== undefined && { total }),
  };
}

function countMatching(from: Handle, match: Match, conditions: ReadFilter['unsaid']): Promise<number> {
  return asksForWords(match) ? countMatches(from, { match, conditions }, false) : Promise.resolve(0);
}

/** In the order of the ids. */
async function statementsNamed(from: Handle, ids: readonly string[], sight: Sight): Promise<Statement[]> {
  const rows = await from.query(
    'statements named',
    (build) => statementRows(build).where(build.oneOf(build.t.statements.id, 'ids')),
    { ids: [...ids] },
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return showStatements(
    from,
    ids.flatMap((id) => byId.get(id) ?? []),
    sight,
  );
}

/** How many statements fulfil the conditions: the one count that lists, comparisons and balances share. */
export async function countStatements(from: Handle, conditions: Condition<Tables>[]): Promise<number> {
  const rows = await from.query(
    `count of statements ${shapeOf(conditions)}`,
    (build) =>
      build.db
        .select({ n: count() })
        .from(build.t.statements)
        .where(and(...conditions.map(({ holds }) => holds(build)))),
    valuesOf(conditions),
  );
  return Number(rows[0]?.n ?? 0);
}

/** By id; fails with `not-found`, for a draft too unless drafts may be seen, and with `withdrawn`. */
export async function getStatement(from: Handle, reference: string, sight: Sight): Promise<Statement> {
  const rows = await from.query(
    'statement',
    (build) => statementRows(build).where(eq(build.t.statements.id, build.param('id'))),
    { id: reference },
  );
  const row = rows[0];
  if (!row || (isHidden(row) && !sight.drafts)) throw leadsNowhere('statement', reference);
  refuseWithdrawn(row);
  return (await showStatements(from, [row], sight))[0] as Statement;
}

/** Fails with `withdrawn`, and says when and why. */
export function refuseWithdrawn(
  row: Pick<StatementRow, 'status' | 'withdrawnAt' | 'withdrawnReason' | 'redactedAt'>,
): void {
  if (row.status !== 'withdrawn') return;
  const { withdrawnAt, withdrawnReason: reason, redactedAt } = row;
  throw new Failure(
    'withdrawn',
    `This statement was ${redactedAt === null ? 'withdrawn' : 'withdrawn and its words removed for good'} on ${(redactedAt ?? withdrawnAt)?.slice(0, 10)}${reason === null ? '.' : `: ${reason}`}`,
    { help: { reason, withdrawnAt, ...(redactedAt !== null && { redactedAt }) } },
  );
}

function rowsOf(
  from: Handle,
  conditions: Condition<Tables>[],
  sort: RecordSort,
  { limit, after }: Paging,
): Promise<StatementRow[]> {
  const values = valuesOf(conditions);
  const isOnClaim = isByDate(sort) && typeof values.claim === 'string';
  return from.query(
    `page of statements ${sort} ${shapeOf(conditions)}${after ? ' after' : ''}`,
    (build) => {
      const holding = conditions.map(({ holds }) => holds(build));
      if (isOnClaim) holding.unshift(isStanceOnClaim(build));
      if (after) holding.push(isAfter(build, sort, isOnClaim));
      return (isOnClaim ? statementRowsByStance(build) : statementRows(build))
        .where(and(...holding))
        .orderBy(...orderOf(build, sort, isOnClaim))
        .limit(build.param('limit') as never);
    },
    { ...values, limit: limit + 1, ...(after && { afterDate: after[0], afterId: after.at(-1) }) },
  );
}

function isByDate(sort: RecordSort): boolean {
  return sort === 'saidAt' || sort === '-saidAt';
}

/** A statement has one stance on a claim at most, and the stances on a claim stand in an index in the order of dates. */
function isStanceOnClaim({ t, param }: Build<Tables>) {
  return and(
    eq(t.stances.statementId, t.statements.id),
    eq(t.stances.claimId, param('claim')),
    eq(t.stances.status, param('status')),
  );
}

/** The columns that say where a statement stands in the order of dates. */
function placeOf({ stances, statements }: Tables, isOnClaim: boolean) {
  return isOnClaim
    ? ([stances.saidSort, stances.statementId] as const)
    : ([statements.saidSort, statements.id] as const);
}

function orderOf({ t }: Build<Tables>, sort: RecordSort, isOnClaim: boolean) {
  const direction = sort.startsWith('-') ? desc : asc;
  return isByDate(sort) ? placeOf(t, isOnClaim).map((column) => direction(column)) : [direction(t.statements.id)];
}

/** Row values, since those seek in an index where a chain of ORs would scan. */
function isAfter({ t, param }: Build<Tables>, sort: RecordSort, isOnClaim: boolean) {
  const comparison = sql.raw(sort.startsWith('-') ? '<' : '>');
  if (!isByDate(sort)) return sql`${t.statements.id} ${comparison} ${param('afterId')}`;
  const [date, id] = placeOf(t, isOnClaim);
  return sql`(${date}, ${id}) ${comparison} (${param('afterDate')}, ${param('afterId')})`;
}

function shapeOf(conditions: Condition<Tables>[]): string {
  return conditions.map(({ name }) => name).join(' ');
}

function valuesOf(conditions: Condition<Tables>[]): Record<string, unknown> {
  return Object.assign({}, ...conditions.map(({ values }) => values));
}
