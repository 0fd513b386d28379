import { and, eq, isNull } from 'drizzle-orm';
import type { Handle } from '../../platform/engine/tables.ts';
import type { ClaimRelationKind } from './claim-relation.ts';
import { type Answer, competition } from './competition.ts';

/** Claims of one question up to which its rivals are told one by one. */
export const RIVALS_MAX = 100;

/**
 * The claims that a claim competes with: those named, and, where its question has too many claims to name, all others
 * of the question but those left out (`question` is null otherwise).
 */
export type Rivals = Answer & { named: Answer[]; question: string | null; leftOut: Set<string> };

type Tie = { claimId: string; kind: ClaimRelationKind; other: Answer };

/** The rivals of each of the claims, by its id. A few queries, however many the claims are. */
export async function rivalsOf(from: Handle, claimIds: readonly string[]): Promise<Map<string, Rivals>> {
  const claims = await answersById(from, claimIds);
  const ties = await tiesOf(from, claimIds);
  const ofQuestion = new Map<string, Answer[]>();
  for (const questionId of new Set(claims.map((claim) => claim.questionId)))
    ofQuestion.set(questionId, await firstClaimsOf(from, questionId));
  return new Map(
    claims.map((claim) => [
      claim.id,
      rivalsAmong(
        claim,
        ofQuestion.get(claim.questionId) ?? [],
        ties.filter(({ claimId }) => claimId === claim.id),
      ),
    ]),
  );
}

/** Whether two claims compete, of which the one's rivals are known. */
export function doCompete(rivals: ReadonlyMap<string, Rivals>, one: string, other: string): boolean {
  const of = rivals.get(one);
  if (!of) return false;
  const isNamed = of.named.some(({ id }) => id === other);
  if (of.question === null || isNamed) return isNamed;
  return rivals.get(other)?.questionId === of.question && !of.leftOut.has(other);
}

function rivalsAmong(claim: Answer, siblings: Answer[], ties: Tie[]): Rivals {
  const kinds = new Map<string, ClaimRelationKind[]>();
  for (const { other, kind } of ties) kinds.set(other.id, [...(kinds.get(other.id) ?? []), kind]);
  const isTooMany = siblings.length > RIVALS_MAX;
  const candidates = new Map([...(isTooMany ? [] : siblings), ...ties.map(({ other }) => other)].map((a) => [a.id, a]));
  const rivals = [...candidates.values()].filter((other) => competition(claim, other, kinds.get(other.id) ?? []));
  const leftOut = [...candidates.values()].filter((other) => !rivals.includes(other)).map(({ id }) => id);
  return {
    ...claim,
    named: isTooMany ? rivals.filter(({ questionId }) => questionId !== claim.questionId) : rivals,
    question: isTooMany ? claim.questionId : null,
    leftOut: new Set([claim.id, ...leftOut]),
  };
}

function answersById(from: Handle, ids: readonly string[]): Promise<Answer[]> {
  return from.query(
    'claims and their questions',
    ({ db, t, oneOf }) =>
      db.select({ id: t.claims.id, questionId: t.claims.questionId }).from(t.claims).where(oneOf(t.claims.id, 'ids')),
    { ids: [...new Set(ids)] },
  );
}

function firstClaimsOf(from: Handle, questionId: string): Promise<Answer[]> {
  return from.query(
    'first claims of a question',
    ({ db, t, param, bound }) =>
      db
        .select({ id: t.claims.id, questionId: t.claims.questionId })
        .from(t.claims)
        .where(and(eq(t.claims.questionId, param('question')), isNull(t.claims.rootId)))
        .orderBy(t.claims.id)
        .limit(bound('limit')),
    { question: questionId, limit: RIVALS_MAX + 1 },
  );
}

/** The relations at one end of which these claims stand, told from there. */
export async function tiesOf(from: Handle, claimIds: readonly string[]): Promise<Tie[]> {
  const ids = [...new Set(claimIds)];
  const led = (end: 'claimId' | 'targetId') =>
    from.query(
      `ties by ${end}`,
      ({ db, t, oneOf }) => {
        const far = end === 'claimId' ? t.claimRelations.targetId : t.claimRelations.claimId;
        return db
          .select({
            claimId: t.claimRelations[end],
            kind: t.claimRelations.kind,
            other: { id: t.claims.id, questionId: t.claims.questionId },
          })
          .from(t.claimRelations)
          .innerJoin(t.claims, and(eq(t.claims.id, far)))
          .where(oneOf(t.claimRelations[end], 'ids'));
      },
      { ids },
    );
  return [...(await led('claimId')), ...(await led('targetId'))];
}
