import { listStatements } from '../analysis/statements/list-store.ts';
import type { Readers } from '../derived/full-text/scan.ts';
import { PAGE_LIMIT_MAX, type Page } from '../kernel/page.ts';
import type { Paging } from '../platform/engine/pages.ts';
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

/** Whether drafts are told, and the texts of articles. */
export type Reading = { drafts: boolean; texts: boolean };
type Line = { type: string } & Record<string, unknown>;

/** What a caller may read as lines of `record`, each after those it refers to; nothing is awaited but the handle. */
export async function* readable(from: Handle, { drafts, texts }: Reading): AsyncGenerator<Line> {
  const sight = { drafts };
  const readers: Readers = { read: from, offThread: from } as Readers;
  for await (const { slug, name } of all((paging) => listSides(from, {}, paging))) yield { type: 'side', slug, name };
  for await (const { slug, title, summary, sides } of all((paging) => listDisputes(from, {}, paging)))
    yield { type: 'dispute', slug, title, summary, sides: sides.map(({ slug, role }) => ({ side: slug, role })) };
  for await (const { slug, text, dispute } of all((paging) => listQuestions(from, {}, paging)))
    yield { type: 'question', slug, dispute: dispute.slug, text };
  for await (const { slug, name, homepage, kind, country } of all((paging) => listOutlets(from, {}, paging)))
    yield { type: 'outlet', slug, name, homepage, kind, country };
  for await (const article of all((paging) => listArticles(from, {}, paging))) {
    const { url, title, outlet, byline, agencies, publishedAt, language, archiveUrl, accessedAt } = article;
    const rest = { byline, agencies, publishedAt, language, archiveUrl, accessedAt };
    yield { type: 'article', url, title, outlet: outlet.slug, ...rest };
    for (let number = 1; texts && number <= article.snapshots; number += 1) {
      const found = await findSnapshot(from, article.id, number);
      if (found) yield { type: 'snapshot', article: url, text: found.text, retrievedAt: found.retrievedAt };
    }
  }
  for await (const { slug, name, kind, aliases, wikidata, affiliations } of all((paging) =>
    listSpeakers(from, {}, paging),
  )) {
    const sides = affiliations.map(({ side, title, from, until }) => ({ side: side.slug, title, from, until }));
    yield { type: 'speaker', slug, name, kind, aliases, wikidata, affiliations: sides };
  }
  for await (const { slug, question, text, terms, note } of all((paging) => listClaims(from, {}, paging)))
    yield { type: 'claim', slug, question: question.slug, text, terms, note };
  for await (const { claim, target, kind, note } of all((paging) => listClaimRelations(from, {}, paging)))
    yield { type: 'claim-relation', claim: claim.slug, kind, target: target.slug, note };
  for (const status of drafts ? (['published', 'draft'] as const) : (['published'] as const))
    for await (const statement of all((paging) => listStatements(readers, { status }, 'createdAt', paging, sight))) {
      const { id, article, speaker, side, dispute, stances, repeats } = statement;
      const { quote, quoteType, cue, groundRules, language, original, saidAt, setting, context, note } = statement;
      yield {
        ...{ type: 'statement', id, status, article: article.url, speaker: speaker.slug, side: side?.slug },
        ...{ dispute: dispute.slug, quote, quoteType, cue, groundRules, language, original, saidAt, setting, context },
        translations: statement.translations.map(({ stale: _, ...translation }) => translation),
        stances: stances.map(({ claim, stance }) => ({ claim: claim.slug, stance })),
        repeats: repeats?.id ?? null,
        note,
      };
    }
  for await (const { statement, rebuts, kind, note } of all((paging) => listRebuttals(from, {}, paging, sight)))
    yield { type: 'rebuttal', statement: statement.id, rebuts: rebuts.id, kind, note };
  for await (const review of all((paging) => listReviews(from, {}, paging, sight))) {
    const { claim, statement, publisher, url, title, reviewedAt, rating, language } = review;
    const { label, value, best, worst, normalized } = rating;
    const of = { claim: claim?.slug ?? null, statement: statement?.id ?? null, publisher: publisher.slug };
    const told = { label, value, best, worst, normalized };
    yield { type: 'review', ...of, url, title, reviewedAt, rating: told, language };
  }
  for await (const correction of all((paging) => listCorrections(from, {}, paging, sight))) {
    const { statement, article, claim, review, kind, note, effectiveAt } = correction;
    const of = { statement: statement?.id ?? null, article: article?.url ?? null, claim: claim?.slug ?? null };
    yield { type: 'correction', ...of, review: review?.id ?? null, kind, note, effectiveAt };
  }
}

async function* all<Item>(list: (paging: Paging) => Promise<Page<Item, readonly string[]>>): AsyncGenerator<Item> {
  for (let after: readonly string[] | null = null; ; ) {
    const page: Page<Item, readonly string[]> = await list({ limit: PAGE_LIMIT_MAX, after, count: false });
    yield* page.items;
    if (page.next === null) return;
    after = page.next;
  }
}
