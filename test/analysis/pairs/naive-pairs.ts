import { dateOf, daysFrom, isBefore, isBetween } from '../../support/naive-dates.ts';
import type { RandomRecord, RandomStatement } from '../../support/random-record.ts';

/** What is asked for, by ids. */
export type Asked = {
  dispute?: string[];
  question?: string[];
  claim?: string[];
  side?: string[];
  against?: string[];
  speaker?: string[];
  outlet?: string[];
  basis?: string[];
  from?: string;
  to?: string;
  nearest?: 'true' | 'false';
  distinct?: 'true' | 'false';
};

export type NaivePair = {
  basis: string;
  kind?: string;
  left: string;
  right: string;
  daysApart: number | null;
  certain: boolean;
};

/** Every pair by looking at every two statements: what the domain says, word for word. */
export function naivePairs(record: RandomRecord, asked: Asked): NaivePair[] {
  const seen = record.statements.filter(({ status }) => status === 'published').sort(byPlace);
  const pairs: (NaivePair & { l: RandomStatement; r: RandomStatement })[] = [];
  for (const [at, earlier] of seen.entries()) {
    for (const later of seen.slice(at + 1)) {
      const pair = pairOf(record, earlier, later);
      if (pair && isAsked(record, asked, pair)) pairs.push(pair);
    }
  }
  pairs.sort((a, b) => byPlace(a.l, b.l) || byPlace(a.r, b.r));
  const kept = asked.nearest === 'true' ? pairs.filter((pair) => isNearest(pair, pairs)) : pairs;
  return kept.map(({ l: _l, r: _r, ...pair }) => pair);
}

function byPlace(a: RandomStatement, b: RandomStatement): number {
  const [one, other] = [`${a.saidSort} ${a.id}`, `${b.saidSort} ${b.id}`];
  return one < other ? -1 : one > other ? 1 : 0;
}

type Full = NaivePair & { l: RandomStatement; r: RandomStatement };

function pairOf(record: RandomRecord, earlier: RandomStatement, later: RandomStatement): Full | null {
  const link = (answer: RandomStatement, answered: RandomStatement) =>
    record.rebuttals.find(
      ({ statementId, rebutsId, kind }) =>
        statementId === answer.id && rebutsId === answered.id && kind !== 'concession' && kind !== 'clarification',
    );
  const [forth, back] = [link(later, earlier), link(earlier, later)];
  const made = (basis: string, l: RandomStatement, r: RandomStatement, kind?: string) => ({
    basis,
    ...(kind && { kind }),
    left: l.id,
    right: r.id,
    daysApart: daysFrom(l.saidAt, r.saidAt),
    certain: isBefore(l.saidAt, r.saidAt) || (basis === 'rebuttal' && isBefore(r.saidAt, l.saidAt)),
    l,
    r,
  });
  if (forth) return made('rebuttal', earlier, later, forth.kind);
  if (back) return made('rebuttal', later, earlier, back.kind);
  if (earlier.sideId === later.sideId) return null;
  const combined = earlier.stances.flatMap((one) => later.stances.map((other) => ({ one, other })));
  const isOpposed = combined.some(
    ({ one, other }) => one.claimId === other.claimId && [one.stance, other.stance].sort().join() === 'deny,support',
  );
  if (isOpposed) return made('stance', earlier, later);
  const isCountered = combined.some(
    ({ one, other }) =>
      one.stance === 'support' && other.stance === 'support' && doCompete(record, one.claimId, other.claimId),
  );
  return isCountered ? made('counter-claim', earlier, later) : null;
}

export function doCompete(record: RandomRecord, one: string, other: string): boolean {
  if (one === other) return false;
  const kinds = record.relations
    .filter(({ claimId, targetId }) => [claimId, targetId].sort().join() === [one, other].sort().join())
    .map(({ kind }) => kind);
  if (kinds.includes('contradicts') || kinds.includes('reframes')) return true;
  const question = (id: string) => record.claims.find((claim) => claim.id === id)?.questionId;
  return question(one) === question(other) && !kinds.includes('supports') && !kinds.includes('different-scope');
}

function isAsked(record: RandomRecord, asked: Asked, { basis, l, r }: Full): boolean {
  const question = (id: string) => record.claims.find((claim) => claim.id === id)?.questionId as string;
  const isOn = (statement: RandomStatement, id: string) => statement.stances.some((s) => question(s.claimId) === id);
  const takes = (statement: RandomStatement, id: string) => statement.stances.some(({ claimId }) => claimId === id);
  const [sides, against] = [asked.side, asked.against];
  const are = (a: RandomStatement, b: RandomStatement) =>
    (!sides || sides.includes(a.sideId)) && (!against || against.includes(b.sideId));
  return (
    (!asked.dispute || asked.dispute.includes(l.disputeId)) &&
    (!asked.question || asked.question.some((id) => isOn(l, id) && isOn(r, id))) &&
    (!asked.claim ||
      asked.claim.some((id) => isOn(l, question(id)) && isOn(r, question(id)) && (takes(l, id) || takes(r, id)))) &&
    (are(l, r) || are(r, l)) &&
    (!asked.speaker || asked.speaker.includes(l.speakerId) || asked.speaker.includes(r.speakerId)) &&
    (!asked.outlet || (asked.outlet.includes(l.outletId) && asked.outlet.includes(r.outletId))) &&
    (!asked.basis || asked.basis.includes(basis)) &&
    (asked.distinct !== 'true' || (l.repeatsId === null && r.repeatsId === null)) &&
    [l, r].every((statement) => isBetween(dateOf(record, statement), asked.from, asked.to))
  );
}

function isNearest(pair: Full, pairs: Full[]): boolean {
  const gap = ({ l, r }: Full) => Math.abs(Date.parse(l.saidSort) - Date.parse(r.saidSort));
  const [best] = pairs.filter(({ left }) => left === pair.left).sort((a, b) => gap(a) - gap(b) || byPlace(a.r, b.r));
  return best === pair;
}
