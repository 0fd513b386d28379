import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ID_PREFIXES, idFromKey, type Kind } from '../../../src/kernel/id.ts';
import { EVERY } from '../../../src/text/words/match.ts';
import { facetsPacking, facetToken } from '../../../src/text/words/stored-facets.ts';

const facets = fc.oneof(
  fc.constantFrom(...Object.values(EVERY)),
  fc
    .tuple(fc.constantFrom(...(Object.keys(ID_PREFIXES) as Kind[])), fc.nat())
    .map(([kind, n]) => idFromKey(kind, n * 4099)),
);

test('facets are stored in fewer letters, each as one token of its own, and read again as they were', () => {
  fc.assert(
    fc.property(fc.array(facets, { minLength: 1 }), (some) => {
      const stored = facetsPacking.pack(some.join(' '));
      expect(facetsPacking.unpack(stored)).toBe(some.join(' '));
      expect(stored.split(' ')).toEqual(some.map(facetToken));
      expect(new Set(stored.split(' ')).size).toBe(new Set(some).size);
    }),
  );
});
