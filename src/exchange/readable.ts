import { listStatements } from '../analysis/statements/list-store.ts';
import type { Readers } from '../derived/full-text/scan.ts';
import { PAGE_LIMIT_MAX, type Page } from '../kernel/page.ts';
import type { Paging } from '../platform/engine/pages.ts';
import { rowById } from '../platform/engine/rows.ts';
import type { Handle } from '../platform/engine/tables.ts';
import { findSnapshot, listArticles } from '../record/articles/store.ts';
import { listClaimRelations } from '../record/claims/relation-store.ts';
import { listClaims } from '../record/claims/store.ts';
import { listCorrections } from '../record/corrections/store.ts';
import { listDisputes, listQuestions } from '../record/disputes/store.ts';
import { listOutlets } from '../record/outlets/store.ts';
import { listRebuttals } from '../record/rebuttals/store.ts';
import { listReviews } from '../record/reviews/store.ts';
import { listSides } from '../record/sides/store.ts';
import { listSpeakers } from '../record/speakers/store.ts';
import type { Statement } from '../record/statements/statement.ts';
import { SAID, type ToldLine, type ToldText } from './readable-lines.ts';

/** Whether drafts are told, and the texts of articles. */
export type Reading = { drafts: boolean; texts: boolean };
type ToldStatement = ToldLine<'statement'> & { id: string };

/** What a caller may read as lines of `record`, each after those it refers to; nothing is awaited but the handle. */
export async function* readable(from: Handle, reading: Reading): AsyncGenerator<object> {
  const sight = { drafts: reading.drafts };
  const most = yield* storyOf(from);
  if (reading.texts) yield* sayingsBesideTexts(from, reading, most);
  else for await (const statement of statementsOf(from, reading)) yield statementLine(statement, reading);
  for await (const { statement, rebuts, kind, note } of all((paging) => listRebuttals(from, {}, paging, sight)))
    yield { type: 'rebuttal', statement: statement.id, rebuts: rebuts.id, kind, note } satisfies ToldLine<'rebuttal'>;
  for await (const review of all((paging) => listReviews(from, {}, paging, sight))) {
    const { id, claim, statement, publisher, url, title, reviewedAt, rating, language } = review;
    const of = { claim: claim?.slug ?? null, statement: statement?.id ?? null, publisher: publisher.slug };
    yield { type: 'review', id, ...of, url, title, reviewedAt, rating, language } satisfies ToldLine<'review'> & {
      id: string;
    };
  }
  for await (const correction of all((paging) => listCorrections(from, {}, paging, sight))) {
    const { statement, article, claim, review, kind, note, effectiveAt } = correction;
    const of = { statement: statement?.id ?? null, article: article?.url ?? null, claim: claim?.slug ?? null };
    const told = { type: 'correction' as const, ...of, review: review?.id ?? null, kind, note, effectiveAt };
    yield told satisfies ToldLine<'correction'>;
  }
}

/** All that statements refer to; gives how many texts an article has at most. */
async function* storyOf(from: Handle): AsyncGenerator<object, number> {
  for await (const { slug, name } of all((paging) => listSides(from, {}, paging)))
    yield { type: 'side', slug, name } satisfies ToldLine<'side'>;
  for await (const { slug, title, summary, sides } of all((paging) => listDisputes(from, {}, paging))) {
    const roles = sides.map(({ slug: side, role }) => ({ side, role }));
    yield { type: 'dispute', slug, title, summary, sides: roles } satisfies ToldLine<'dispute'>;
  }
  for await (const { slug, text, dispute } of all((paging) => listQuestions(from, {}, paging)))
    yield { type: 'question', slug, dispute: dispute.slug, text } satisfies ToldLine<'question'>;
  for await (const { slug, name, homepage, kind, country } of all((paging) => listOutlets(from, {}, paging)))
    yield { type: 'outlet', slug, name, homepage, kind, country } satisfies ToldLine<'outlet'>;
  let texts = 0;
  for await (const article of all((paging) => listArticles(from, {}, paging))) {
    const { url, title, outlet, byline, agencies, publishedAt, language, archiveUrl, accessedAt, snapshots } = article;
    const rest = { byline, agencies, publishedAt, language, archiveUrl, accessedAt };
    yield { type: 'article', url, title, outlet: outlet.slug, ...rest } satisfies ToldLine<'article'>;
    texts = Math.max(texts, snapshots);
  }
  for await (const speaker of all((paging) => listSpeakers(from, {}, paging))) {
    const { slug, name, kind, aliases, wikidata } = speaker;
    const affiliations = speaker.affiliations.map(({ side, ...rest }) => ({ ...rest, side: side.slug }));
    yield { type: 'speaker', slug, name, kind, aliases, wikidata, affiliations } satisfies ToldLine<'speaker'>;
  }
  for await (const { slug, question, text, terms, note } of all((paging) => listClaims(from, {}, paging)))
    yield { type: 'claim', slug, question: question.slug, text, terms, note } satisfies ToldLine<'claim'>;
  for await (const { claim, target, kind, note } of all((paging) => listClaimRelations(from, {}, paging))) {
    const ends = { claim: claim.slug, target: target.slug };
    yield { type: 'claim-relation', ...ends, kind, note } satisfies ToldLine<'claim-relation'>;
  }
  return texts;
}

