import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { endOf, startOf } from '../../src/kernel/time.ts';
import {
  daysBetween,
  daysWithin,
  daysWritten,
  firstDayOf,
  hoursBetween,
  instantsAround,
  isCertainlyBefore,
  isOrderCertain,
  isTimed,
  lastDayOf,
  liesIn,
  rangeWritten,
} from '../../src/kernel/written-date.ts';

const pad = (number: number, length = 2) => String(number).padStart(length, '0');
const offset = fc
  .tuple(fc.constantFrom('+', '-'), fc.integer({ min: 0, max: 14 }), fc.constantFrom(0, 30, 45))
  .map(([sign, hours, minutes]) => `${sign}${pad(hours)}:${pad(hours === 14 ? 0 : minutes)}`);
/** Close to each other, and to the ends of months, years and a February of 29 days. */
const day = fc.constantFrom('2023-12-30', '2024-02-27', '2024-02-28', '2024-06-29', '2024-12-30').chain((start) =>
  fc.integer({ min: 0, max: 4 }).map((later) => {
    const time = new Date(`${start}T00:00:00Z`);
    time.setUTCDate(time.getUTCDate() + later);
    return time.toISOString().slice(0, 10);
  }),
);
const time = fc
  .tuple(day, fc.integer({ min: 0, max: 23 }), fc.constantFrom(0, 59), fc.oneof(fc.constant('Z'), offset))
  .map(([date, hour, minute, zone]) => `${date}T${pad(hour)}:${pad(minute)}:00${zone}`);
const date = fc.oneof(
  day,
  time,
  day.map((one) => one.slice(0, 7)),
  day.map((one) => one.slice(0, 4)),
);

/** Every day from one to another, by the calendar of the language. */
function everyDay(first: string, last: string): string[] {
  const days: string[] = [];
  for (const at = new Date(`${first}T12:00:00Z`); days.at(-1) !== last; at.setUTCDate(at.getUTCDate() + 1))
    days.push(at.toISOString().slice(0, 10));
  return days;
}

describe('a date as it was written', () => {
  test.each([
    ['2023', '2023-01-01', '2023-12-31'],
    ['2024-02', '2024-02-01', '2024-02-29'],
    ['1900-02', '1900-02-01', '1900-02-28'],
    ['0001', '0001-01-01', '0001-12-31'],
    ['0099-02', '0099-02-01', '0099-02-28'],
    ['9999-12', '9999-12-01', '9999-12-31'],
    ['2023-09-06', '2023-09-06', '2023-09-06'],
    ['2023-09-01T00:30:00+14:00', '2023-09-01', '2023-09-01'],
    ['2023-09-06T23:30:00-12:00', '2023-09-06', '2023-09-06'],
  ])('%s covers %s to %s', (written, first, last) => {
    expect([firstDayOf(written), lastDayOf(written)]).toEqual([first, last]);
  });

  test('covers the days that begin with it and no others', () => {
    fc.assert(
      fc.property(date, (one) => {
        const [first, last] = [firstDayOf(one), lastDayOf(one)];
        const days = everyDay(first, last);
        expect(days.every((each) => each.startsWith(daysWritten(one)))).toBe(true);
        expect(days.length).toBe(daysWritten(one).length === 4 ? (one.startsWith('2024') ? 366 : 365) : days.length);
      }),
    );
  });
});

describe('the order of two dates', () => {
  test.each([
    ['2023', '2023-02-01', false],
    ['2022', '2023-01-01', true],
    ['2023-01', '2023-02', true],
    ['2023-09-06', '2023-09-06T10:00:00Z', false],
    ['2023-09-05T23:30:00-04:00', '2023-09-06', true],
    ['2023-09-06T00:30:00+04:00', '2023-09-05T23:00:00-04:00', true],
    ['2023-09-06T10:00:00Z', '2023-09-06T14:00:00+04:00', false],
    [null, '2023-09-06', false],
    ['2023-09-06', null, false],
  ])('%s is certainly before %s: %s', (one, other, isBefore) => {
    expect(isCertainlyBefore(one, other)).toBe(isBefore);
    if (isBefore) expect(isCertainlyBefore(other, one)).toBe(false);
  });

  test('is certain only where no day, or of two times no instant, is common to both', () => {
    fc.assert(
      fc.property(date, date, (one, other) => {
        const days = (written: string) => everyDay(firstDayOf(written), lastDayOf(written));
        const isCommon =
          isTimed(one) && isTimed(other)
            ? Date.parse(one) === Date.parse(other)
            : days(one).some((each) => days(other).includes(each));
        expect(isOrderCertain(one, other)).toBe(!isCommon);
        expect(isCertainlyBefore(one, other) && isCertainlyBefore(other, one)).toBe(false);
      }),
    );
  });
});

