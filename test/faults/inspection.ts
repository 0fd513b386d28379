import Database from 'better-sqlite3';
import { ne, sql } from 'drizzle-orm';
import { entityOf } from '../../src/derived/full-text/search.ts';
import { verifyChain } from '../../src/history/verify.ts';
import type { Engine, Handle } from '../../src/platform/engine/tables.ts';

type Row = Record<string, unknown> & { id: string };

/** Everything that is wrong in a database; an empty list when every write is there as a whole, or not at all. */
export async function faultsOf({ read, kind }: Engine): Promise<string[]> {
  const faults = [
    ...(await brokenLinks(read)),
    ...(await halfWritten(read)),
    ...(await differingCopies(read)),
    ...(await answersToNothing(read)),
    ...(await differingSearch(read)),
  ];
  return kind === 'sqlite' ? [...faults, ...(await brokenPages(read))] : faults;
}

async function brokenLinks(read: Handle): Promise<string[]> {
  const { broken } = await verifyChain(read);
  return broken === null ? [] : [`line ${broken.seq}: ${broken.why}`];
}

/** Entities whose history has not one line a revision, and statements without the answer that was written inside them. */
async function halfWritten(read: Handle): Promise<string[]> {
  const faults: string[] = [];
  const lines = new Map<string, number>();
  const counted = await read.query('lines an entity', ({ db, t }) =>
    db
      .select({
        id: t.changes.entityId,
        n: sql<number>`count(*)`.mapWith(Number),
        last: sql<number>`max(${t.changes.revision})`.mapWith(Number),
      })
      .from(t.changes)
      .groupBy(t.changes.entityId),
  );
  for (const { id, n, last } of counted) {
    lines.set(id, n);
    if (n !== last) faults.push(`${id} has ${n} lines of history and was at revision ${last}`);
  }
  const statements = await read.query('all statements', ({ db, t }) => db.select().from(t.statements));
  const rebuttals = await read.query('all rebuttals', ({ db, t }) => db.select().from(t.rebuttals));
  for (const { id, revision } of [...statements, ...rebuttals] as { id: string; revision: number }[])
    if (lines.get(id) !== revision) faults.push(`${id} is at revision ${revision} and has ${lines.get(id)} lines`);
  const answers = new Map(rebuttals.map(({ rebutsId, statementId }) => [rebutsId, statementId]));
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const quotes = new Set<string>();
  for (const { id, quote } of statements) {
    if (!/ says \d+$/.test(quote)) continue;
    if (quotes.has(quote)) faults.push(`"${quote}" stands twice`);
    quotes.add(quote);
    if (byId.get(answers.get(id) ?? '')?.quote !== `${quote}, answered`) faults.push(`"${quote}" lacks its answer`);
  }
  return faults;
}

/** Rows that are joined and counted by must say what the entities say that they are copied from. */
async function differingCopies(read: Handle): Promise<string[]> {
  const faults: string[] = [];
  const compare = (what: string, entities: Row[], told: (row: Row) => string[], copies: [string, string][]) => {
    const byEntity = Map.groupBy(copies, ([id]) => id);
    for (const row of entities) {
      const copied = (byEntity.get(row.id) ?? []).map(([, copy]) => copy).sort();
      if (JSON.stringify(told(row).sort()) !== JSON.stringify(copied))
        faults.push(`${what} of ${row.id} differ: ${copied}`);
      byEntity.delete(row.id);
    }
    for (const id of byEntity.keys()) faults.push(`${what} of ${id}, which is not there`);
  };
  const statements = await read.query('all statements', ({ db, t }) => db.select().from(t.statements));
  const stances = await read.query('all stances', ({ db, t }) => db.select().from(t.stances));
  compare(
    'stances',
    statements as never,
    (row) =>
      (row.stances as { claim: string; stance: string }[]).map(
        ({ claim, stance }) => `${claim} ${stance} ${row.status} ${row.sideId}`,
      ),
    stances.map(({ statementId, claimId, stance, status, sideId }) => [
      statementId,
      `${claimId} ${stance} ${status} ${sideId}`,
    ]),
  );
  const disputes = await read.query('all disputes', ({ db, t }) => db.select().from(t.disputes));
  const disputeSides = await read.query('all sides of disputes', ({ db, t }) => db.select().from(t.disputeSides));
  compare(
    'sides',
    disputes as never,
    (row) => (row.sides as { side: string }[]).map(({ side }) => side),
    disputeSides.map(({ disputeId, sideId }) => [disputeId, sideId]),
  );
  const speakers = await read.query('all speakers', ({ db, t }) => db.select().from(t.speakers));
  const speakerSides = await read.query('all sides of speakers', ({ db, t }) => db.select().from(t.speakerSides));
  compare(
    'affiliations',
    speakers as never,
    (row) => [...new Set((row.affiliations as { side: string }[]).map(({ side }) => side))],
    speakerSides.map(({ speakerId, sideId }) => [speakerId, sideId]),
  );
  const articles = await read.query('all articles', ({ db, t }) => db.select().from(t.articles));
  const snapshots = await read.query('all numbers of snapshots', ({ db, t }) =>
    db.select({ articleId: t.snapshots.articleId, number: t.snapshots.number }).from(t.snapshots),
  );
  compare(
    'snapshots',
    articles as never,
    (row) => Array.from({ length: row.snapshots as number }, (_, at) => String(at + 1)),
    snapshots.map(({ articleId, number }) => [articleId, String(number)]),
  );
  return faults;
}

