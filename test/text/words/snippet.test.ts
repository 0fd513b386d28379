import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { highlightTerms, parseQuery } from '../../../src/text/words/query.ts';
import { snippetOf } from '../../../src/text/words/snippet.ts';

const snippet = (text: string, q: string) => snippetOf(text, highlightTerms(parseQuery(q)));

describe('a snippet', () => {
  test('is the sentence around the first words, marked and escaped', () => {
    const text = 'It began. "There <was> no Blockáde & no blockade-runner," he said. It ended.';
    expect(snippet(text, 'blockade')).toBe(
      '&quot;There &lt;was&gt; no <mark>Blockáde</mark> &amp; no <mark>blockade</mark>-runner,&quot; he said.',
    );
  });

  test('marks phrases whole, and what begins as was asked', () => {
    expect(snippet('a limited-access road', '"limited access" ro*')).toBe(
      'a <mark>limited-access</mark> <mark>road</mark>',
    );
  });

  test('is null where nothing stands', () => {
    expect(snippet('a road', 'rail')).toBeNull();
  });

  test('shows at most 600 characters of a text without an end of a sentence', () => {
    const shown = snippet(`${'word '.repeat(5000)}blockade ${'word '.repeat(5000)}`, 'blockade') as string;
    expect(shown).toContain('<mark>blockade</mark>');
    expect(shown.replaceAll(/<\/?mark>/g, '').length).toBeLessThanOrEqual(600);
  });

  test('holds no markup but its marks, whatever the text', () => {
    const text = fc
      .array(fc.constantFrom('<b>', '&', '"', "'", 'word', ' ', '. ', '<mark>', 'é'))
      .map((all) => all.join(''));
    fc.assert(
      fc.property(text, (given) => {
        const shown = snippet(`${given} word`, 'word') as string;
        expect(shown.replaceAll(/<mark>word[a-zé]*<\/mark>/g, '')).not.toMatch(/[<>"']/);
      }),
    );
  });
});
