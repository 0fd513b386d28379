import { figure } from '../charts/figure.ts';
import { marksChart, type Row, type Signs, tickIn } from '../charts/marks.ts';
import { periodsChart } from '../charts/periods.ts';
import { type Html, html } from '../frame/html.ts';
import type { Locale } from '../frame/locale.ts';
import { dateIn, rangeIn, saidIn } from '../parts/dates.ts';
import { markOf } from '../parts/palette.ts';
import { stanceWord } from '../parts/verdict.ts';
import type { Picture } from './comparison-data.ts';

/** Who said what when: a mark for each statement, or the numbers of each period where the statements are too many. */
export function chartOf(locale: Locale, picture: Picture, svg: string): Html {
  const { comparison } = picture;
  return figure(locale, (width, id) => drawChart(locale, picture, width, id), {
    legend: legendOf(locale, picture),
    source: sourceOf(locale, picture),
    table: picture.isWhole ? marksTable(locale, picture) : periodsTable(locale, comparison),
    svg,
  });
}

export function drawChart(locale: Locale, picture: Picture, width: number, id: string): string {
  const { say } = locale;
  const words = {
    title: say('chartTitle'),
    description: say('chartDescription'),
  };
  if (picture.isWhole) {
    return marksChart(rowsOf(locale, picture, width), width, { ...words, tick: tickIn(locale) }, id);
  }
  const { columns, timeline } = picture.comparison;
  return periodsChart(
    columns.map(({ claim }, at) => ({
      label: cut(claim.text, width),
      parts: [{ name: claim.text, tone: at, counts: timeline.map(({ counts }) => counts[at] ?? 0) }],
    })),
    timeline.map(({ period }) => period),
    width,
    { ...words, tick: (period) => (period.includes('W') ? period : dateIn(locale, period)) },
    id,
  );
}

function rowsOf(locale: Locale, { comparison, statements, palette }: Picture, width: number): Row[] {
  return comparison.columns.map(({ claim }) => ({
    label: cut(claim.text, width),
    marks: statements.flatMap((statement) => {
      const { stances, saidAt, article, side, speaker } = statement;
      const stance = stances.find((one) => one.claim.id === claim.id)?.stance;
      if (stance === undefined) return [];
      const isSure = saidAt !== null && saidAt.length >= 10;
      const title = `${speaker.name} (${side?.name ?? '–'}) ${stanceWord(locale, stance)} · ${saidIn(locale, statement)}`;
      return [{ at: saidAt ?? article.publishedAt, isSure, stance, sign: palette.signOf(side?.id), title }];
    }),
  }));
}

export function signsOf({ statements, palette }: Picture): Signs {
  const sides = new Map(statements.flatMap(({ side }) => (side === null ? [] : [[side.id, side.name]])));
  return [...sides].map(([id, name]) => ({ sign: palette.signOf(id), name })).sort((a, b) => a.sign - b.sign);
}

function legendOf({ say }: Locale, picture: Picture): Html {
  if (!picture.isWhole) return html`<p>${say('statementsAPeriod')}</p>`;
  return html`<ul>${signsOf(picture).map(({ sign, name }) => html`<li class="s${sign}">${markOf(sign)} <bdi>${name}</bdi></li>`)}</ul>
<p>${say('readMarks')}</p>`;
}

export function sourceOf(locale: Locale, { comparison }: Picture): string {
  const period = rangeIn(locale, comparison.range);
  return [locale.say('statements', { n: comparison.total }), period, 'Counterclaim'].filter(Boolean).join(' · ');
}

function marksTable(locale: Locale, { comparison, statements }: Picture) {
  const { say } = locale;
  return {
    caption: say('chartTitle'),
    head: [say('when'), say('speaker'), say('side'), ...comparison.columns.map(({ claim }) => claim.text)],
    rows: statements.map((statement) => [
      html`<a href="/statements/${statement.id}">${saidIn(locale, statement)}</a>`,
      statement.speaker.name,
      statement.side?.name ?? '–',
      ...comparison.columns.map(({ claim }) => {
        const stance = statement.stances.find((one) => one.claim.id === claim.id)?.stance;
        return stance === undefined ? '–' : stanceWord(locale, stance);
      }),
    ]),
  };
}

function periodsTable({ say }: Locale, { columns, timeline }: Picture['comparison']) {
  return {
    caption: say('chartTitle'),
    head: [say('when'), ...columns.map(({ claim }) => claim.text)],
    rows: timeline.slice(-400).map(({ period, counts }) => [period, ...counts]),
  };
}

/** What there is room for in one line. */
function cut(text: string, width: number): string {
  const most = Math.floor(width / 7.2);
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`;
}
