import type { Balance } from '../../analysis/balance/balance.ts';
import type { DisputePositions } from '../../analysis/positions/dispute-positions.ts';
import { listStatements } from '../../analysis/statements/list-store.ts';
import { getDispute, listQuestions } from '../../record/disputes/store.ts';
import type { Statement, StatementBrief } from '../../record/statements/statement.ts';
import { figure, tableOf } from '../charts/figure.ts';
import { marksChart, tickIn } from '../charts/marks.ts';
import { type Html, html, joined, type Part } from '../frame/html.ts';
import type { PageContent } from '../frame/layout.ts';
import type { Locale, WordName } from '../frame/locale.ts';
import type { Visit } from '../frame/visit.ts';
import { isCoarse, rangeIn, saidIn } from '../parts/dates.ts';
import { languagesOf } from '../parts/languages-store.ts';
import { withParameter } from '../parts/list.ts';
import { type Palette, readPalette, sideLink, sideName } from '../parts/palette.ts';
import { inlineQuoteOf } from '../parts/quoted.ts';
import { statementCard } from '../parts/statement-card.ts';
import { stanceWord, verdictOf } from '../parts/verdict.ts';

const CARDS = 20;
/** Statements of the timeline, and quotes of the matrix: together what a page may show. */
const NEWEST = 100;
const QUOTES_MAX = 100;
/** Claims that a cell usually has, and names. */
const CELL_CLAIMS = 4;
type Row = DisputePositions['rows'][number];
type Cell = Row['cells'][number];

/** Which side holds what on each question, how each is heard and answered, and what was said last. */
export async function disputePage(visit: Visit, reference: string, cursor: string | undefined): Promise<PageContent> {
  const { engine, comparer, locale, signal, address, cursors } = visit;
  const { say } = locale;
  const dispute = await getDispute(engine.read, reference);
  const listed = `/disputes ${dispute.id}`;
  const after = cursor === undefined ? null : cursors.open(listed, cursor);
  const limit = Math.max(1, Math.floor(QUOTES_MAX / (CELL_CLAIMS * Math.max(1, dispute.sides.length))));
  const questions = await listQuestions(engine.read, { dispute: [dispute.id] }, { limit, after, count: false });
  const asked = { dispute: dispute.id, questions: questions.items.map(({ id }) => id) };
  const [positions, balance, newest, palette] = await Promise.all([
    comparer.make('positions', asked, signal).then((made) => made.read()),
    comparer.make('balance', dispute.id, signal).then((made) => made.read()),
    listStatements(
      engine,
      { dispute: [dispute.id], status: 'published' },
      '-saidAt',
      { limit: NEWEST, after: null, count: false },
      { drafts: false },
    ),
    readPalette(engine.read),
  ]);
  const latest = positions.rows.flatMap(({ cells }) =>
    cells.flatMap(({ claims }) => heldIn(claims).flatMap((one) => one.latest?.id ?? [])),
  );
  const languages = await languagesOf(engine.read, latest);
  const list = `dispute=${dispute.slug}`;
  const facts = [
    say('statements', { n: balance.total }),
    rangeIn(locale, balance.range),
    say('sides', { n: dispute.sides.length }),
  ];
  return {
    title: dispute.title,
    description: dispute.summary ?? positions.rows.map(({ question }) => question.text).join(' '),
    width: 'wide',
    alternates: [
      { type: 'application/json', href: `/v1/disputes/${dispute.slug}`, label: 'JSON' },
      { type: 'application/atom+xml', href: `/v1/statements?${list}&format=atom`, label: 'Atom' },
      { type: 'text/csv', href: `/v1/statements?${list}&format=csv`, label: 'CSV' },
    ],
    body: html`<header class="head"><h1><bdi>${dispute.title}</bdi></h1><p class="facts">${joined(facts, ' · ')}</p>
${dispute.summary && html`<p class="prose" dir="auto">${dispute.summary}</p>`}
<p class="sides">${joined(
      dispute.sides.map(
        (side) =>
          html`${sideLink(palette, side)} <span class="n">${say(`role_${side.role.replace('-', '_')}` as WordName)}</span>`,
      ),
      ' · ',
    )}</p></header>
<section aria-labelledby="positions"><h2 id="positions">${say('positions')}</h2>${matrixOf(locale, palette, positions, languages)}
${questions.next !== null && html`<p class="next"><a rel="next" href="${withParameter(address, 'cursor', cursors.seal(listed, questions.next))}#positions">${say('moreOfQuestions')}</a></p>`}</section>
<section aria-labelledby="balance"><h2 id="balance">${say('balance')}</h2>${balanceOf(locale, palette, balance)}</section>
<section aria-labelledby="timeline"><h2 id="timeline">${say('newestStatements')}</h2>
${newest.items.length > 1 && timelineOf(locale, palette, dispute.sides, newest.items, newest.next === null)}
<div class="columns">${newest.items.slice(0, CARDS).map((one) => statementCard({ locale, palette }, one))}</div>
<p><a href="/statements?${list}">${say('allStatements', { n: balance.total })}</a></p></section>`,
  };
}

