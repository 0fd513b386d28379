import fc from 'fast-check';
import { expect, test } from 'vitest';
import { articleUrl, normalizeUrl, WebUrl } from '../../src/kernel/address.ts';

test.each([
  ['https://p.dw.com/p/4W3DS', 'https://p.dw.com/p/4W3DS'],
  ['HTTPS://P.DW.com:443/p/4W3DS#top', 'https://p.dw.com/p/4W3DS'],
  ['http://example.org', 'http://example.org/'],
  ['http://example.org:80/a/../b', 'http://example.org/b'],
  ['https://example.org/a?utm_source=x&utm_medium=y', 'https://example.org/a'],
  ['https://example.org/a?UTM_Source=x', 'https://example.org/a'],
  ['https://example.org/a?b=2&utm_source=x&a=1&fbclid=z', 'https://example.org/a?b=2&a=1'],
  ['https://example.org/a?%75tm_source=x&id=1', 'https://example.org/a?id=1'],
  ['https://example.org/a?id=a%2Fb&q=a+b&q=%20', 'https://example.org/a?id=a%2Fb&q=a+b&q=%20'],
  ['https://example.org/a?&&a&&b=', 'https://example.org/a?a&b='],
  ['https://example.org/a?', 'https://example.org/a'],
  ['https://example.org/a?#:~:text=limited', 'https://example.org/a'],
  [
    'https://example.org/?redirect=https://x.org/?utm_source=y',
    'https://example.org/?redirect=https://x.org/?utm_source=y',
  ],
  ['https://example.org/a?%=1&gclid=2', 'https://example.org/a?%=1'],
  ['https://bücher.example/ä', 'https://xn--bcher-kva.example/%C3%A4'],
  ['https://example.org/%C3%A4', 'https://example.org/%C3%A4'],
  ['https://example.org/A', 'https://example.org/A'],
  ['https://example.org/caf%c3%a9', 'https://example.org/caf%C3%A9'],
  ['https://example.org/café', 'https://example.org/caf%C3%A9'],
  ['https://example.org/%7Ejo/a%2Db?q=%2e%5F', 'https://example.org/~jo/a-b?q=._'],
  ['https://example.org/a/%2e%2E/b/./c', 'https://example.org/b/c'],
  ['https://example.org/a%2fb%3f', 'https://example.org/a%2Fb%3F'],
  ['https://example.org/%2525/%252e', 'https://example.org/%2525/%252e'],
  ['https://example.org/%%34%31', 'https://example.org/%%34%31'],
  [' \u200bhttps://example.org/a\ufeff\n', 'https://example.org/a'],
  ['https://example.org/a\u00adb\u200bc', 'https://example.org/abc'],
  ['\u202ahttps://example.org/a\u202c', 'https://example.org/a'],
  ['https://example.org/می\u200cخواهم', 'https://example.org/%D9%85%DB%8C%E2%80%8C%D8%AE%D9%88%D8%A7%D9%87%D9%85'],
  ['https://example.org/a?srsltid=AfmB&id=1', 'https://example.org/a?id=1'],
  ['https://example.org/a?ref=rss', 'https://example.org/a'],
  ['https://x.com/somebody/status/1?s=20&t=abc', 'https://x.com/somebody/status/1'],
  ['https://mobile.twitter.com/somebody/status/1?s=20', 'https://mobile.twitter.com/somebody/status/1'],
  ['https://www.youtube.com/watch?v=abc&si=def&t=10', 'https://www.youtube.com/watch?v=abc&t=10'],
])('%s is known as %s', (url, known) => {
  expect(articleUrl(url)).toBe(known);
  expect(articleUrl(known)).toBe(known);
});

test('what makes a difference to the article stays', () => {
  const kept = [
    'https://example.org/a?id=1',
    'https://example.org/a?ref=1',
    'https://example.org/a?page=2',
    'https://example.org/a?ref=main',
    'https://example.org/a?s=20',
    'https://example.org/a?pk_id=20',
    'https://notx.com/a?s=20',
    'https://example.org/a/',
    'http://example.org/a',
  ];
  expect(kept.map(articleUrl)).toEqual(kept);
});

test.each([
  '',
  'example.org',
  '//example.org',
  'ftp://example.org',
  'javascript:alert(1)',
  'data:text/html,a',
  'https://',
  'https://user@example.org',
  'https://user:word@example.org',
  'https://exa mple.org',
  'https:example.org',
  'http://[::1',
  'https://exa\u00a0mple.org',
])('%j is no address of an article', (text) => {
  expect([articleUrl(text), normalizeUrl(text), WebUrl.safeParse(text).success]).toEqual([null, null, false]);
});

test('an address that is too long once it is escaped is none', () => {
  const short = `https://example.org/${'ä'.repeat(1000)}`;
  expect([WebUrl.safeParse(short).success, articleUrl(short)]).toEqual([false, null]);
});

test('addresses that RFC 3986 takes for equal are one, however their characters are written', () => {
  const written = (character: string, isCoded: boolean, isSmall: boolean) => {
    if (!isCoded) return character;
    const code = Buffer.from(character).toString('hex').replace(/../g, '%$&');
    return isSmall ? code : code.toUpperCase();
  };
  const path = fc.array(fc.tuple(fc.constantFrom(...'abcXYZ019-_~é中'), fc.boolean(), fc.boolean(), fc.boolean()), {
    minLength: 1,
    maxLength: 20,
  });
  fc.assert(
    fc.property(path, (characters) => {
      const plain = characters.map(([character]) => character).join('');
      const coded = characters.map(([character, isCoded, isSmall]) => written(character, isCoded, isSmall)).join('');
      expect(articleUrl(`https://EXAMPLE.org:443/./${coded}?q=${coded}#x`)).toBe(
        articleUrl(`https://example.org/${plain}?q=${plain}`),
      );
    }),
  );
});

test('normalizing twice is normalizing once, and tracking never makes another article', () => {
  const tracking = fc.constantFrom(
    'utm_source=a',
    'utm_campaign=',
    'fbclid=1',
    'gclid',
    'mc_eid=x',
    'srsltid=1',
    'ref=rss',
  );
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), tracking, (url, pair) => {
      const known = articleUrl(url);
      if (known === null) return;
      expect(articleUrl(known)).toBe(known);
      expect(articleUrl(`${known}${known.includes('?') ? '&' : '?'}${pair}#somewhere`)).toBe(known);
    }),
  );
});