describe('a span of two dates', () => {
  test.each([
    ['2023-09-06T23:30:00-04:00', '2023-09-06', 0, null],
    ['2024-01-10', '2024-01-05', -5, null],
    ['2024-02-28', '2024-03-01', 2, null],
    ['2023-09-06T23:30:00-04:00', '2023-09-07T03:30:00Z', 1, 0],
    ['2023-09-06T10:00:00Z', '2023-09-06T08:30:00Z', 0, -1.5],
    ['2023-09', '2023-09-06', null, null],
    [null, '2023-09-06', null, null],
  ])('%s to %s: %s days, %s hours', (one, other, days, hours) => {
    expect([daysBetween(one, other), hoursBetween(one, other)]).toEqual([days, hours]);
  });
});

describe('a range of dates', () => {
  test.each([
    ['2023', '2023-01-01', '2023-12-31', true],
    ['2023', '2023', undefined, true],
    ['2023', '2023-06', undefined, false],
    ['2023', undefined, '2023-11', false],
    ['2023-09-06T23:30:00-04:00', '2023-09-06', '2023-09-06', true],
    ['2023-09-01T00:30:00+04:00', '2023-08', '2023-08', false],
    ['2023-09-06', '2023-09-06T00:00:00+04:00', '2023-09-06T23:59:59+04:00', true],
    ['2023-09-06', '2023-09-06T10:00:00Z', undefined, false],
    ['2023-09-06T14:00:00+04:00', '2023-09-06T10:00:00Z', '2023-09-06T10:00:00Z', true],
    ['2023', undefined, undefined, true],
  ])('%s lies in %s to %s: %s', (written, from, to, isIn) => {
    expect(liesIn(written, rangeWritten(from, to) as NonNullable<ReturnType<typeof rangeWritten>>)).toBe(isIn);
  });

  test('is told upside down where its end comes first', () => {
    expect(rangeWritten('2023-02', '2023-01-31')).toBeNull();
    expect(rangeWritten('2023-09-06', '2023-09-06T01:00:00+04:00')).not.toBeNull();
    expect(rangeWritten('2023-09-06T02:00:00Z', '2023-09-06T05:00:00+04:00')).toBeNull();
  });

  test('is found by texts and by instants as it is by days', () => {
    const end = fc.option(date, { nil: undefined });
    fc.assert(
      fc.property(date, end, end, (written, from, to) => {
        const range = rangeWritten(from, to);
        if (range === null) return;
        const [isIn, { least, most, tooLong }, { first, end }] = [
          liesIn(written, range),
          daysWithin(range),
          instantsAround(range),
        ];
        const days = daysWritten(written);
        const byText = days >= least && days <= most && !tooLong.includes(days);
        const areDays = ![from, to].some((one) => one !== undefined && isTimed(one)) || !isTimed(written);
        if (areDays) expect(byText).toBe(isIn);
        const start = startOf(written) as string;
        if (isIn) expect((first === null || start >= first) && (end === null || start < end)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  test('holds what lies in it whole, and nothing of which a part is outside', () => {
    fc.assert(
      fc.property(day, day, date, (one, other, written) => {
        const [from, to] = [one, other].sort() as [string, string];
        const range = rangeWritten(from, to);
        const isInside = everyDay(firstDayOf(written), lastDayOf(written)).every((each) => from <= each && each <= to);
        expect(range !== null && liesIn(written, range)).toBe(isInside);
        expect(endOf(written)).not.toBeNull();
      }),
    );
  });
});
