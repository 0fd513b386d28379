import type { Balance } from '../../src/analysis/balance/balance.ts';
import type { Statement } from '../../src/record/statements/statement.ts';

type Answered = Pick<Balance['sides'][number], 'rebutted' | 'unanswered' | 'medianHoursToRebuttal'>;

/** How the sides of a dispute are answered, by the plainest reckoning over all published statements. */
export function answeredIn(statements: readonly Statement[], dispute: string, side: string): Answered {
  const own = statements.filter((one) => one.dispute.id === dispute && one.side.id === side);
  const answers = own.map((one) =>
    statements.filter(({ rebuts }) =>
      rebuts.some(
        ({ kind, statement }) => statement.id === one.id && kind !== 'concession' && kind !== 'clarification',
      ),
    ),
  );
  const rebutted = answers.filter(({ length }) => length > 0).length;
  const soonest = own.flatMap(({ saidAt }, at) => {
    const hours = (answers[at] ?? []).flatMap((answer) => hoursFrom(saidAt, answer.saidAt)).filter((one) => one >= 0);
    return hours.length === 0 ? [] : [Math.min(...hours)];
  });
  soonest.sort((one, other) => one - other);
  const middle = soonest.slice(Math.floor((soonest.length - 1) / 2), Math.floor(soonest.length / 2) + 1);
  const median = middle.length === 0 ? null : middle.reduce((sum, one) => sum + one, 0) / middle.length;
  return { rebutted, unanswered: own.length - rebutted, medianHoursToRebuttal: median };
}

/** None unless both are known to the day; whole days' worth unless both are known to the hour. */
function hoursFrom(one: string | null, other: string | null): number[] {
  if (one === null || other === null || one.length < 10 || other.length < 10) return [];
  const isExact = one.includes('T') && other.includes('T');
  const msOf = (date: string) => Date.parse(isExact ? date : new Date(date).toISOString().slice(0, 10));
  return [Math.round((msOf(other) - msOf(one)) / 36_000) / 100];
}
