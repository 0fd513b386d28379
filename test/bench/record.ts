import { ID_PREFIXES, idFromKey, type Kind } from '../../src/kernel/id.ts';
import type { Tables } from '../../src/platform/engine/tables.ts';
import { entryWords } from '../../src/text/words/entry.ts';
import { EVERY } from '../../src/text/words/match.ts';
import { firstPlaceAt } from '../../src/text/words/place.ts';
import { wordsOf } from '../../src/text/words/token.ts';
import { Chance, vocabulary } from './random.ts';
import { statementsOf } from './statements.ts';

export const DISPUTES = 10;
export const SIDES = 20;
export const SPEAKERS = 5000;
export const QUESTIONS = 200;
export const CLAIMS_OF_QUESTION = 4;
export const OUTLETS = 200;
const ARTICLES_MAX = 100_000;
const VOCABULARY = 20_000;
const FIRST_DAY = Date.UTC(2019, 0, 1);
const DAYS = 5 * 365;
const NOW = '2024-01-01T00:00:00.000Z';
/** Of the vocabulary: a contested word that every sixth quote has, another, and words as rare as contested ones are. */
const [CONTESTED, OPPOSED, RARE_TERMS] = [7, 9, 1000];

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

export type Insert = <Name extends keyof Tables>(table: Name, row: Record<string, unknown>) => void;

/** What the parts of a record are made of. */
export type Making = {
  size: number;
  articles: number;
  chance: Chance;
  /** The most frequent first. */
  words: string[];
  /** The claim that lists a term. */
  listed: Map<string, string>;
  insert: Insert;
  /** An entry of the search, found by `text` before `more`. */
  addEntry(
    kind: 'statement' | 'claim' | 'speaker' | 'article',
    entityId: string,
    date: string,
    words: { text: string; more?: string; facets: string[] },
  ): void;
};

const KINDS = new Map(Object.entries(ID_PREFIXES).map(([kind, prefix]) => [prefix as string, kind as Kind]));
/** The id of a kind by its prefix, the same each time. */
export const id = (prefix: string, n: number) => idFromKey(KINDS.get(prefix) as Kind, n);
export const entity = (prefix: string, n: number) => ({
  ...{ id: id(prefix, n), revision: 1 },
  ...{ createdAt: NOW, updatedAt: NOW },
});
/** Of the `n`-th of `size` things that are spread over the years. */
export const dayOf = (n: number, size: number) => Math.floor((n * DAYS) / size);
export const dateOf = (n: number, size: number) => new Date(FIRST_DAY + dayOf(n, size) * 86_400_000).toISOString();

/** The sides of a dispute; each side is in several. */
export const sidesOf = (dispute: number) => [
  2 * dispute,
  2 * dispute + 1,
  (2 * dispute + 2) % SIDES,
  (2 * dispute + 5) % SIDES,
];

/**
 * A record of `size` statements: 20 sides in 10 disputes, 5,000 speakers, up to 100,000 articles, five years, Zipf words,
 * stances on 80 % of the statements, rebuttals of 20 %, every tenth the repetition of another, a term in half of the
 * quotes. The same for the same size on every machine. History is left empty, since nothing that is measured reads it.
 */
export function writeRecord(insert: Insert, size: number): Landmarks {
  const chance = new Chance(size);
  const making: Making = {
    size,
    articles: Math.min(ARTICLES_MAX, Math.max(100, Math.floor(size / 10))),
    chance,
    words: vocabulary(chance, VOCABULARY),
    listed: new Map(),
    insert,
    addEntry: entriesIn(insert),
  };
  writeDisputes(making);
  writeClaims(making);
  writeSpeakers(making);
  writeArticles(making);
  const statements = statementsOf(making);
  for (let n = 0; n < size; n += 1) statements.write(n);
  statements.finish();
  return landmarksOf(making);
}

function entriesIn(insert: Insert): Making['addEntry'] {
  const places = new Map<bigint, number>();
  return (kind, entityId, date, { text, more, facets }) => {
    const first = firstPlaceAt(date);
    const count = places.get(first) ?? 0;
    places.set(first, count + 1);
    insert('searchEntries', {
      place: first + BigInt(count),
      kind,
      entityId,
      ...entryWords([wordsOf(text)], more === undefined ? [] : [wordsOf(more)]),
      facets: [EVERY[kind], ...facets].join(' '),
    });
  };
}