/**
 * Texts and statements in the order in which whoever reads them finds each quote: a statement comes after the text in
 * which it is anchored and before the next, where its words may be others. What repeats a statement that comes later is
 * told once more when that is there.
 */
async function* sayingsBesideTexts(from: Handle, reading: Reading, texts: number): AsyncGenerator<object> {
  const roundOf = (anchor: { snapshot: number | null }) => anchor.snapshot ?? 1;
  let isAnyLate = false;
  const repeatsLater = async ({ id, repeats, anchor }: Statement): Promise<boolean> => {
    if (repeats === null) return false;
    const first = await rowById(from, 'statements', repeats.id);
    const [own, other] = [roundOf(anchor), roundOf(first?.anchor ?? anchor)];
    return other > own || (other === own && repeats.id > id);
  };
  for (let round = 1; round <= Math.max(1, texts); round += 1) {
    yield* textsOf(from, round);
    for await (const statement of statementsOf(from, reading)) {
      if (roundOf(statement.anchor) !== round) continue;
      const isLate = await repeatsLater(statement);
      isAnyLate ||= isLate;
      yield isLate ? { ...statementLine(statement, reading), repeats: null } : statementLine(statement, reading);
    }
  }
  if (!isAnyLate) return;
  for await (const statement of statementsOf(from, reading))
    if (await repeatsLater(statement)) yield statementLine(statement, reading);
}

async function* textsOf(from: Handle, number: number): AsyncGenerator<ToldText> {
  for await (const { id, url, snapshots } of all((paging) => listArticles(from, {}, paging))) {
    const found = snapshots < number ? null : await findSnapshot(from, id, number);
    if (found) yield { type: 'snapshot', article: url, text: found.text, retrievedAt: found.retrievedAt };
  }
}

async function* statementsOf(from: Handle, { drafts }: Reading): AsyncGenerator<Statement> {
  const readers: Readers = { read: from, offThread: from } as Readers;
  for (const status of drafts ? (['published', 'draft'] as const) : (['published'] as const))
    yield* all((paging) => listStatements(readers, { status }, 'createdAt', paging, { drafts }));
}

function statementLine(statement: Statement, { texts }: Reading): ToldStatement {
  const { id, article, speaker, side, dispute, repeats, anchor, status } = statement;
  const isPlaced = texts && ['exact', 'normalized', 'elided'].includes(anchor.result);
  return {
    ...{ type: 'statement', id, status: status === 'draft' ? 'draft' : 'published', article: article.url },
    ...{ speaker: speaker.slug, side: side?.slug, dispute: dispute.slug },
    ...saidIn(statement),
    anchor: isPlaced ? placeOf(anchor) : undefined,
    translations: statement.translations.map(({ stale: _, ...translation }) => translation),
    stances: statement.stances.map(({ claim, stance }) => ({ claim: claim.slug, stance })),
    repeats: repeats?.id ?? null,
  };
}

function saidIn(statement: Statement): Pick<Statement, (typeof SAID)[number]> {
  return Object.fromEntries(SAID.map((name) => [name, statement[name]])) as Pick<Statement, (typeof SAID)[number]>;
}

/** What tells the place from others that have the same words. */
function placeOf({ prefix, suffix, start, end }: Statement['anchor']): ToldStatement['anchor'] {
  if (prefix === null || suffix === null || start === null || end === null) return undefined;
  return { prefix, suffix, start, end };
}

async function* all<Item>(list: (paging: Paging) => Promise<Page<Item, readonly string[]>>): AsyncGenerator<Item> {
  for (let after: readonly string[] | null = null; ; ) {
    const page: Page<Item, readonly string[]> = await list({ limit: PAGE_LIMIT_MAX, after, count: false });
    yield* page.items;
    if (page.next === null) return;
    after = page.next;
  }
}
