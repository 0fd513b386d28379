import { and, eq, inArray, sql } from 'drizzle-orm';
import { z } from 'zod';
import { cutPage } from '../../kernel/page.ts';
import { startOf } from '../../kernel/time.ts';
import type { Paging } from '../../platform/engine/pages.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import { verifiedResults } from '../../text/quotes/quote.ts';
import { retrievalsOf } from '../articles/store.ts';
import { idInPath } from '../references.ts';

export const ANNO_CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
export const ANNO_TYPE = `application/ld+json; profile="${ANNO_CONTEXT}"`;

const TextQuoteSelector = z.strictObject({
  type: z.literal('TextQuoteSelector'),
  exact: z.string(),
  prefix: z.string().optional(),
  suffix: z.string().optional(),
});
const TextPositionSelector = z.strictObject({
  type: z.literal('TextPositionSelector'),
  start: z.int().min(0),
  end: z.int().min(0),
});

/** A quote in its article, as the W3C Web Annotation Data Model says it; offsets are code points, end exclusive. */
export const Annotation = z
  .strictObject({
    id: z.url(),
    type: z.literal('Annotation'),
    created: z.string(),
    modified: z.string(),
    motivation: z.literal('describing'),
    body: z.strictObject({ type: z.literal('SpecificResource'), source: z.url(), purpose: z.literal('describing') }),
    target: z.array(
      z.strictObject({
        type: z.literal('SpecificResource'),
        source: z.url(),
        state: z
          .strictObject({ type: z.literal('TimeState'), sourceDate: z.string(), cached: z.url().optional() })
          .optional(),
        selector: z
          .array(z.union([TextQuoteSelector, TextPositionSelector]))
          .min(2)
          .max(2)
          .describe('The quote, then its place: either finds it'),
      }),
    ),
  })
  .meta({ id: 'Annotation' });
export type Annotation = z.infer<typeof Annotation>;

const page = {
  id: z.url(),
  type: z.literal('AnnotationPage'),
  startIndex: z.int().min(0).optional(),
  next: z.url().optional(),
  items: z.array(Annotation),
};

/** The quotes of one article that stand in it, with the first page of them inside. */
export const AnnotationCollection = z
  .strictObject({
    '@context': z.literal(ANNO_CONTEXT),
    id: z.url(),
    type: z.literal('AnnotationCollection'),
    label: z.string(),
    total: z.int().min(0),
    first: z.strictObject(page),
  })
  .meta({ id: 'AnnotationCollection' });

export const AnnotationPage = z
  .strictObject({
    '@context': z.literal(ANNO_CONTEXT),
    ...page,
    partOf: z.strictObject({ id: z.url(), type: z.literal('AnnotationCollection') }),
  })
  .meta({ id: 'AnnotationPage' });

type Row = { row: Tables['statements']['$inferSelect']; url: string; archiveUrl: string | null };

/** One page of an article's verified quotes, by the order of creation; `base` is this service's own address. */
export async function listAnnotations(from: Handle, reference: string, { limit, after }: Paging, base: string) {
  const article = await idInPath(from, 'article', reference);
  const rows: Row[] = await from.query(
    `annotations of an article${after ? ' after' : ''}`,
    ({ db, t, param, bound }) =>
      db
        .select({ row: t.statements, url: t.articles.url, archiveUrl: t.articles.archiveUrl })
        .from(t.statements)
        .innerJoin(t.articles, eq(t.articles.id, t.statements.articleId))
        .where(and(verifiedIn({ t, param }), after ? sql`${t.statements.id} > ${param('after')}` : undefined))
        .orderBy(t.statements.id)
        .limit(bound('limit')),
    { article, limit: limit + 1, ...(after && { after: after[0] }) },
  );
  const cut = cutPage(rows, limit, ({ row }): readonly string[] => [row.id]);
  const times = await retrievalTimes(from, article);
  return { ...cut, items: cut.items.map((row) => annotationOf(row, times, base)) };
}

/** When each snapshot of the article was retrieved, by its number, in UTC; those of which only the day is known are left out. */
async function retrievalTimes(from: Handle, article: string): Promise<Map<number | null, string>> {
  const rows = await retrievalsOf(from, article);
  const exact = rows.filter(({ retrievedAt }) => retrievedAt.includes('T'));
  return new Map(exact.map(({ number, retrievedAt }) => [number, startOf(retrievedAt) as string]));
}

export async function countAnnotations(from: Handle, reference: string): Promise<number> {
  const article = await idInPath(from, 'article', reference);
  const rows = await from.query(
    'count of annotations of an article',
    ({ db, t, param }) =>
      db
        .select({ n: sql<number>`count(*)`.mapWith(Number) })
        .from(t.statements)
        .where(verifiedIn({ t, param })),
    { article },
  );
  return rows[0]?.n ?? 0;
}

function verifiedIn({ t, param }: { t: Tables; param: (name: string) => ReturnType<typeof sql> }) {
  return and(
    eq(t.statements.articleId, param('article')),
    eq(t.statements.status, 'published'),
    inArray(t.statements.anchorResult, verifiedResults),
  );
}

function annotationOf({ row, url, archiveUrl }: Row, times: Map<number | null, string>, base: string): Annotation {
  const { anchor } = row;
  const sourceDate = times.get(anchor.snapshot);
  const spans = anchor.parts ?? [{ start: anchor.start ?? 0, end: anchor.end ?? 0 }];
  const exact = anchor.exact ?? [row.quote];
  const statement = `${base}/v1/statements/${row.id}`;
  return {
    id: `${statement}#annotation`,
    type: 'Annotation',
    created: row.createdAt,
    modified: row.updatedAt,
    motivation: 'describing',
    body: { type: 'SpecificResource', source: statement, purpose: 'describing' },
    target: spans.map(({ start, end }, at) => ({
      type: 'SpecificResource',
      source: url,
      ...(sourceDate && { state: { type: 'TimeState', sourceDate, ...(archiveUrl && { cached: archiveUrl }) } }),
      selector: [
        {
          type: 'TextQuoteSelector',
          exact: exact[at] ?? row.quote,
          ...(at === 0 && anchor.prefix && { prefix: anchor.prefix }),
          ...(at === spans.length - 1 && anchor.suffix && { suffix: anchor.suffix }),
        },
        { type: 'TextPositionSelector', start, end },
      ],
    })),
  };
}
