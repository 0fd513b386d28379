import { diffWordsWithSpace } from 'diff';
import { type Html, html } from '../frame/html.ts';
import type { Locale } from '../frame/locale.ts';
import { langOf } from './quoted.ts';

type Words = { was: string; is: string | null; language?: string | undefined; locale: Locale };

/** Longer texts are not compared word by word, so that no page takes long. */
const COMPARED_MAX = 20_000;

/** Two wordings in one line: what is not there any more is struck out, what came instead is underlined. */
export function differenceOf({ was, is, language, locale }: Words): Html {
  if (is === null) {
    return html`<blockquote class="quote middle"${langOf(language)}><del>${was}</del></blockquote>`;
  }
  if (was.length + is.length > COMPARED_MAX) {
    return html`<blockquote class="quote middle"${langOf(language)}><del>${was}</del> <ins>${is}</ins></blockquote>`;
  }
  return html`<blockquote class="quote middle"${langOf(language)}>${diffWordsWithSpace(was, is, {
    intlSegmenter: segmenterOf(language ?? locale.language),
  }).map(({ value, added, removed }) =>
    added ? html`<ins>${value}</ins>` : removed ? html`<del>${value}</del>` : value,
  )}</blockquote>`;
}

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  let segmenter = segmenters.get(language);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(language === 'und' ? 'en' : language, { granularity: 'word' });
    if (segmenters.size < 100) segmenters.set(language, segmenter);
  }
  return segmenter;
}
