import type Database from 'better-sqlite3';
import { getTableColumns, getTableName } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { transactionOn } from '../../src/platform/engine/engine.ts';
import { migrateSqlite } from '../../src/platform/engine/migrate.ts';
import { systemSources } from '../../src/platform/engine/open.ts';
import { openSqliteFile } from '../../src/platform/engine/sqlite.ts';
import { handleOn } from '../../src/platform/engine/sqlite-handle.ts';
import { rebuildTotals } from '../../src/statements/totals.ts';
import { type Tables, tables } from '../../src/tables.ts';
import { rebuildTallies } from '../../src/tallies/rebuild.ts';
import { togetherIn } from '../../src/tallies/together.ts';
import { countedUnder } from '../../src/terms/counting.ts';
import { entryWords } from '../../src/words/entry.ts';
import { EVERY } from '../../src/words/match.ts';
import { firstPlaceAt } from '../../src/words/place.ts';
import { tokenize, wordsOf } from '../../src/words/token.ts';
import { Chance, vocabulary } from './random.ts';

const t = tables.sqlite;
const DISPUTES = 10;
const SIDES = 20;
const SPEAKERS = 5000;
const QUESTIONS = 200;
const CLAIMS_OF_QUESTION = 4;
const FIRST_DAY = Date.UTC(2019, 0, 1);
const DAYS = 5 * 365;
const NOW = '2024-01-01T00:00:00.000Z';
/** Of the vocabulary: a contested word that every sixth quote has, another, and words as rare as contested ones are. */
const [CONTESTED, OPPOSED, RARE_TERMS] = [7, 9, 1000];
const NO_SAVEPOINT = { set: () => {}, undo: () => {}, release: () => {} };

/** Ids and words that the benchmark asks for. */
export type Landmarks = {
  statement: string;
  speaker: string;
  dispute: string;
  question: string;
  claims: string[];
  common: string;
  rare: string;
  /** Listed by two claims of one question, and in many quotes; listed, and in few. */
  terms: { common: [string, string]; rare: [string, string] };
};

/**
 * A record of `size` statements in a SQLite file: 20 sides in 10 disputes, 5,000 speakers, up to 100,000 articles, five
 * years, Zipf words, stances on 80 % of the statements, rebuttals of 20 %, every tenth the repetition of another, a term
 * in half of the quotes. The same for the same size on every machine.
 * History is left empty, since nothing that is measured reads it.
 */
export async function generateRecord(file: string, size: number): Promise<Landmarks> {
  const connection = openSqliteFile(file);
  migrateSqlite(connection);
  connection.pragma('synchronous = OFF');
  connection.pragma('foreign_keys = OFF');
  const triggers = connection
    .prepare(
      "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND tbl_name IN ('search_entries', 'statements', 'stances', 'term_usages')",
    )
    .all() as { name: string; sql: string }[];
  for (const { name } of triggers) connection.exec(`DROP TRIGGER ${name}`);
  const insert = inserterOn(connection);
  connection.exec('BEGIN');
  const landmarks = writeRecord(insert, size);
  const tx = transactionOn(handleOn(connection, t), systemSources(), NO_SAVEPOINT, async () => {});
  await rebuildTallies(tx);
  await rebuildTotals(tx);
  connection.exec('COMMIT');
  connection.exec("INSERT INTO search_index (search_index) VALUES ('rebuild')");
  for (const { sql } of triggers) connection.exec(sql);
  connection.exec('ANALYZE');
  connection.pragma('wal_checkpoint(TRUNCATE)');
  connection.close();
  return landmarks;
}

type Insert = <Name extends keyof Tables>(table: Name, row: Record<string, unknown>) => void;

