import { and, eq, sql } from 'drizzle-orm';
import type { Ranked } from '../../derived/full-text/rank.ts';
import type { Handle } from '../../platform/engine/tables.ts';
import { briefsOf } from '../../record/briefs.ts';
import { termsIn } from '../../record/claims/terms.ts';
import { statementBriefs } from '../../record/statements/show.ts';
import { beginningOf, snippetOf } from '../../text/words/snippet.ts';
import type { Wording } from '../../text/words/token.ts';
import type { SearchResult } from './result.ts';

type Kind = SearchResult['kind'];
type Entry = Ranked & { kind: Kind };
type Shown<Of extends Kind> = Map<string, (entry: Entry) => Promise<Extract<SearchResult, { kind: Of }>>>;

/**
 * What was found as the answer shows it, in its order. A snippet is made from the text itself; of an article's text it
 * shows the sentence around the words and no more, whoever asks: the text is its outlet's.
 */
export async function shownResults(
  from: Handle,
  entries: readonly Entry[],
  wordings: readonly Wording[],
): Promise<SearchResult[]> {
  const idsOf = (kind: Kind) => entries.filter((entry) => entry.kind === kind).map(({ id }) => id);
  const shown: { [Of in Kind]: Shown<Of> } = {
    statement: await statementsShown(from, idsOf('statement'), wordings),
    claim: await claimsShown(from, idsOf('claim'), wordings),
    speaker: await speakersShown(from, idsOf('speaker'), wordings),
    article: await articlesShown(from, idsOf('article'), wordings),
  };
  const results: SearchResult[] = [];
  for (const entry of entries) {
    const show = shown[entry.kind].get(entry.id);
    if (show) results.push(await show(entry));
  }
  return results;
}

/** From the first of the texts in which something was found, else the beginning of the first. */
function firstSnippet(texts: readonly string[], wordings: readonly Wording[], language?: string): string {
  for (const text of texts) {
    const snippet = snippetOf(text, wordings, language);
    if (snippet !== null) return snippet;
  }
  return beginningOf(texts[0] ?? '', language);
}

async function statementsShown(from: Handle, ids: string[], wordings: readonly Wording[]): Promise<Shown<'statement'>> {
  if (ids.length === 0) return new Map();
  const briefs = await statementBriefs(from, ids, { drafts: false });
  const rows = await from.query(
    'texts of statements',
    ({ db, t, oneOf }) => {
      const { id, quote, context, language } = t.statements;
      return db.select({ id, quote, context, language }).from(t.statements).where(oneOf(id, 'ids'));
    },
    { ids },
  );
  const shown: Shown<'statement'> = new Map();
  for (const { id, quote, context, language } of rows) {
    const statement = briefs.get(id);
    const texts = context === null ? [quote] : [quote, context];
    if (!statement) continue;
    shown.set(id, async () => ({ kind: 'statement', snippet: firstSnippet(texts, wordings, language), statement }));
  }
  return shown;
}

async function claimsShown(from: Handle, ids: string[], wordings: readonly Wording[]): Promise<Shown<'claim'>> {
  if (ids.length === 0) return new Map();
  const briefs = await briefsOf(from, 'claim', ids);
  const rows = await from.query(
    'terms of claims',
    ({ db, t, oneOf }) =>
      db.select({ id: t.claims.id, terms: t.claims.terms }).from(t.claims).where(oneOf(t.claims.id, 'ids')),
    { ids },
  );
  const shown: Shown<'claim'> = new Map();
  for (const { id, terms } of rows) {
    const claim = briefs.get(id);
    if (!claim) continue;
    shown.set(id, async () => ({
      kind: 'claim',
      snippet: firstSnippet([claim.text, ...termsIn(terms).flat()], wordings),
      claim,
    }));
  }
  return shown;
}

async function speakersShown(from: Handle, ids: string[], wordings: readonly Wording[]): Promise<Shown<'speaker'>> {
  if (ids.length === 0) return new Map();
  const rows = await from.query(
    'names and aliases of speakers',
    ({ db, t, oneOf }) => {
      const { id, slug, name, aliases } = t.speakers;
      return db.select({ id, slug, name, aliases }).from(t.speakers).where(oneOf(id, 'ids'));
    },
    { ids },
  );
  return new Map(
    rows.map(({ aliases, ...speaker }) => [
      speaker.id,
      async () => ({
        kind: 'speaker',
        snippet: firstSnippet([speaker.name, ...aliases], wordings),
        speaker: { ...speaker, title: null },
      }),
    ]),
  );
}

async function articlesShown(from: Handle, ids: string[], wordings: readonly Wording[]): Promise<Shown<'article'>> {
  if (ids.length === 0) return new Map();
  const rows = await from.query(
    'articles found',
    ({ db, t, oneOf }) =>
      db
        .select({
          language: t.articles.language,
          newest: t.articles.newest,
          brief: {
            id: t.articles.id,
            url: t.articles.url,
            title: t.articles.title,
            publishedAt: t.articles.publishedAt,
          },
          outlet: { id: t.outlets.id, slug: t.outlets.slug, name: t.outlets.name },
        })
        .from(t.articles)
        .innerJoin(t.outlets, eq(t.outlets.id, t.articles.outletId))
        .where(oneOf(t.articles.id, 'ids')),
    { ids },
  );
  return new Map(
    rows.map(({ language, newest, outlet, brief }) => [
      brief.id,
      async (entry) => {
        const text = await passageOf(from, entry);
        const snippet =
          (text === null ? null : snippetOf(text, wordings, language)) ??
          firstSnippet([brief.title], wordings, language);
        const { snapshot } = entry;
        const isNewest = snapshot === null || snapshot === newest;
        return { kind: 'article', snippet, article: { ...brief, outlet }, snapshot, isNewest };
      },
    ]),
  );
}

/** Code points before and after a passage that its sentences may need. */
const SURROUNDINGS = 700;

/** The passage of a snapshot with what stands around it; null for an entry that is no passage. */
async function passageOf(from: Handle, { id, snapshot, start, end }: Entry): Promise<string | null> {
  if (snapshot === null || start === null || end === null) return null;
  const first = Math.max(0, start - SURROUNDINGS);
  const rows = await from.query(
    'passage of a snapshot',
    ({ db, t, param }) =>
      db
        .select({ text: sql<string>`substr(${t.snapshots.text}, ${param('first')}, ${param('length')})` })
        .from(t.snapshots)
        .where(and(eq(t.snapshots.articleId, param('article')), eq(t.snapshots.number, param('number')))),
    { article: id, number: snapshot, first: first + 1, length: end + SURROUNDINGS - first },
  );
  return rows[0]?.text ?? null;
}
