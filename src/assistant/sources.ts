import { bibliographyLine } from '../exchange/formats/bibliography.ts';
import { citationOf } from '../exchange/formats/citation.ts';
import type { Handle } from '../platform/engine/tables.ts';
import { articleBriefs } from '../record/articles/store.ts';
import { briefsOf } from '../record/briefs.ts';
import type { Source } from './answer.ts';
import { citedArticles, citedStatements } from './cited-store.ts';

/** Sources that one answer lists; the rest is found by the ids in it. */
const SOURCES_MAX = 50;

const KINDS = { stm: 'statement', clm: 'claim', art: 'article', dsp: 'dispute' } as const;

/** Where things are found: below the address of this service, or, where it has none, as resources. */
export type Addresses = (kind: Source['kind'], id: string, slug?: string) => string;

/** The addresses of a service at this address; null where it is used over stdio alone. */
export function addressesAt(base: string | null): Addresses {
  const pages = { statement: 'statements', claim: 'claims', article: 'articles', dispute: 'disputes' } as const;
  return (kind, id, slug) =>
    base === null ? `counterclaim://${kind}/${slug ?? id}` : `${base}/${pages[kind]}/${encodeURIComponent(slug ?? id)}`;
}

/** Everything of the record that an answer names, in the order in which it does. */
export async function sourcesIn(from: Handle, result: unknown, addressOf: Addresses): Promise<Source[]> {
  const ids = idsIn(result);
  const of = (prefix: keyof typeof KINDS) => ids.filter((id) => id.startsWith(`${prefix}_`));
  const [statements, articles] = [await citedStatements(from, of('stm')), await articleBriefs(from, of('art'))];
  const [claims, disputes] = [await briefsOf(from, 'claim', of('clm')), await briefsOf(from, 'dispute', of('dsp'))];
  const told = await citedArticles(
    from,
    [...statements.values()].map(({ article }) => article.id),
  );
  const sourceOf = (id: string): Source[] => {
    const [statement, article] = [statements.get(id), articles.get(id)];
    const [claim, dispute] = [claims.get(id), disputes.get(id)];
    if (statement) {
      const line = bibliographyLine(citationOf(statement, told.get(statement.article.id) ?? null), 'apa');
      return [{ id, kind: 'statement', address: addressOf('statement', id), citation: line.trim() }];
    }
    if (article) {
      const { title, outlet, publishedAt, url } = article;
      const citation = `${title} (${publishedAt.slice(0, 10)}). ${outlet.name}. ${url}`;
      return [{ id, kind: 'article', address: addressOf('article', id), citation }];
    }
    if (claim) {
      const citation = `Claim (a paraphrase, nobody's words): ${claim.text}`;
      return [{ id, kind: 'claim', address: addressOf('claim', id, claim.slug), citation }];
    }
    if (dispute)
      return [
        { id, kind: 'dispute', address: addressOf('dispute', id, dispute.slug), citation: `Dispute: ${dispute.title}` },
      ];
    return [];
  };
  return ids.flatMap(sourceOf);
}

/** Ids of what can be a source, each once. */
function idsIn(result: unknown): string[] {
  const ids = new Set<string>();
  const walk = (value: unknown): void => {
    if (ids.size >= SOURCES_MAX || typeof value !== 'object' || value === null) return;
    const { id } = value as { id?: unknown };
    if (typeof id === 'string' && id.slice(0, 3) in KINDS && id[3] === '_') ids.add(id);
    for (const inner of Object.values(value)) walk(inner);
  };
  walk(result);
  return [...ids].slice(0, SOURCES_MAX);
}
