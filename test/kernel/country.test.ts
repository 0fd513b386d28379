import { iso31661 } from 'iso-3166';
import { expect, test } from 'vitest';
import { AssignedCountry } from '../../src/kernel/country.ts';

test('a country is what ISO 3166-1 has assigned, and nothing else', () => {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const all = letters.flatMap((first) => letters.map((second) => first + second));
  const assigned = iso31661.filter(({ state }) => state === 'assigned').map(({ alpha2 }) => alpha2);
  expect(all.filter((code) => AssignedCountry.safeParse(code).success)).toEqual(assigned.sort());
});

test.each(['UK', 'ZZ', 'EU', 'SU', 'XK', 'gb', 'GBR', ''])('%j is no country', (code) => {
  expect(AssignedCountry.safeParse(code).success).toBe(false);
});
