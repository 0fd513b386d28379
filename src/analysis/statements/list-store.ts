import { and, asc, desc, inArray, sql } from 'drizzle-orm';
import type { Readers } from '../../derived/full-text/scan.ts';
import type { Search } from '../../derived/full-text/search.ts';
import { cutPage, type Members, type Page } from '../../kernel/page.ts';
import type { Build } from '../../platform/engine/engine.ts';
import {
  allOf,
  type Condition,
  isAfterPlace,
  type Paging,
  type PartAfter,
  rowsAfter,
} from '../../platform/engine/pages.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { showStatements, statementRows, type Visibility } from '../../record/statements/show.ts';
import type { StatementRow } from '../../record/statements/shown-members.ts';
import type { Statement } from '../../record/statements/statement.ts';
import { type Order, type Placed, statementsByStance } from './by-stance.ts';
import { countAll } from './counting.ts';
import { type ReadFilter, readFilter, type StatementFilter } from './filter.ts';
import { walkerAmong } from './length.ts';
import { type MatchSort, pageOfMatches, refuseRelevanceWithoutWords } from './matching.ts';

type RecordSort = 'saidAt' | '-saidAt' | 'createdAt' | '-createdAt';
export type StatementSort = RecordSort | 'relevance';

/**
 * In the order asked for, ties broken by id, so that a page never repeats or skips a statement. Fails with `invalid` when
 * relevance is asked for without them.
 */
export async function listStatements(
  readers: Readers,
  filter: StatementFilter,
  sort: StatementSort,
  paging: Paging,
  sight: Visibility,
): Promise<Page<Statement, readonly string[]>> {
  refuseRelevanceWithoutWords(sort, filter.q);
  const read = await readFilter(readers.read, filter, sight);
  const page =
    read.match === null
      ? await listByRecord(
          read.isWalk ? await walkerAmong(readers) : readers.read,
          read,
          sort as RecordSort,
          paging,
          sight,
        )
      : await listMatches(
          readers.read,
          { match: read.match, conditions: read.unsaid, places: read.places },
          sort,
          paging,
          sight,
        );
  return paging.count ? { ...page, total: await countAll(readers, read) } : page;
}

async function listByRecord(
  from: Handle,
  { conditions, stances }: ReadFilter,
  sort: RecordSort,
  paging: Paging,
  sight: Visibility,
): Promise<Page<Statement, readonly string[]>> {
  if (stances?.isNamed) {
    const places = await statementsByStance(from, stances, orderOf(sort), {
      limit: paging.limit + 1,
      after: paging.after,
    });
    const { items: page, next } = cutPage(places, paging.limit, placeIn(sort));
    const items = await statementsNamed(
      from,
      page.map(({ id }) => id),
      sight,
      paging.members,
    );
    return { items, next };
  }
  const { items: page, next } = cutPage(await rowsOf(from, conditions, sort, paging), paging.limit, placeIn(sort));
  return { items: await showStatements(from, page, sight, paging.members), next };
}

function placeIn(sort: RecordSort): (row: Placed) => readonly string[] {
  return ({ id, saidSort }) => (isByDate(sort) ? [saidSort, id] : [id]);
}

async function listMatches(
  from: Handle,
  search: Search,
  sort: MatchSort,
  paging: Paging,
  sight: Visibility,
): Promise<Page<Statement, readonly string[]>> {
  const { items, next } = await pageOfMatches(from, search, sort, paging);
  return { items: await statementsNamed(from, items, sight, paging.members), next };
}

/** In the order of the ids. */
async function statementsNamed(
  from: Handle,
  ids: readonly string[],
  sight: Visibility,
  members?: Members,
): Promise<Statement[]> {
  const rows = await from.query(
    `statements named${shownAs(members)}`,
    (build) => statementRows(build, members).where(build.oneOf(build.t.statements.id, 'ids')),
    { ids: [...ids] },
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return showStatements(
    from,
    ids.flatMap((id) => byId.get(id) ?? []),
    sight,
    members,
  );
}

function shownAs(members: Members | undefined): string {
  return members === undefined ? '' : ` with ${members}`;
}

/** The page is found by narrow rows, so that where many are sorted for it the whole of them is not read. */
function rowsOf(
  from: Handle,
  conditions: Condition<Tables>[],
  sort: RecordSort,
  { limit, after, members }: Paging,
): Promise<StatementRow[]> {
  const read = (part: PartAfter, rows: number) =>
    partOf(from, conditions, sort, { limit: rows, after, part, ...(members && { members }) });
  return after && isByDate(sort) ? rowsAfter(from, limit + 1, read) : read('all', limit + 1);
}

function partOf(
  from: Handle,
  conditions: Condition<Tables>[],
  sort: RecordSort,
  { limit, after, part, members }: Omit<Paging, 'count'> & { part: PartAfter },
): Promise<StatementRow[]> {
  const { name, values, holds } = allOf(conditions);
  return from.query(
    `page of statements ${sort} ${name}${after ? ` after ${part}` : ''}${shownAs(members)}`,
    (build) => {
      const page = build.db
        .select({ id: build.t.statements.id })
        .from(build.t.statements)
        .where(and(holds(build), after ? isAfter(build, sort, part) : undefined))
        .orderBy(...inOrder(build, sort))
        .limit(build.bound('limit'));
      return statementRows(build, members, ['saidSort'])
        .where(inArray(build.t.statements.id, page))
        .orderBy(...inOrder(build, sort));
    },
    { ...values, limit, ...(after && { afterDate: after[0], afterId: after.at(-1) }) },
  );
}

function isByDate(sort: RecordSort): boolean {
  return sort === 'saidAt' || sort === '-saidAt';
}

function orderOf(sort: RecordSort): Order {
  return { by: isByDate(sort) ? 'date' : 'creation', direction: sort.startsWith('-') ? 'desc' : 'asc' };
}

function inOrder({ t }: Build<Tables>, sort: RecordSort) {
  const direction = sort.startsWith('-') ? desc : asc;
  return isByDate(sort) ? [direction(t.statements.saidSort), direction(t.statements.id)] : [direction(t.statements.id)];
}

function isAfter(build: Build<Tables>, sort: RecordSort, part: PartAfter) {
  const { id, saidSort } = build.t.statements;
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  if (isByDate(sort)) return isAfterPlace(build, part, [saidSort, 'afterDate'], [id, 'afterId'], direction);
  return sql`${id} ${sql.raw(direction === 'asc' ? '>' : '<')} ${build.param('afterId')}`;
}
