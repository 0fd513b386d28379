import type { CheckedQuotation, TextCheck } from '../../analysis/quotes/text-check.ts';
import { indexText, sliceSpan } from '../../kernel/span.ts';
import { type Html, html, type Part } from '../frame/html.ts';
import type { PageContent } from '../frame/layout.ts';
import type { Locale } from '../frame/locale.ts';
import { differenceOf } from '../parts/difference.ts';
import { toneOf, verdictOf } from '../parts/verdict.ts';

/** How much of the text is shown again, in code points; around quotations first. */
const SHOWN_MAX = 20_000;
const LISTED_MAX = 200;

/** A field for a text; below it the same text with every quotation marked by what was found. */
export function checkPage(locale: Locale, checked: { text: string; check: TextCheck } | null): PageContent {
  const { say } = locale;
  return {
    title: say('checkTitle'),
    description: say('checkLead'),
    isPrivate: checked !== null,
    width: 'wide',
    body: html`<h1>${say('checkTitle')}</h1><p class="lead">${say('checkLead')}</p>
${checked && resultsOf(locale, checked.text, checked.check)}
<form method="post" action="/check"><label class="field" for="text">${say('checkField')}</label>
<textarea id="text" name="text" rows="12" dir="auto" required maxlength="1000000">
${checked && checked.text.length <= SHOWN_MAX && checked.text}</textarea>
<p><button>${say('checkButton')}</button></p></form>`,
  };
}

function resultsOf(locale: Locale, text: string, { quotations, searched }: TextCheck): Html {
  const { say } = locale;
  const shown = quotations.slice(0, LISTED_MAX);
  return html`<section class="checking" aria-labelledby="results"><h2 id="results" role="status">${quotations.length === 0 ? say('checkedNone') : countsOf(locale, quotations)}</h2>
<p class="facts">${say(searched.texts === 0 ? 'checkedNoTexts' : 'checkedTexts', { n: searched.texts })}</p>
${
  quotations.length > 0 &&
  html`<div class="columns"><div><h3>${say('checkedText')}</h3><div class="checked-text" dir="auto">${marked(locale, text, shown)}</div></div>
<div><h3>${say('checkedList')}</h3><ol class="plainly">${shown.map((one, at) => quotationOf(locale, one, at))}</ol></div></div>`
}</section>`;
}

function countsOf(locale: Locale, quotations: readonly CheckedQuotation[]): Part {
  const counts = Map.groupBy(quotations, ({ result }) => result);
  return html`${locale.say('checkedOf', { n: quotations.length })}: ${[...counts].map(([result, of], at) => html`${at > 0 && ' · '}${verdictOf(locale, result)} (${locale.number(of.length)})`)}`;
}

/** The text with each quotation leading to what was found; long stretches without one are left out. */
function marked(locale: Locale, text: string, quotations: readonly CheckedQuotation[]): Part {
  const index = indexText(text);
  const isLong = index.length > SHOWN_MAX;
  const parts: Part[] = [];
  let at = 0;
  const between = (start: number, end: number) => {
    if (!isLong || end - start < 400) return sliceSpan(index, { start, end });
    return `${start === 0 ? '' : sliceSpan(index, { start, end: start + 150 })} […] ${sliceSpan(index, { start: end - 150, end })}`;
  };
  for (const [number, { start, end, result }] of quotations.entries()) {
    if (start < at) continue;
    parts.push(between(at, start));
    const tone = result === 'not-found' ? 'none' : toneOf(result);
    parts.push(
      html`<mark class="${tone}">${sliceSpan(index, { start, end })}</mark><a href="#q${number}" aria-label="${locale.say('quotationNumber', { n: number + 1 })}"><sup>${number + 1}</sup></a>`,
    );
    at = end;
  }
  return [
    ...parts,
    isLong ? sliceSpan(index, { start: at, end: at + 150 }) : sliceSpan(index, { start: at, end: index.length }),
  ];
}

function quotationOf(locale: Locale, one: CheckedQuotation, at: number): Html {
  const { say } = locale;
  const { quote, result, difference, suggestion, closest, found, attributedTo } = one;
  const right = suggestion ?? closest?.text ?? null;
  return html`<li id="q${at}"><p>${verdictOf(locale, result, difference)}</p>
${right === null ? html`<blockquote class="quote" dir="auto">${quote.length > 400 ? `${quote.slice(0, 400)}…` : quote}</blockquote>` : html`${differenceOf({ was: quote, is: right, locale })}<p>${say('rightWords')} <span class="words" id="right-${at}" dir="auto">${right}</span> <button type="button" data-copy="right-${at}" hidden>${say('copy')}</button></p>`}
${attributedTo && html`<p>${say('attributedTo', { name: attributedTo })}</p>`}
${found
  .slice(0, 5)
  .map(
    ({ article, statement, speaker }) =>
      html`<p class="source">${article && html`${say('saidHere')} <a href="/articles/${article.id}"><bdi>${article.title}</bdi></a>, <bdi>${article.outlet.name}</bdi>`}${speaker && html` · ${say('recordedOf', { name: speaker.name })}`}${statement && html` · <a href="/statements/${statement.id}">${say('statementHere')}</a>`}</p>`,
  )}</li>`;
}