type DisputeSide = { id: string; name: string };

/** A row for each side with a mark for each of its statements. */
function timelineOf(
  locale: Locale,
  palette: Palette,
  sides: readonly DisputeSide[],
  statements: readonly Statement[],
  isWhole: boolean,
): Html {
  const { say } = locale;
  const words = { title: say('timelineTitle'), description: say('timelineDescription'), tick: tickIn(locale) };
  const rows = sides.map(({ id, name }) => ({
    label: name,
    marks: statements
      .filter(({ side }) => side?.id === id)
      .map((one) => ({
        at: one.saidAt ?? one.article.publishedAt,
        isSure: one.saidAt !== null && !isCoarse(one.saidAt),
        stance: 'comment',
        sign: palette.signOf(id),
        title: `${one.speaker.name}: ${one.quote.slice(0, 80)} · ${saidIn(locale, one)}`,
      })),
  }));
  return figure(locale, (width, id) => marksChart(rows, width, words, id), {
    legend: html`<p>${say('hollowMarks')}</p>`,
    source: [!isWhole && say('newestOnly', { n: statements.length }), 'Counterclaim'].filter(Boolean).join(' · '),
    table: {
      caption: say('timelineTitle'),
      head: [say('when'), say('speaker'), say('side')],
      rows: statements.map((one) => [
        html`<a href="/statements/${one.id}">${saidIn(locale, one)}</a>`,
        one.speaker.name,
        one.side?.name ?? '–',
      ]),
    },
  });
}

const VERDICTS: Record<string, WordName> = {
  contested: 'contested',
  agreed: 'agreed',
  uncontested: 'uncontested',
  'one-sided': 'oneSided',
  'no-position': 'noPosition',
};

/** Questions down, sides across; each cell has the side's claim and its latest words on it. */
function matrixOf(
  locale: Locale,
  palette: Palette,
  { sides, rows }: DisputePositions,
  languages: ReadonlyMap<string, string>,
): Html {
  const { say } = locale;
  if (rows.length === 0) return html`<p>${say('noQuestions')}</p>`;
  return html`<div class="scroll" role="group" aria-label="${say('positions')}" tabindex="0"><table class="matrix">
<caption>${say('matrixCaption')}</caption>
<thead><tr><th scope="col">${say('question')}</th>${sides.map((side) => html`<th scope="col">${sideName(palette, side)}</th>`)}</tr></thead>
<tbody>${rows.map(
    (
      row,
    ) => html`<tr><th scope="row"><bdi>${row.question.text}</bdi><br><span class="verdict ${row.verdict === 'contested' ? 'fair' : 'plain'}">${say(VERDICTS[row.verdict] ?? 'noPosition')}</span> <span class="n">${say('statements', { n: row.n })}</span>${compareLink(locale, row)}</th>
${row.cells.map((cell) => html`<td class="s${palette.signOf(cell.side.id)}" data-side="${cell.side.name}">${cellOf(locale, cell, languages)}</td>`)}</tr>`,
  )}</tbody></table></div>`;
}

