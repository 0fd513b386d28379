import { and, asc, desc, inArray, sql } from 'drizzle-orm';
import type { Readers } from '../../derived/full-text/scan.ts';
import type { Search } from '../../derived/full-text/search.ts';
import { cutPage, type Members, type Page } from '../../kernel/page.ts';
import type { Build } from '../../platform/engine/engine.ts';
import type { Told } from '../../platform/engine/lasting.ts';
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
import { statementsNamed } from '../../record/statements/store.ts';
import { tellStatements } from '../../record/statements/told.ts';
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
export function listStatements(
  readers: Readers,
  filter: StatementFilter,
  sort: StatementSort,
  paging: Paging,
  sight: Visibility,
): Promise<Page<Statement, readonly string[]>> {
  const { members } = paging;
  return listAs(readers, filter, sort, paging, sight, {
    members,
    ofRows: (from, rows) => showStatements(from, rows, sight, members),
    named: (from, ids) => statementsNamed(from, ids, sight, members),
  });
}

/** The same, written as they are sent. */
export function listTold(
  readers: Readers,
  filter: StatementFilter,
  sort: StatementSort,
  paging: Paging,
  sight: Visibility,
): Promise<Page<Told, readonly string[]>> {
  const named = (from: Handle, ids: readonly string[]) => tellStatements(from, ids, sight);
  const ofRows = (from: Handle, rows: StatementRow[]) => named(from, idsOf(rows));
  return listAs(readers, filter, sort, paging, sight, { members: ['id'], ofRows, named });
}

/** What is made of each of a page: from rows with what these members are shown from, or by their ids. */
type Making<Item> = {
  members: Members | undefined;
  ofRows(from: Handle, rows: StatementRow[]): Promise<Item[]>;
  named(from: Handle, ids: readonly string[]): Promise<Item[]>;
};

async function listAs<Item>(
  readers: Readers,
  filter: StatementFilter,
  sort: StatementSort,
  paging: Paging,
  sight: Visibility,
  making: Making<Item>,
): Promise<Page<Item, readonly string[]>> {
  refuseRelevanceWithoutWords(sort, filter.q);
  const read = await readFilter(readers.read, filter, sight);
  const page =
    read.match === null
      ? await listByRecord(
          read.isWalk ? await walkerAmong(readers) : readers.read,
          read,
          sort as RecordSort,
          paging,
          making,
        )
      : await listMatches(
          readers.read,
          { match: read.match, conditions: read.unsaid, places: read.places },
          sort,
          paging,
          making,
        );
  return paging.count ? { ...page, total: await countAll(readers, read) } : page;
}

async function listByRecord<Item>(
  from: Handle,
  { conditions, stances }: ReadFilter,
  sort: RecordSort,
  paging: Paging,
  { members, ofRows, named }: Making<Item>,
): Promise<Page<Item, readonly string[]>> {
  if (stances?.isNamed) {
    const places = await statementsByStance(from, stances, orderOf(sort), {
      limit: paging.limit + 1,
      after: paging.after,
    });
    const { items: page, next } = cutPage(places, paging.limit, placeIn(sort));
    return { items: await named(from, idsOf(page)), next };
  }
  const rows = await rowsOf(from, conditions, sort, { ...paging, ...(members && { members }) });
  const { items: page, next } = cutPage(rows, paging.limit, placeIn(sort));
  return { items: await ofRows(from, page), next };
}

function placeIn(sort: RecordSort): (row: Placed) => readonly string[] {
  return ({ id, saidSort }) => (isByDate(sort) ? [saidSort, id] : [id]);
}

async function listMatches<Item>(
  from: Handle,
  search: Search,
  sort: MatchSort,
  paging: Paging,
  { named }: Making<Item>,
): Promise<Page<Item, readonly string[]>> {
  const { items, next } = await pageOfMatches(from, search, sort, paging);
  return { items: await named(from, items), next };
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
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
