import fc from 'fast-check';
import { expect, test } from 'vitest';
import { idFromKey } from '../../../src/kernel/id.ts';
import { stancesPacking } from '../../../src/record/statements/stored-stances.ts';
import { STANCES } from '../../../src/record/statements/table.ts';

const stances = fc.array(
  fc.record({ claim: fc.nat().map((n) => idFromKey('claim', n * 4099)), stance: fc.constantFrom(...STANCES) }),
);

test('stances are stored without the names of their members, and read again to the byte', () => {
  fc.assert(
    fc.property(stances, (some) => {
      const stored = JSON.stringify(stancesPacking.pack(some));
      expect(JSON.stringify(stancesPacking.unpack(JSON.parse(stored)))).toBe(JSON.stringify(some));
      expect(stored.length).toBeLessThanOrEqual(JSON.stringify(some).length);
    }),
  );
});

test('stances that an earlier version stored are read as they are', () => {
  const stored = [{ claim: 'clm_01m8ne0w6x3ng', stance: 'comment' as const }];
  expect(stancesPacking.unpack(stored)).toEqual(stored);
});
