import { describe, expect, test } from 'vitest';
import { canonicalLanguage, Language } from '../../src/kernel/language.ts';

describe('a language', () => {
  test.each([
    ['en', 'en'],
    ['EN-gb', 'en-GB'],
    ['zh-hant', 'zh-Hant'],
    ['zh-CMN-hans-cn', 'zh-cmn-Hans-CN'],
    ['X-Klingon', 'x-klingon'],
    ['i-klingon', 'i-klingon'],
    ['es-419', 'es-419'],
    ['de-DE-u-co-phonebk', 'de-DE-u-co-phonebk'],
    ['de-CH-1996', 'de-CH-1996'],
    ['und', 'und'],
  ])('written %s is known as %s', (tag, known) => {
    expect(canonicalLanguage(tag)).toBe(known);
    expect(canonicalLanguage(known)).toBe(known);
  });

  test.each([
    'english',
    'German',
    'deutsch',
    'root',
    '',
    '-',
    'e',
    'en_GB',
    'en-',
    'x',
    'en--GB',
    '中文',
    `en${'-abcdefgh'.repeat(5)}`,
  ])('is not %j', (tag) => {
    expect(Language.safeParse(tag).success).toBe(false);
  });
});
