import { z } from 'zod';

export const Range = z.object({ from: z.string().nullable(), to: z.string().nullable() });

/** As many periods are drawn one under another. */
const PERIODS_SHOWN = 48;
/** So many periods in a row in which nothing was said are told in one line. */
const EMPTY_RUN_MIN = 3;
const DAYS_IN = { day: 1, week: 7, month: 30.4, year: 365.25 };
const DAY_MS = 86_400_000;

export type Granularity = keyof typeof DAYS_IN;
export const GRANULARITIES: readonly Granularity[] = ['day', 'week', 'month', 'year'];

/** The shortest periods in which the whole range can be taken in at one look. */
export function granularityFor({ from, to }: z.infer<typeof Range>): Granularity {
  if (from === null || to === null) return 'year';
  const days = (Date.parse(to) - Date.parse(from)) / DAY_MS + 1;
  return GRANULARITIES.find((one) => days / DAYS_IN[one] <= PERIODS_SHOWN) ?? 'year';
}

type Period = { period: string };
type Run<Of> = { is: 'period'; period: Of } | { is: 'gap'; from: string; to: string; periods: number };

/** The periods, with long silences drawn together. */
export function runsOf<Of extends Period>(periods: readonly Of[], isEmpty: (period: Of) => boolean): Run<Of>[] {
  const runs: Run<Of>[] = [];
  for (let at = 0; at < periods.length; ) {
    let end = at;
    while (end < periods.length && isEmpty(periods[end] as Of)) end += 1;
    if (end - at >= EMPTY_RUN_MIN) {
      const [first, last] = [periods[at] as Of, periods[end - 1] as Of];
      runs.push({ is: 'gap', from: first.period, to: last.period, periods: end - at });
      at = end;
      continue;
    }
    runs.push({ is: 'period', period: periods[at] as Of });
    at += 1;
  }
  return runs;
}

/** The days from the first to the last. */
export function daysOf({ from, to }: z.infer<typeof Range>): string {
  if (from === null || to === null) return 'never';
  return from === to ? from : `${from} to ${to}`;
}
