import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldLabel, knownLabels, ratingOfLabel } from '../../../src/record/reviews/labels.ts';

describe('labels of fact-checkers', () => {
  test('each stands for one rating, in whatever list it is', () => {
    const ratings = new Map<string, Set<string>>();
    for (const [label, rating] of knownLabels())
      ratings.set(foldLabel(label), (ratings.get(foldLabel(label)) ?? new Set()).add(rating));
    expect([...ratings].filter(([, of]) => of.size > 1)).toEqual([]);
    expect(ratings.size).toBeGreaterThan(200);
  });

  test.each([
    ['TRUE', 'true'],
    ['  Mostly   true. ', 'mostly-true'],
    ['half-true', 'mixed'],
    ['PARTLY FALSE', 'mixed'],
    ['Pants on Fire!', 'false'],
    ['🔴 Falso', 'false'],
    ['FALSCH', 'false'],
    ['Grösstenteils falsch', 'false'],
    ['faux', 'false'],
    ['Enganoso', 'misleading'],
    ['Fałsz', 'false'],
    ['ЛОЖЬ', 'false'],
    ['Yanlış', 'false'],
    ['yanliş', 'false'],
    ['भ्रामक', 'misleading'],
    ['مضلل', 'misleading'],
    ['거짓', 'false'],
    ['Unproven', 'unverifiable'],
  ])('%s stands for %s', (label, rating) => {
    expect(ratingOfLabel(label)).toBe(rating);
  });

  test.each(['', '4', '4/5', '5 out of 5', 'Not false', 'Truer', 'false or true', 'Satire', 'A whale of a tale'])(
    '"%s" is left for a person to judge',
    (label) => {
      expect(ratingOfLabel(label)).toBeNull();
    },
  );

  test('numbers alone never stand for a rating', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.integer(), fc.double(), fc.date()),
        (value) => ratingOfLabel(String(Number(value))) === null,
      ),
    );
  });
});
