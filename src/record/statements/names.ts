import { eq, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import type { SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { Failure } from '../../kernel/failure.ts';
import { idFromKey, type Kind, kindOfId } from '../../kernel/id.ts';
import type { Build } from '../../platform/engine/engine.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import type { ArticleBrief } from '../articles/article.ts';
import type { ClaimBrief } from '../claims/claim.ts';
import type { DisputeBrief, SideRole } from '../disputes/dispute.ts';
import type { SideBrief } from '../sides/side.ts';

type Name = Readonly<{ id: string; slug: string; name: string }>;
type Roles = ReadonlyMap<string, SideRole>;

/** What statements refer to, as answers name it. */
export type Names = {
  speaker(id: string): Name;
  /** With its part in the dispute; null when it has none. */
  side(id: string, disputeId: string): SideBrief & { role: SideRole | null };
  dispute(id: string): Readonly<DisputeBrief>;
  article(id: string): Readonly<ArticleBrief>;
  claim(id: string): Readonly<ClaimBrief> | undefined;
};

export type Referring = { speakerId: string; sideId: string; disputeId: string; articleId: string };

/**
 * The names that these rows of statements need, and those of these claims. The same few stand in most answers, so they
 * are kept for as long as the engine can tell that nothing was committed since.
 */
export async function namesOf(
  from: Handle,
  statements: readonly Partial<Referring>[],
  claims: readonly string[],
): Promise<Names> {
  const known = from.cache();
  const unknown = unknownAmong(known, statements, claims);
  if (unknown) for (const row of await namesFrom(from, unknown)) known.set(idFromKey(row.kind, row.id), namedBy(row));
  return {
    speaker: (id) => required<Name>(known, id),
    side: (id, disputeId) => {
      const { slug, name } = required<Name>(known, id);
      return { id, slug, name, role: required<NamedDispute>(known, disputeId).roles.get(id) ?? null };
    },
    dispute: (id) => required<NamedDispute>(known, id).brief,
    article: (id) => required<ArticleBrief>(known, id),
    claim: (id) => known.get(id) as ClaimBrief | undefined,
  };
}

/** Null when everything is known. */
function unknownAmong(
  known: Map<string, unknown>,
  statements: readonly Partial<Referring>[],
  claims: readonly string[],
) {
  const unknown = new Set<string>();
  const look = (id: string | undefined) => {
    if (id !== undefined && !known.has(id)) unknown.add(id);
  };
  for (const { speakerId, sideId, disputeId, articleId } of statements) {
    look(speakerId);
    look(sideId);
    look(disputeId);
    look(articleId);
  }
  for (const id of claims) look(id);
  if (unknown.size === 0) return null;
  const ids = Map.groupBy(unknown, kindOfId);
  const of = (kind: Kind) => ids.get(kind) ?? [];
  return {
    speakers: of('speaker'),
    sides: of('side'),
    disputes: of('dispute'),
    articles: of('article'),
    claims: of('claim'),
  };
}

/**
 * All of them in one query, since each costs a journey where the database is elsewhere; but articles, of which there are
 * as many as statements and which are new most often, by a shorter one where nothing else is unknown.
 */
function namesFrom(from: Handle, unknown: Unknown): Promise<NameRow[]> {
  const { articles, ...others } = unknown;
  if (Object.values(others).every((ids) => ids.length === 0))
    return from.query('names, of articles alone', (build) => parts(build).ofArticles(), { articles });
  return from.query('names', everyName, unknown);
}

function everyName(build: Build<Tables>) {
  const { ofArticles, ofDisputes, ofSpeakers, ofSides, ofClaims } = parts(build);
  return ofArticles().unionAll(ofDisputes()).unionAll(ofSpeakers()).unionAll(ofSides()).unionAll(ofClaims());
}

function parts({ db, t, oneOf }: Build<Tables>) {
  const { speakers, sides, disputes, articles, outlets, claims } = t;
  const text = (value: SQLWrapper) => sql<string>`${value}`;
  // Of which kind the key is, since rows of all of them are read as those of the first.
  const keyOf = (kind: Kind, id: SQLiteColumn) => ({
    kind: sql<Kind>`${sql.raw(`'${kind}'`)}`,
    id: sql<number>`${id}`.mapWith(Number),
  });
  const orNull = (value: SQLWrapper) => sql<string | null>`${value}`;
  const nothing = orNull(sql`null`);
  const nothingMore = { more: nothing, outletId: nothing, outletSlug: nothing, outletName: nothing };
  const named = (kind: Kind, { id }: { id: SQLiteColumn }, key: SQLiteColumn, name: SQLiteColumn) => ({
    ...keyOf(kind, id),
    key: text(key),
    name: text(name),
    ...nothingMore,
  });
  const article = {
    ...named('article', articles, articles.url, articles.title),
    more: orNull(articles.publishedAt),
    outletId: orNull(outlets.id).mapWith(outlets.id) as SQL<string | null>,
    outletSlug: orNull(outlets.slug),
    outletName: orNull(outlets.name),
  };
  const dispute = {
    ...named('dispute', disputes, disputes.slug, disputes.title),
    more: orNull(sql`cast(${disputes.sides} as text)`),
  };
  const speaker = named('speaker', speakers, speakers.slug, speakers.name);
  const side = named('side', sides, sides.slug, sides.name);
  const claim = named('claim', claims, claims.slug, claims.text);
  return {
    ofArticles: () =>
      db
        .select(article)
        .from(articles)
        .innerJoin(outlets, eq(outlets.id, articles.outletId))
        .where(oneOf(articles.id, 'articles')),
    ofDisputes: () => db.select(dispute).from(disputes).where(oneOf(disputes.id, 'disputes')),
    ofSpeakers: () => db.select(speaker).from(speakers).where(oneOf(speakers.id, 'speakers')),
    ofSides: () => db.select(side).from(sides).where(oneOf(sides.id, 'sides')),
    ofClaims: () => db.select(claim).from(claims).where(oneOf(claims.id, 'claims')),
  };
}

type NameRow = Awaited<ReturnType<typeof everyName>>[number];
type Unknown = NonNullable<ReturnType<typeof unknownAmong>>;
type NamedDispute = { brief: Readonly<DisputeBrief>; roles: Roles };

/** Frozen, since many answers have it in common. */
function namedBy({ kind, id: ofKind, key, name, more, outletId, outletSlug, outletName }: NameRow): unknown {
  const id = idFromKey(kind, ofKind);
  switch (kind) {
    case 'article': {
      const outlet = Object.freeze({ id: outletId, slug: outletSlug, name: outletName });
      return Object.freeze({ id, url: key, title: name, publishedAt: more, outlet });
    }
    case 'dispute': {
      const taking: { side: string; role: SideRole }[] = JSON.parse(more as string);
      const roles: Roles = new Map(taking.map(({ side, role }) => [side, role]));
      return { brief: Object.freeze({ id, slug: key, title: name }), roles } satisfies NamedDispute;
    }
    case 'claim':
      return Object.freeze({ id, slug: key, text: name });
    default:
      return Object.freeze({ id, slug: key, name });
  }
}

/** What a statement refers to cannot be deleted. It refers to something else by now when that is gone. */
function required<Named>(known: ReadonlyMap<string, unknown>, id: string): Named {
  const named = known.get(id);
  if (named === undefined) throw new Failure('overloaded', 'The record changed while it was read. Try again.');
  return named as Named;
}
