import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endOf, PartialDate, startOf } from '../../src/kernel/time.ts';

test.each([
  ['2023', '2023-01-01T00:00:00.000Z', '2024-01-01T00:00:00.000Z'],
  ['2023-09', '2023-09-01T00:00:00.000Z', '2023-10-01T00:00:00.000Z'],
  ['2023-12', '2023-12-01T00:00:00.000Z', '2024-01-01T00:00:00.000Z'],
  ['2023-09-06', '2023-09-06T00:00:00.000Z', '2023-09-07T00:00:00.000Z'],
  ['2024-02-29', '2024-02-29T00:00:00.000Z', '2024-03-01T00:00:00.000Z'],
  ['2000-02-29', '2000-02-29T00:00:00.000Z', '2000-03-01T00:00:00.000Z'],
  ['0001', '0001-01-01T00:00:00.000Z', '0002-01-01T00:00:00.000Z'],
  ['9999', '9999-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'],
  ['2023-09-06T14:00Z', '2023-09-06T14:00:00.000Z', '2023-09-06T14:00:00.001Z'],
  ['2023-09-06T14:00:00+04:00', '2023-09-06T10:00:00.000Z', '2023-09-06T10:00:00.001Z'],
  ['2023-12-31T23:00:00-02:00', '2024-01-01T01:00:00.000Z', '2024-01-01T01:00:00.001Z'],
  ['2023-09-06T14:00:00.123456789Z', '2023-09-06T14:00:00.123Z', '2023-09-06T14:00:00.124Z'],
])('%s covers %s until %s', (date, start, end) => {
  expect([startOf(date), endOf(date)]).toEqual([start, end]);
  expect(PartialDate.parse(date)).toBe(date);
});

test.each([
  '2023-02-30',
  '2023-02-29',
  '1900-02-29',
  '2023-13',
  '2023-00',
  '2023-09-00',
  '2023-09-31',
  '0000',
  '0000-01-01',
  '10000',
  '-2023',
  '+002023-01-01',
  '23',
  '2023-9',
  '2023-9-6',
  '2023-W36',
  '2023/09/06',
  '06.09.2023',
  'yesterday',
  '',
  ' 2023',
  '2023 ',
  '2023-09-06T',
  '2023-09-06T14',
  '2023-09-06T14:00',
  '2023-09-06T24:00:00Z',
  '2023-09-06T23:60:00Z',
  '2023-09-06T23:59:60Z',
  '2016-12-31T23:59:60Z',
  '2023-09-06 14:00:00Z',
  '2023-09-06T14:00:00',
  '2023-09-06t14:00:00z',
  '2023-09-06T14:00:00+24:00',
  '2023-09-06T14:00:00+0400',
  '2023-09-06T14:00:00,5Z',
  '2023-02-30T00:00:00Z',
  '0001-01-01T00:00:00+01:00',
  '9999-12-31T23:59:59-01:00',
  '２０２３',
])('%j is no date', (text) => {
  expect([startOf(text), endOf(text), PartialDate.safeParse(text).success]).toEqual([null, null, false]);
});

test('a date covers the days in it and no others, in every precision', () => {
  const day = fc.date({ min: new Date('0002-02-02'), max: new Date('9998-12-30'), noInvalidDate: true });
  fc.assert(
    fc.property(day, fc.constantFrom(4, 7, 10), (moment, length) => {
      const iso = moment.toISOString();
      const date = iso.slice(0, length);
      const [start, end] = [startOf(date) as string, endOf(date) as string];
      expect(start <= iso && iso < end).toBe(true);
      expect(endOf(new Date(Date.parse(start) - 1).toISOString().slice(0, length))).toBe(start);
    }),
  );
});

test.each(['2024-03-02T10:00:00', '2024-03-02T10:00'])('a time without its offset is told so: %s', (text) => {
  expect(PartialDate.safeParse(text).error?.issues[0]?.message).toMatch(/offset/);
  expect(PartialDate.safeParse('2024-03-32T10:00:00').error?.issues[0]?.message).toMatch(/date that exists/);
});
