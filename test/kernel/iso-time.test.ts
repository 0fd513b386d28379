import { expect, test } from 'vitest';
import { isoTime } from '../../src/kernel/time.ts';
import { Dice } from '../support/random-record.ts';

const ENDS = [
  '0000-01-01T00:00:00.000Z',
  '1969-12-31T23:59:59.999Z',
  '1970-01-01T00:00:00.000Z',
  '2000-02-29T12:34:56.789Z',
  '9999-12-31T23:59:59.999Z',
];

test('a point in time is written as Date writes it, whenever it was', () => {
  const dice = new Dice(1);
  const random = Array.from({ length: 20_000 }, () => Math.floor((dice.roll(2 ** 31) / 2 ** 31 - 0.3) * 4e13));
  const all = [
    ...random,
    ...ENDS.map(Date.parse),
    Date.parse(ENDS[0] as string) - 1,
    Date.parse(ENDS[4] as string) + 1,
  ];
  for (const ms of all) expect(isoTime(ms)).toBe(new Date(ms).toISOString());
});
