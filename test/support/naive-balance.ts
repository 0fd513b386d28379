import type { Balance } from '../../src/analysis/balance/balance.ts';
import { startOf } from '../../src/kernel/time.ts';
import type { Statement } from '../../src/record/statements/statement.ts';

type Answered = Pick<
  Balance['sides'][number],
  ('rebutted' | 'unanswered' | 'timed' | 'timedByDay') | ('medianHoursToRebuttal' | 'medianDaysToRebuttal')
>;

/** How the sides of a dispute are answered, by the plainest reckoning over all published statements, in their order. */
export function answeredIn(statements: readonly Statement[], dispute: string, side: string): Answered {
  const place = ({ saidAt, article: { publishedAt }, id }: Statement) => `${startOf(saidAt ?? publishedAt)} ${id}`;
  const inOrder = statements.toSorted((one, other) => (place(one) < place(other) ? -1 : 1));
  const own = inOrder.filter((one) => one.dispute.id === dispute && one.side?.id === side);
  const firsts = own.map((one) =>
    inOrder.find(
      (answer) =>
        answer.side?.id !== side &&
        answer.rebuts.some(
          ({ kind, statement: { id } }) =>
            (id === one.id || id === one.repeats?.id) && kind !== 'concession' && kind !== 'clarification',
        ),
    ),
  );
  const spans = (length: number, msPer: number, digits: number) =>
    own.flatMap(({ saidAt }, at) => {
      const answered = firsts[at]?.saidAt;
      if (!saidAt || !answered || saidAt.length < length || answered.length < length) return [];
      const msOf = (date: string) => Date.parse(length > 10 ? date : date.slice(0, 10));
      return [Number(((msOf(answered) - msOf(saidAt)) / msPer).toFixed(digits))];
    });
  const [hours, days] = [spans(11, 3_600_000, 2), spans(10, 86_400_000, 0)];
  const rebutted = firsts.filter((one) => one !== undefined).length;
  return {
    ...{ rebutted, unanswered: own.length - rebutted, timed: hours.length, timedByDay: days.length },
    ...{ medianHoursToRebuttal: medianOf(hours), medianDaysToRebuttal: medianOf(days) },
  };
}

function medianOf(numbers: number[]): number | null {
  const inOrder = numbers.toSorted((one, other) => one - other);
  const middle = inOrder.slice(Math.floor((inOrder.length - 1) / 2), Math.floor(inOrder.length / 2) + 1);
  return middle.length === 0 ? null : middle.reduce((sum, one) => sum + one, 0) / middle.length;
}