function inserterOn(connection: Database.Database): Insert {
  const statements = new Map<
    string,
    { run(...values: unknown[]): unknown; columns: [string, { mapToDriverValue(value: unknown): unknown }][] }
  >();
  return (name, row) => {
    let known = statements.get(name);
    if (!known) {
      const table = t[name] as SQLiteTable;
      const columns = Object.entries(getTableColumns(table));
      const names = columns.map(([, column]) => `"${column.name}"`).join(', ');
      const prepared = connection.prepare(
        `INSERT INTO "${getTableName(table)}" (${names}) VALUES (${columns.map(() => '?').join(', ')})`,
      );
      known = { run: (...values) => prepared.run(...values), columns: columns as never };
      statements.set(name, known);
    }
    known.run(
      ...known.columns.map(([key, column]) =>
        row[key] === undefined || row[key] === null ? null : column.mapToDriverValue(row[key]),
      ),
    );
  };
}

const id = (prefix: string, n: number) => `${prefix}_${String(n).padStart(26, '0')}`;
const entity = (prefix: string, n: number) => ({ id: id(prefix, n), revision: 1, createdAt: NOW, updatedAt: NOW });

function writeRecord(insert: Insert, size: number): Landmarks {
  const chance = new Chance(size);
  const words = vocabulary(chance, 20_000);
  const places = new Map<bigint, number>();
  /** The claim that lists a term. */
  const listed = new Map<string, string>();
  /** The latest statements of each dispute, which are the ones that get answered. */
  const firstReports = new Map<number, number>();
  /** Hours to the first answer of a statement, and the dispute and side of what may be answered. */
  const answers = new Map<number, number>();
  const placed = new Map<number, { disputeId: string; sideId: string }>();
  const recents: number[][] = Array.from({ length: DISPUTES }, () => []);
  const addEntry = (
    kind: 'statement' | 'claim' | 'speaker' | 'article',
    entityId: string,
    date: string,
    text: string,
    more: string,
    facets: string[],
  ) => {
    const first = firstPlaceAt(date);
    const count = places.get(first) ?? 0;
    places.set(first, count + 1);
    const entry = entryWords([wordsOf(text)], more === '' ? [] : [wordsOf(more)]);
    insert('searchEntries', {
      place: first + BigInt(count),
      kind,
      entityId,
      ...entry,
      facets: [EVERY[kind], ...facets].join(' '),
    });
  };
  const sentence = (length: number) => Array.from({ length }, () => words[chance.rankOf(words.length)]).join(' ');

  for (let n = 0; n < SIDES; n += 1) insert('sides', { ...entity('sid', n), slug: `side-${n}`, name: `Side ${n}` });
  const sidesOf = Array.from({ length: DISPUTES }, (_, n) => [
    2 * n,
    2 * n + 1,
    (2 * n + 2) % SIDES,
    (2 * n + 5) % SIDES,
  ]);
  for (let n = 0; n < DISPUTES; n += 1) {
    const sides = (sidesOf[n] as number[]).map((side) => ({ side: id('sid', side), role: 'party' as const }));
    insert('disputes', { ...entity('dsp', n), slug: `dispute-${n}`, title: `Dispute ${n}`, sides });
    for (const { side, role } of sides) insert('disputeSides', { disputeId: id('dsp', n), sideId: side, role });
  }
  for (let n = 0; n < QUESTIONS; n += 1) {
    insert('questions', {
      ...entity('qst', n),
      slug: `question-${n}`,
      disputeId: id('dsp', n % DISPUTES),
      text: `Question ${n}?`,
    });
  }
  for (let n = 0; n < QUESTIONS * CLAIMS_OF_QUESTION; n += 1) {
    const question = n % QUESTIONS;
    const rank = n === 0 ? CONTESTED : n === QUESTIONS ? OPPOSED : RARE_TERMS + 10 * n;
    const terms = [words[rank] as string];
    listed.set(terms[0] as string, id('clm', n));
    insert('terms', {
      wording: terms[0],
      firstWord: terms[0],
      variants: terms,
      claims: [id('clm', n)],
      listing: '',
      isWhole: true,
    });
    insert('claims', {
      ...entity('clm', n),
      slug: `claim-${n}`,
      questionId: id('qst', question),
      disputeId: id('dsp', question % DISPUTES),
      text: `Claim ${n}`,
      terms,
      merged: [],
    });
    insert('claimTerms', { claimId: id('clm', n), wording: terms[0] });
    addEntry('claim', id('clm', n), NOW, `Claim ${n}`, terms[0] as string, [
      id('dsp', question % DISPUTES),
      id('qst', question),
    ]);
  }
  const outlets = 200;
  for (let n = 0; n < outlets; n += 1)
    insert('outlets', { ...entity('out', n), slug: `outlet-${n}`, name: `Outlet ${n}`, kind: 'newspaper' });
  for (let n = 0; n < SPEAKERS; n += 1) {
    const side = id('sid', n % SIDES);
    insert('speakers', {
      ...entity('spk', n),
      slug: `speaker-${n}`,
      name: `Speaker ${n}`,
      kind: 'person',
      aliases: [],
      affiliations: [{ title: null, side, from: null, until: null }],
    });
    insert('speakerSides', { speakerId: id('spk', n), sideId: side });
    addEntry('speaker', id('spk', n), NOW, `Speaker ${n}`, '', []);
  }
  const articles = Math.min(100_000, Math.max(100, Math.floor(size / 10)));
  for (let n = 0; n < articles; n += 1) {
    const day = new Date(FIRST_DAY + Math.floor((n * DAYS) / articles) * 86_400_000).toISOString();
    const row = {
      url: `https://outlet-${n % outlets}.example/${n}`,
      title: `Article ${n}`,
      outletId: id('out', n % outlets),
      byline: [],
      agencies: [],
      publishedAt: day.slice(0, 10),
      publishedSort: day,
      language: 'en',
      snapshots: 0,
    };
    insert('articles', { ...entity('art', n), ...row });
    addEntry('article', id('art', n), day, row.title, '', [row.outletId]);
  }
  for (let n = 0; n < size; n += 1) writeStatement(n);
  for (const [n, hours] of answers)
    insert('answered', { statementId: id('stm', n), ...(placed.get(n) as object), hours });

  function writeStatement(n: number): void {
    const dispute = chance.rankOf(DISPUTES);
    const side = chance.oneOf(sidesOf[dispute] as number[]);
    const speaker = side + SIDES * chance.rankOf(SPEAKERS / SIDES);
    const article = Math.min(articles - 1, Math.floor((n * articles) / size));
    const day = new Date(FIRST_DAY + Math.floor((n * DAYS) / size) * 86_400_000).toISOString();
    const recent = recents[dispute] as number[];
    const repeated = chance.happens(0.1) ? (firstReports.get(chance.oneOf(recent)) ?? null) : null;
    const quote = sentence(8 + chance.below(18));
    const stances = chance.happens(0.8) ? stancesIn(dispute) : [];
    const facts = {
      disputeId: id('dsp', dispute),
      sideId: id('sid', side),
      speakerId: id('spk', speaker),
      outletId: id('out', article % outlets),
      articleId: id('art', article),
    };
    const anchor = {
      result: 'no-text',
      snapshot: null,
      start: null,
      end: null,
      prefix: null,
      suffix: null,
      fragment: null,
      hints: null,
    };
    insert('statements', {
      ...entity('stm', n),
      ...facts,
      status: 'published',
      quote,
      quoteType: 'direct',
      groundRules: 'on-record',
      language: 'en',
      translations: [],
      saidAt: day.slice(0, 10),
      saidSort: day,
      publishedSort: day,
      anchorResult: 'no-text',
      anchor,
      repeatsId: repeated === null ? null : id('stm', repeated),
      stances: stances.map(({ claim, stance }) => ({ claim: id('clm', claim), stance })),
    });
    for (const [at, { claim, stance }] of stances.entries()) {
      insert('stances', {
        ...facts,
        statementId: id('stm', n),
        claimId: id('clm', claim),
        stance,
        questionId: id('qst', claim % QUESTIONS),
        utteranceId: id('stm', repeated ?? n),
        status: 'published',
        saidSort: day,
        // All of them are on one question.
        ofQuestion: at === 0 ? 1 : 0,
        ofStatement: at === 0 ? 1 : 0,
        together: togetherIn(stances.map((one) => id('clm', one.claim))),
      });
    }
    writeUsages(n, repeated, day, quote, stances, facts);
    addEntry('statement', id('stm', n), day, quote, '', [
      facts.disputeId,
      facts.sideId,
      facts.speakerId,
      facts.outletId,
      facts.articleId,
      ...stances.map(({ claim }) => id('clm', claim)),
      ...new Set(stances.map(({ claim }) => id('qst', claim % QUESTIONS))),
    ]);
    placed.set(n, { disputeId: facts.disputeId, sideId: facts.sideId });
    if (repeated === null) firstReports.set(n, n);
    remember(dispute, n);
    if (n > 100 && chance.happens(0.2)) rebut(dispute, n);
  }

  function writeUsages(
    n: number,
    repeated: number | null,
    saidSort: string,
    quote: string,
    stances: ReturnType<typeof stancesIn>,
    { sideId, speakerId, outletId }: Record<'sideId' | 'speakerId' | 'outletId', string>,
  ): void {
    const tokens = tokenize(quote);
    const there = [...new Set(tokens.map(({ token }) => token))].filter((token) => listed.has(token));
    const said = {
      quote,
      quoteType: 'direct' as const,
      language: 'en',
      stances: stances.map(({ claim, stance }) => ({ claim: id('clm', claim), stance })),
    };
    for (const wording of there) {
      const wanted = { variants: [[wording]], claims: new Set([listed.get(wording) as string]) };
      insert('termUsages', {
        statementId: id('stm', n),
        wording,
        usage: countedUnder(said, tokens, wanted)?.usage,
        sideId,
        speakerId,
        outletId,
        utteranceId: id('stm', repeated ?? n),
        saidSort,
        together: togetherIn(there),
      });
    }
  }

  function stancesIn(dispute: number) {
    const question = dispute + DISPUTES * chance.rankOf(QUESTIONS / DISPUTES);
    const first = chance.below(CLAIMS_OF_QUESTION);
    const claims = chance.happens(0.3) ? [first, (first + 1) % CLAIMS_OF_QUESTION] : [first];
    return claims.map((claim) => ({
      claim: question + QUESTIONS * claim,
      stance: chance.oneOf(['support', 'support', 'deny', 'comment', 'query'] as const),
    }));
  }

  function remember(dispute: number, n: number): void {
    const recent = recents[dispute] as number[];
    recent.push(n);
    if (recent.length > 500) recent.shift();
  }

  function rebut(dispute: number, n: number): void {
    const answered = chance.oneOf(recents[dispute] as number[]);
    if (answered === n) return;
    const kind = chance.oneOf(['denial', 'reframing', 'counter-accusation', 'undercut', 'concession'] as const);
    if (kind !== 'concession') {
      const days = Math.floor((n * DAYS) / size) - Math.floor((answered * DAYS) / size);
      answers.set(answered, Math.min(answers.get(answered) ?? Number.POSITIVE_INFINITY, 24 * days));
    }
    insert('rebuttals', { ...entity('reb', n), statementId: id('stm', n), rebutsId: id('stm', answered), kind });
  }

  return {
    statement: id('stm', Math.floor(size / 2)),
    speaker: 'speaker-0',
    dispute: 'dispute-0',
    question: 'question-0',
    claims: ['claim-0', 'claim-200'],
    common: words[3] as string,
    rare: words[4001] as string,
    terms: {
      common: [words[CONTESTED] as string, words[OPPOSED] as string],
      rare: [words[RARE_TERMS + 10] as string, words[RARE_TERMS + 20] as string],
    },
  };
}