function writeDisputes({ insert }: Making): void {
  for (let n = 0; n < SIDES; n += 1) insert('sides', { ...entity('sid', n), slug: `side-${n}`, name: `Side ${n}` });
  for (let n = 0; n < DISPUTES; n += 1) {
    const sides = sidesOf(n).map((side) => ({ side: id('sid', side), role: 'party' as const }));
    insert('disputes', { ...entity('dsp', n), slug: `dispute-${n}`, title: `Dispute ${n}`, sides });
    for (const { side, role } of sides) insert('disputeSides', { disputeId: id('dsp', n), sideId: side, role });
  }
  for (let n = 0; n < QUESTIONS; n += 1) {
    const of = { disputeId: id('dsp', n % DISPUTES), text: `Question ${n}?` };
    insert('questions', { ...entity('qst', n), slug: `question-${n}`, ...of });
  }
}

/** The claims `n`, `n + QUESTIONS` … are on question `n`; each lists a term. */
function writeClaims({ insert, addEntry, words, listed }: Making): void {
  for (let n = 0; n < QUESTIONS * CLAIMS_OF_QUESTION; n += 1) {
    const rank = n === 0 ? CONTESTED : n === QUESTIONS ? OPPOSED : RARE_TERMS + 10 * n;
    const wording = words[rank] as string;
    const [claimId, text] = [id('clm', n), `Claim ${n}`];
    const of = { questionId: id('qst', n % QUESTIONS), disputeId: id('dsp', n % DISPUTES) };
    listed.set(wording, claimId);
    const term = { wording, firstWord: wording, variants: [wording], claims: [claimId], listing: '', isWhole: true };
    insert('terms', term);
    insert('claims', { ...entity('clm', n), slug: `claim-${n}`, ...of, text, terms: [[wording]], merged: [] });
    insert('claimTerms', { claimId, wording });
    addEntry('claim', claimId, NOW, { text, more: wording, facets: [of.disputeId, of.questionId] });
  }
}

function writeSpeakers({ insert, addEntry }: Making): void {
  for (let n = 0; n < SPEAKERS; n += 1) {
    const [speakerId, side, name] = [id('spk', n), id('sid', n % SIDES), `Speaker ${n}`];
    const affiliations = [{ title: null, side, from: null, until: null }];
    const facts = { slug: `speaker-${n}`, name, kind: 'person', aliases: [], affiliations };
    insert('speakers', { ...entity('spk', n), ...facts });
    insert('speakerSides', { speakerId, sideId: side });
    addEntry('speaker', speakerId, NOW, { text: name, facets: [] });
  }
}

function writeArticles({ insert, addEntry, articles }: Making): void {
  for (let n = 0; n < OUTLETS; n += 1)
    insert('outlets', { ...entity('out', n), slug: `outlet-${n}`, name: `Outlet ${n}`, kind: 'newspaper' });
  for (let n = 0; n < articles; n += 1) {
    const [day, title, outletId] = [dateOf(n, articles), `Article ${n}`, id('out', n % OUTLETS)];
    insert('articles', {
      ...entity('art', n),
      ...{ url: `https://outlet-${n % OUTLETS}.example/${n}`, title, outletId, byline: [], agencies: [] },
      ...{ publishedAt: day.slice(0, 10), publishedSort: day, language: 'en', snapshots: 0, newest: 0 },
    });
    addEntry('article', id('art', n), day, { text: title, facets: [outletId] });
  }
}

function landmarksOf({ size, words }: Making): Landmarks {
  const wordAt = (rank: number) => words[rank] as string;
  return {
    statement: id('stm', Math.floor(size / 2)),
    speaker: 'speaker-0',
    dispute: 'dispute-0',
    question: 'question-0',
    claims: ['claim-0', `claim-${QUESTIONS}`],
    common: wordAt(3),
    rare: wordAt(4001),
    terms: {
      common: [wordAt(CONTESTED), wordAt(OPPOSED)],
      rare: [wordAt(RARE_TERMS + 10), wordAt(RARE_TERMS + 20)],
    },
  };
}