function cellOf(locale: Locale, { claims, n }: Cell, languages: ReadonlyMap<string, string>): Part {
  const held = heldIn(claims);
  if (n === 0 || held.length === 0)
    return html`<span class="nothing">–<span class="hidden"> ${locale.say('nothingSaid')}</span></span>`;
  return html`${held.map(({ claim, support, deny, query, comment, latest }) => {
    const counts = Object.entries({ support, deny, query, comment }).filter(([, count]) => count > 0);
    return html`<div class="held"><p>${joined(
      counts.map(
        ([stance, count]) => html`${stanceWord(locale, stance)} <span class="n">(${locale.number(count)})</span>`,
      ),
      ', ',
    )}: <a href="/claims/${claim.slug}"><bdi>${claim.text}</bdi></a></p>${latest && latestOf(locale, latest, languages)}</div>`;
  })}`;
}

function heldIn(claims: Cell['claims']): Cell['claims'] {
  return claims.filter((one) => one.support + one.deny + one.query + one.comment > 0).slice(0, CELL_CLAIMS);
}

function latestOf(locale: Locale, latest: StatementBrief, languages: ReadonlyMap<string, string>): Html {
  const language = languages.get(latest.id);
  return html`<p class="latest"><a class="plain" href="/statements/${latest.id}">${inlineQuoteOf({ ...latest, language })}</a> <span class="n">${saidIn(locale, latest)}</span> ${verdictOf(locale, latest.anchor.result)}</p>`;
}

/** To the claims of a question side by side. */
function compareLink({ say }: Locale, { cells }: Row): Html | null {
  const claims = [...new Set(cells.flatMap((cell) => cell.claims.map(({ claim }) => claim.slug)))].slice(0, 6);
  if (claims.length < 2) return null;
  return html`<br><a href="/compare?${new URLSearchParams(claims.map((claim): [string, string] => ['claim', claim])).toString()}">${say('compareThem')}</a>`;
}

type SideBalance = Balance['sides'][number] & {
  checked?: number;
  timed?: number;
  timedByDay?: number;
  medianDaysToRebuttal?: number | null;
};

/** Small bars with their numbers; the numbers say the same to who does not see the bars. */
function balanceOf(locale: Locale, palette: Palette, { sides, total }: Balance): Html {
  const { say } = locale;
  const rows = (sides as SideBalance[]).map((one) => [
    sideName(palette, one.side),
    html`${bar(one.n, total, palette.signOf(one.side.id))} ${say('nOfTotal', { n: one.n, total })}`,
    one.checked === undefined
      ? html`${bar(one.verified, one.n, palette.signOf(one.side.id))} ${say('nOfTotal', { n: one.verified, total: one.n })}`
      : html`${bar(one.verified, one.checked, palette.signOf(one.side.id))} ${say('nOfChecked', { n: one.verified, total: one.checked })}`,
    html`${bar(one.rebutted, one.n, palette.signOf(one.side.id))} ${say('nOfTotal', { n: one.rebutted, total: one.n })}`,
    medianOf(locale, one),
    locale.number(one.outlets),
  ]);
  return tableOf({
    caption: say('balanceCaption'),
    head: [say('side'), say('heard'), say('verified'), say('answered'), say('untilAnswer'), say('outlets')],
    rows,
  });
}

function medianOf({ say, number }: Locale, one: SideBalance): string {
  const of = (n: number | undefined) => (n === undefined ? '' : ` (${say('ofN', { n })})`);
  if (one.medianHoursToRebuttal !== null) return `${say('hours', { n: one.medianHoursToRebuttal })}${of(one.timed)}`;
  const days = one.medianDaysToRebuttal;
  if (days !== undefined && days !== null) return `${say('days', { n: days })}${of(one.timedByDay)}`;
  return one.rebutted === 0 ? '–' : say('notTimed', { n: number(one.rebutted) });
}

function bar(n: number, of: number, sign: number): Html {
  const width = of === 0 ? 0 : Math.round((n / of) * 60);
  return html`<svg class="bar s${sign}" width="62" height="12" viewBox="0 0 62 12" aria-hidden="true"><rect class="frame" x="0.5" y="0.5" width="61" height="11"/><rect class="full" x="1" y="1" width="${width}" height="10"/></svg>`;
}
