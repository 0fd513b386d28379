import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Slug, slugFrom } from '../../src/kernel/slug.ts';

test.each([
  ['Elchin Amirbayov', 'elchin-amirbayov'],
  ['Åland & Co', 'aland-co'],
  ['İlham Əliyev', 'ilham-eliyev'],
  ['Recep Tayyip Erdoğan', 'recep-tayyip-erdogan'],
  ['Straße', 'strasse'],
  ['Łódź', 'lodz'],
  ['Smørrebrød & Ærø', 'smorrebrod-aero'],
  ["Nagorno-Karabakh's people’s", 'nagorno-karabakhs-peoples'],
  ['  --What?! -- Is it--  ', 'what-is-it'],
  ['ﬁne ① Ⅳ', 'fine-1-iv'],
  ['Армения', 'armeniya'],
  ['Հայաստան', 'hayastan'],
  ['Պետրոս Սարյան', 'petros-saryan'],
  ['საქართველო', 'sakartvelo'],
  ['Володимир Зеленський', 'volodimir-zelenskiy'],
  ['Αθήνα', 'athina'],
  ['张伟', 'zhang-wei'],
  ['서울', 'seoul'],
  ['العربية', 'lrbyh'],
  ['ישראל', 'ysrl'],
  ['и\u0306од', 'yod'],
  ['\u200b', 'side'],
  ['', 'side'],
  ['!!!', 'side'],
])('%j becomes %j', (name, slug) => {
  expect(slugFrom(name, 'side')).toBe(slug);
});

test('a long name is cut at a word', () => {
  const slug = slugFrom('word '.repeat(40), 'side');
  expect(slug).toMatch(/^(word-)+word$/);
  expect(slug.length).toBeLessThanOrEqual(80);
  expect(slugFrom('a'.repeat(500), 'side')).toBe('a'.repeat(80));
});

test('whatever the name, its slug is one, and is its own slug', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (name) => {
      const slug = slugFrom(name, 'side');
      expect(Slug.safeParse(slug).success).toBe(true);
      expect(slugFrom(slug, 'side')).toBe(slug);
    }),
    { numRuns: 500 },
  );
});

test.each(['', '-a', 'a-', 'a--b', 'A', 'é', 'a b', 'a_b', 'a'.repeat(101)])('%j is no slug', (text) => {
  expect(Slug.safeParse(text).success).toBe(false);
});