/** What search looks through must be what was not withdrawn, each once beside the passages of texts. */
async function differingSearch(read: Handle): Promise<string[]> {
  const entries = await read.query('all entries of search', ({ db, t }) =>
    db
      .select({ id: entityOf(t) })
      .from(t.searchEntries)
      .where(sql`${t.searchEntries.snapshot} is null`),
  );
  const there = await read.query('all that is to be found', ({ db, t }) =>
    db.select({ id: t.statements.id }).from(t.statements).where(ne(t.statements.status, 'withdrawn')),
  );
  // A claim that was merged is found as the one that it was merged into.
  there.push(
    ...(await read.query('claims that stand for themselves', ({ db, t }) =>
      db.select({ id: t.claims.id }).from(t.claims).where(sql`${t.claims.mergedIntoId} is null`),
    )),
  );
  for (const table of ['speakers', 'articles'] as const)
    there.push(...(await read.query(`ids of ${table}`, ({ db, t }) => db.select({ id: t[table].id }).from(t[table]))));
  const found = entries.map(({ id }) => id);
  const isFound = new Set(found);
  const missing = there.filter(({ id }) => !isFound.has(id)).map(({ id }) => `search does not find ${id}`);
  const known = new Set(there.map(({ id }) => id));
  const gone = found.filter((id) => !known.has(id)).map((id) => `search finds ${id}, which is not there`);
  const twice = found.length === isFound.size ? [] : ['search has an entry twice'];
  return [...missing, ...gone, ...twice];
}

/** SQLite's own check of the full-text index against what it is an index of. It is a write, so it takes a file. */
export function brokenFullText(file: string): string[] {
  const connection = new Database(file);
  try {
    connection.exec(`INSERT INTO search_index (search_index, rank) VALUES ('integrity-check', 1)`);
    return [];
  } catch (error) {
    return [`full text: ${(error as Error).message}`];
  } finally {
    connection.close();
  }
}

/** A remembered request must have made what it says. */
async function answersToNothing(read: Handle): Promise<string[]> {
  const rows = await read.query('claims without history', ({ db, t }) =>
    db
      .select({ key: t.idempotencyKeys.key })
      .from(t.idempotencyKeys)
      .where(sql`not exists (select 1 from ${t.changes} where ${t.changes.entityId} = ${t.idempotencyKeys.entityId})`),
  );
  return rows.map(({ key }) => `the Idempotency-Key ${key} made nothing`);
}

/** SQLite's own checks: pages, indexes, references. */
async function brokenPages(read: Handle): Promise<string[]> {
  const pages = await read.query('integrity', ({ db }) =>
    db.select({ found: sql<string>`integrity_check` }).from(sql`pragma_integrity_check`),
  );
  const references = await read.query('references', ({ db }) =>
    db.select({ table: sql<string>`"table"` }).from(sql`pragma_foreign_key_check`),
  );
  return [
    ...pages.map(({ found }) => found).filter((found) => found !== 'ok'),
    ...references.map(({ table }) => `a reference of ${table} leads nowhere`),
  ];
}
