import { sql } from 'drizzle-orm';
import { listStatements } from '../analysis/statements/list-store.ts';
import { PAGE_LIMIT_MAX, type Page } from '../kernel/page.ts';
import { rowById } from '../platform/engine/rows.ts';
import type { Engine, Handle } from '../platform/engine/tables.ts';
import type { Review } from '../record/reviews/review.ts';
import { listReviews } from '../record/reviews/store.ts';
import { type AroundClaim, claimantOf, type Supporter } from './formats/schema-org.ts';

const PUBLIC = { drafts: false };
/** Supporting statements that are looked through for the first of a known date, a page at a time. */
const PAGES_MAX = 5;
/** Articles that are told as where a claim appeared. */
const APPEARANCES_MAX = 50;

/** Who made a claim first and where it appeared, as everybody may read it. */
export async function aroundClaim(engine: Engine, claim: string): Promise<AroundClaim> {
  const appearances = new Set<string>();
  let after: readonly string[] | null = null;
  for (let pages = 0; pages < PAGES_MAX; pages += 1) {
    const filter = { claim: [claim], stance: ['support' as const], status: 'published' as const };
    const paging = { limit: pages === 0 ? APPEARANCES_MAX : PAGE_LIMIT_MAX, after, count: false };
    const page: Awaited<ReturnType<typeof listStatements>> = await listStatements(
      engine,
      filter,
      'saidAt',
      paging,
      PUBLIC,
    );
    for (const { article } of page.items) if (appearances.size < APPEARANCES_MAX) appearances.add(article.url);
    const first = page.items.find(({ saidAt }) => saidAt !== null);
    if (first) {
      const claimant = claimantOf([{ statement: first, speaker: await speakerKind(engine.read, first.speaker.id) }]);
      return { claimant, appearances: [...appearances] };
    }
    if (page.next === null) break;
    after = page.next;
  }
  return { claimant: null, appearances: [...appearances] };
}

/** What schema.org needs of a speaker besides the name. */
export async function speakerKind(from: Handle, id: string): Promise<Supporter['speaker']> {
  const row = await rowById(from, 'speakers', id);
  return { kind: row?.kind ?? 'person', wikidata: row?.wikidata ?? null };
}

export async function homepageOf(from: Handle, outlet: string): Promise<string | null> {
  return (await rowById(from, 'outlets', outlet))?.homepage ?? null;
}

/** The reviews of a claim, the oldest first. */
export async function reviewsOfClaim(from: Handle, claim: string): Promise<Review[]> {
  const { items } = await listReviews(
    from,
    { claim: [claim] },
    { limit: PAGE_LIMIT_MAX, after: null, count: false },
    PUBLIC,
  );
  return items;
}

/** All reviews that everybody may read, the oldest first, page by page. */
export async function* allReviews(from: Handle): AsyncGenerator<Review> {
  let after: readonly string[] | null = null;
  for (;;) {
    const page: Page<Review, readonly string[]> = await listReviews(
      from,
      {},
      { limit: PAGE_LIMIT_MAX, after, count: false },
      PUBLIC,
    );
    yield* page.items;
    if (page.next === null) return;
    after = page.next;
    await new Promise(setImmediate);
  }
}

/** When any review was last written; the beginning of time where there is none. */
export async function reviewsLastWritten(from: Handle): Promise<string> {
  const rows = await from.query('when reviews were last written', ({ db, t }) =>
    db.select({ at: sql<string | null>`max(${t.reviews.updatedAt})`.mapWith(t.reviews.updatedAt) }).from(t.reviews),
  );
  return rows[0]?.at ?? '1970-01-01T00:00:00.000Z';
}
