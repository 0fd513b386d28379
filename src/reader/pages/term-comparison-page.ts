import type { TermComparison, TermQuery } from '../../analysis/comparisons/terms/term-comparison.ts';
import { figure } from '../charts/figure.ts';
import { periodsChart } from '../charts/periods.ts';
import { type Html, html, joined } from '../frame/html.ts';
import type { PageContent } from '../frame/layout.ts';
import type { Locale } from '../frame/locale.ts';
import type { Visit } from '../frame/visit.ts';
import { dateIn, rangeIn } from '../parts/dates.ts';
import { languagesOf } from '../parts/languages-store.ts';
import { readPalette } from '../parts/palette.ts';
import { langOf } from '../parts/quoted.ts';
import { type Look, sourceLine } from '../parts/statement-card.ts';
import { ownVoiceOf, wordsOf } from './wordings.ts';

type Column = TermComparison['columns'][number];

/** Wordings side by side: who uses, denies and mentions them, since when, and what the outlets write themselves. */
export async function termComparisonPage(
  { engine, comparer, locale, address, signal }: Visit,
  asked: TermQuery,
): Promise<PageContent> {
  const { say } = locale;
  const [made, palette] = await Promise.all([comparer.makeBriefly('terms', asked, signal), readPalette(engine.read)]);
  const comparison = made.read();
  const ids = comparison.columns.flatMap(({ samples }) => samples.map(({ statement }) => statement.id));
  const languages = await languagesOf(engine.read, ids);
  const query = address.split('?')[1] ?? '';
  const title = `${asked.term.join(` ${say('or')} `)}${say('questionMark')}`;
  return {
    title,
    description: say('termsLead'),
    width: 'wide',
    picture: `/compare.svg?${query}`,
    alternates: [
      { type: 'application/json', href: `/v1/comparisons/terms?${query}`, label: 'JSON' },
      { type: 'text/csv', href: `/v1/comparisons/terms?${query}&format=csv`, label: 'CSV' },
      { type: 'image/svg+xml', href: `/compare.svg?${query}`, label: 'SVG' },
    ],
    body: html`<header class="head"><h1 dir="auto">${title}</h1><p class="facts">${joined([rangeIn(locale, comparison.range), say('statements', { n: comparison.total }), newestAlone(locale, comparison)], ' · ')}</p></header>
<section aria-labelledby="words"><h2 id="words">${say('theWords')}</h2>${wordsOf(locale, palette, comparison)}</section>
<section aria-labelledby="chart"><h2 id="chart">${say('termChart')}</h2>${figure(
      locale,
      (width, id) => drawTermChart(locale, comparison, width, id),
      {
        legend: html`<ul>${[say('usage_use'), say('usage_denial'), say('usage_mention')].map((name, at) => html`<li class="t${at}"><svg class="mark" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><rect width="12" height="12"/></svg> ${name}</li>`)}</ul>`,
        source: [
          say('statements', { n: comparison.total }),
          newestAlone(locale, comparison),
          rangeIn(locale, comparison.range),
          'Counterclaim',
        ]
          .filter(Boolean)
          .join(' · '),
        table: {
          caption: say('termChart'),
          head: [say('when'), ...comparison.columns.map(({ term }) => term)],
          rows: comparison.timeline
            .slice(-400)
            .map(({ period, counts }) => [
              period,
              ...counts.map(({ use, denial, mention }) => `${use} / ${denial} / ${mention}`),
            ]),
        },
        svg: `/compare.svg?${query}`,
      },
    )}</section>
<section aria-labelledby="voice"><h2 id="voice">${say('ownWords')}</h2>${ownVoiceOf(locale, comparison)}</section>
<div class="columns">${comparison.columns.map((column) => samplesOf({ locale, palette, languages }, column))}</div>`,
  };
}

/** Where words that no claim lists were counted in the newest statements alone; the links to the data count further. */
export function newestAlone({ say }: Locale, { countedIn }: TermComparison): string | null {
  return countedIn.isComplete ? null : say('newestOnly', { n: countedIn.statements });
}

export function drawTermChart(
  locale: Locale,
  { columns, timeline }: TermComparison,
  width: number,
  id: string,
): string {
  const { say } = locale;
  const part = (name: 'use' | 'denial' | 'mention', tone: number, at: number) => ({
    name: say(`usage_${name}`),
    tone,
    counts: timeline.map(({ counts }) => counts[at]?.[name] ?? 0),
  });
  return periodsChart(
    columns.map(({ term, n }, at) => ({
      label: `${term} (${locale.number(n)})`,
      parts: [part('use', 0, at), part('denial', 1, at), part('mention', 4, at)],
    })),
    timeline.map(({ period }) => period),
    width,
    {
      title: say('termChart'),
      description: say('termsLead'),
      tick: (period) => (period.includes('W') ? period : dateIn(locale, period)),
    },
    id,
  );
}

function samplesOf(look: Look, { term, samples }: Column): Html {
  return html`<section><h2 dir="auto">${term}</h2>${samples.map(
    ({ statement, before, match, after, usage }) =>
      html`<article class="statement s${look.palette.signOf(statement.side?.id)}"><a class="plain" href="/statements/${statement.id}"><blockquote class="quote middle"${langOf(look.languages?.get(statement.id))}>${before}<mark>${match}</mark>${after}</blockquote></a>${sourceLine(look, statement)}<p class="n">${look.locale.say(`usage_${usage}`)}</p></article>`,
  )}</section>`;
}
