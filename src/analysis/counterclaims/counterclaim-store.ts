import { and, eq, isNull, not, or, sql } from 'drizzle-orm';
import { tallySizes } from '../../derived/summaries/store.ts';
import { cutPage, type Page } from '../../kernel/page.ts';
import type { Paging } from '../../platform/engine/pages.ts';
import { rowById } from '../../platform/engine/rows.ts';
import type { Handle } from '../../platform/engine/tables.ts';
import { type Answer, competition } from '../../record/claims/competition.ts';
import { relationsAmong } from '../../record/claims/relation-store.ts';
import { tiesOf } from '../../record/claims/rival-store.ts';
import { idInPath } from '../../record/references.ts';
import { daysOfEach } from '../statements/days.ts';
import { countFromSummaries } from '../statements/summary-counts.ts';
import { sumOf } from '../statements/tabulate.ts';
import { type DateRange, endsOf, sumStances } from '../tally.ts';
import type { Counterclaim } from './counterclaim.ts';

/** The claims that compete with a claim, oldest first. By id or slug; fails with `not-found`. */
export async function listCounterclaims(
  from: Handle,
  reference: string,
  { limit, after, count }: Paging,
): Promise<Page<Counterclaim, readonly string[]>> {
  const id = await idInPath(from, 'claim', reference);
  const claim: Answer = { id, questionId: (await rowById(from, 'claims', id))?.questionId ?? '' };
  const { tied, leftOut } = await tiedTo(from, claim);
  const rows = await rivalRows(from, claim, tied, leftOut, limit + 1, after?.[0] ?? '');
  const page = cutPage(rows, limit, (row): readonly string[] => [row.claim.id]);
  const items = await shown(from, claim, tied, page.items);
  return { ...page, items, ...(count && { total: await countRivals(from, claim, tied, leftOut) }) };
}

/** The claims that a relation sets against it, and those that one takes out of competition with it, itself among them. */
async function tiedTo(from: Handle, claim: Answer): Promise<{ tied: string[]; leftOut: string[] }> {
  const ties = Map.groupBy(await tiesOf(from, [claim.id]), ({ other }) => other.id);
  const why = [...ties].map(([id, own]) => ({
    id,
    why: competition(
      claim,
      (own[0] as (typeof own)[number]).other,
      own.map(({ kind }) => kind),
    ),
  }));
  return {
    tied: why.filter((tie) => tie.why === 'relation').map(({ id }) => id),
    leftOut: [claim.id, ...why.filter((tie) => tie.why === null).map(({ id }) => id)],
  };
}

type RivalRow = { claim: Counterclaim['claim']; question: Counterclaim['question'] };

/** Those of the question, and those of other questions that a relation names: two keyset reads, merged. */
async function rivalRows(
  from: Handle,
  { questionId }: Answer,
  tied: string[],
  leftOut: string[],
  limit: number,
  after: string,
): Promise<RivalRow[]> {
  const read = (by: 'question' | 'relation') =>
    from.query(
      `rivals by ${by}`,
      ({ db, t, param, oneOf, bound }) => {
        const isOfQuestion = eq(t.claims.questionId, param('question'));
        return db
          .select({
            claim: { id: t.claims.id, slug: t.claims.slug, text: t.claims.text },
            question: { id: t.questions.id, slug: t.questions.slug, text: t.questions.text },
          })
          .from(t.claims)
          .innerJoin(t.questions, eq(t.questions.id, t.claims.questionId))
          .where(
            and(
              by === 'question' ? isOfQuestion : not(isOfQuestion),
              isNull(t.claims.rootId),
              by === 'question' ? not(oneOf(t.claims.id, 'leftOut')) : oneOf(t.claims.id, 'tied'),
              sql`${t.claims.id} > ${param('after')}`,
            ),
          )
          .orderBy(t.claims.id)
          .limit(bound('limit'));
      },
      { question: questionId, tied, leftOut, after, limit },
    );
  const rows = [...(await read('question')), ...(await read('relation'))];
  return rows.sort((a, b) => (a.claim.id < b.claim.id ? -1 : 1)).slice(0, limit);
}

async function countRivals(from: Handle, { questionId }: Answer, tied: string[], leftOut: string[]): Promise<number> {
  const rows = await from.query(
    'count of rivals',
    ({ db, t, param, oneOf }) =>
      db
        .select({ n: sql<number>`count(*)`.mapWith(Number) })
        .from(t.claims)
        .where(
          and(
            isNull(t.claims.rootId),
            or(
              and(eq(t.claims.questionId, param('question')), not(oneOf(t.claims.id, 'leftOut'))),
              and(not(eq(t.claims.questionId, param('question'))), oneOf(t.claims.id, 'tied')),
            ),
          ),
        ),
    { question: questionId, tied, leftOut },
  );
  return rows[0]?.n ?? 0;
}

async function shown(from: Handle, claim: Answer, tied: string[], rows: RivalRow[]): Promise<Counterclaim[]> {
  const ids = rows.map((row) => row.claim.id);
  const relations = await relationsAmong(from, [claim.id, ...ids]);
  const counts = await countFromSummaries(from, { of: 'claim', subjects: ids }, ['claim', 'stance']);
  const ranges = await rangesOfClaims(from, ids);
  const sizes = await tallySizes(from, { of: 'claim', subjects: ids });
  return rows.map((row) => {
    const { id } = row.claim;
    const own = counts.filter(({ claim }) => claim === id);
    return {
      ...row,
      why: tied.includes(id) ? ('relation' as const) : ('question' as const),
      relations: relations.filter((relation) =>
        [relation.claim.id, relation.target.id].every((end) => end === id || end === claim.id),
      ),
      n: sumOf(own),
      utterances: sizes.get(`${id} stm`) ?? 0,
      stances: sumStances(own),
      range: ranges.get(id) ?? { from: null, to: null },
    };
  });
}

/** A few looks at either end of each claim's stances. */
async function rangesOfClaims(from: Handle, ids: readonly string[]): Promise<Map<string, DateRange>> {
  const ends = await from.query(
    'ends of claims',
    ({ db, t, oneOf }) => {
      const { first, latest } = endsOf(db, t, eq(t.stances.claimId, t.claims.id));
      return db.select({ id: t.claims.id, first, latest }).from(t.claims).where(oneOf(t.claims.id, 'ids'));
    },
    { ids: [...ids] },
  );
  const ranges = await daysOfEach(
    from,
    {
      names: ({ stances }) => ({ claim: stances.claimId }),
      isOf: ({ stances }) => sql`${stances.claimId} = asked.claim`,
    },
    ends.map(({ id, first, latest }) => (first && latest ? { group: [id], first, latest } : null)),
  );
  return new Map(ends.map(({ id }, at) => [id, ranges[at] as DateRange]));
}
