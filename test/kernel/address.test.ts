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
])('%s is known as %s', (url, known) => {
  expect(articleUrl(url)).toBe(known);
  expect(articleUrl(known)).toBe(known);
});

test('what makes a difference to the article stays', () => {
  const kept = [
    'https://example.org/a?id=1',
    'https://example.org/a?ref=1',
    'https://example.org/a?page=2',
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
  ' https://example.org',
])('%j is no address of an article', (text) => {
  expect([articleUrl(text), normalizeUrl(text), WebUrl.safeParse(text).success]).toEqual([null, null, false]);
});

test('an address that is too long once it is escaped is none', () => {
  const short = `https://example.org/${'ä'.repeat(1000)}`;
  expect([WebUrl.safeParse(short).success, articleUrl(short)]).toEqual([true, null]);
});

test('normalizing twice is normalizing once, and tracking never makes another article', () => {
  const tracking = fc.constantFrom('utm_source=a', 'utm_campaign=', 'fbclid=1', 'gclid', 'mc_eid=x');
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), tracking, (url, pair) => {
      const known = articleUrl(url);
      if (known === null) return;
      expect(articleUrl(known)).toBe(known);
      expect(articleUrl(`${known}${known.includes('?') ? '&' : '?'}${pair}#somewhere`)).toBe(known);
    }),
  );
});
