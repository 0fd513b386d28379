import { z } from 'zod';
import { shown, wrapped } from '../platform/columns.ts';
import type { Screen } from './screen.ts';
import { hanging, lineWidth, sideBySide } from './side-by-side.ts';
import { dateOf, quoted, StatementTold, speakerOf } from './statement-line.ts';

/** What a person at the terminal is told of two statements that are set against each other. */
export const PairTold = z.object({
  basis: z.string(),
  kind: z.string().optional(),
  left: StatementTold,
  right: StatementTold,
  daysApart: z.number().nullable(),
});
export type PairTold = z.infer<typeof PairTold>;

/** Why they are: `rebuttal: denial`. */
export function basisOf({ basis, kind }: Pick<PairTold, 'basis' | 'kind'>): string {
  return kind === undefined ? basis : `${basis}: ${kind}`;
}

/** Pairs one after another, in each the two beside each other. */
export function pairsSideBySide(pairs: readonly PairTold[], screen: Screen): string[] {
  const width = lineWidth(screen, 2);
  return pairs.flatMap((pair, at) => [
    ...(at === 0 ? [] : ['']),
    [basisOf(pair), ...apart(pair.daysApart)].join(', '),
    ...sideBySide(screen, [
      {
        title: '',
        columns: [pair.left, pair.right].map((one) => [
          ...wrapped(shown(quoted(one)), width),
          ...hanging('  — ', `${speakerOf(one)}, ${dateOf(one)}`, width),
        ]),
      },
    ]),
  ]);
}

function apart(days: number | null): string[] {
  if (days === null) return [];
  if (days === 0) return ['the same day'];
  return [`${days} ${Math.abs(days) === 1 ? 'day' : 'days'} apart`];
}
