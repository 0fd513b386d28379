import fc from 'fast-check';
import { expect, test } from 'vitest';
import { periodsBetween } from '../../../src/analysis/periods.ts';

const DAY_MS = 86_400_000;
const dayAt = (time: number) => new Date(time).toISOString().slice(0, 10);
const labelOf = (day: string) => periodsBetween(day, day, 'week')[0]?.period;
const years = fc.integer({ min: 1, max: 9998 }).map((year) => String(year).padStart(4, '0'));

test.each([
  ['2005-01-01', '2004-W53'],
  ['2005-12-31', '2005-W52'],
  ['2007-12-31', '2008-W01'],
  ['2010-01-03', '2009-W53'],
  ['2020-12-31', '2020-W53'],
  ['2021-01-03', '2020-W53'],
  ['2021-01-04', '2021-W01'],
  ['2023-09-06', '2023-W36'],
  ['2024-12-30', '2025-W01'],
])('%s lies in the ISO week %s', (day, week) => {
  expect(labelOf(day)).toBe(week);
});

test('4 January lies in the first week of its year, 28 December in its last', () => {
  fc.assert(
    fc.property(years, (year) => {
      expect(labelOf(`${year}-01-04`)).toBe(`${year}-W01`);
      expect(labelOf(`${year}-12-28`)).toMatch(new RegExp(`^${year}-W5[23]$`));
    }),
  );
});

test('weeks begin on Monday, follow each other without a gap, and have labels in order', () => {
  const days = fc.integer({ min: Date.parse('0002-01-01') / DAY_MS, max: Date.parse('9990-01-01') / DAY_MS });
  fc.assert(
    fc.property(days, fc.integer({ min: 0, max: 800 }), (day, more) => {
      const [from, to] = [dayAt(day * DAY_MS), dayAt((day + more) * DAY_MS)];
      const weeks = periodsBetween(from, to, 'week');
      expect(weeks[0]?.from).toSatisfy((first: string) => first <= from);
      expect(weeks.at(-1)?.to).toSatisfy((last: string) => last >= to);
      for (const [at, week] of weeks.entries()) {
        expect(new Date(week.from).getUTCDay()).toBe(1);
        expect(Date.parse(week.to) - Date.parse(week.from)).toBe(6 * DAY_MS);
        const before = weeks[at - 1];
        if (!before) continue;
        expect(Date.parse(week.from) - Date.parse(before.to)).toBe(DAY_MS);
        expect(before.period < week.period).toBe(true);
      }
    }),
  );
});
