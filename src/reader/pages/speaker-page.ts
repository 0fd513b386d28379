import type { SpeakerPositions } from '../../analysis/positions/speaker-positions.ts';
import { listStatements } from '../../analysis/statements/list-store.ts';
import { getSpeaker } from '../../record/speakers/store.ts';
import { type Html, html, joined } from '../frame/html.ts';
import type { PageContent } from '../frame/layout.ts';
import type { Locale } from '../frame/locale.ts';
import type { Visit } from '../frame/visit.ts';
import { dateIn, rangeIn } from '../parts/dates.ts';
import { readPalette, sideLink } from '../parts/palette.ts';
import { inlineQuoteOf } from '../parts/quoted.ts';
import { saidPart, statementCard } from '../parts/statement-card.ts';
import { stanceWord } from '../parts/verdict.ts';

const STATEMENTS = 30;
const POSITIONS = 100;

/** A speaker: for whom they spoke, what they held on each question over time, and what they said last. */
export async function speakerPage(
  { engine, comparer, locale, signal }: Visit,
  reference: string,
): Promise<PageContent> {
  const { say } = locale;
  const speaker = await getSpeaker(engine.read, reference);
  const [positions, statements, palette] = await Promise.all([
    comparer.make('speaker', speaker.id, signal).then((made) => made.read()),
    listStatements(
      engine,
      { speaker: [speaker.id], status: 'published' },
      '-saidAt',
      { limit: STATEMENTS, after: null, count: true },
      { drafts: false },
    ),
    readPalette(engine.read),
  ]);
  const total = statements.total ?? statements.totalAtLeast ?? 0;
  const list = `speaker=${speaker.slug}`;
  return {
    title: speaker.name,
    description: `${speaker.name}: ${say('statements', { n: total })}`,
    width: 'wide',
    alternates: [
      { type: 'application/json', href: `/v1/speakers/${speaker.slug}`, label: 'JSON' },
      { type: 'application/atom+xml', href: `/v1/statements?${list}&format=atom`, label: 'Atom' },
      { type: 'text/csv', href: `/v1/statements?${list}&format=csv`, label: 'CSV' },
    ],
    body: html`<header class="head"><p class="n">${say('speaker')}</p><h1><bdi>${speaker.name}</bdi></h1>
<ul class="plainly">${speaker.affiliations.map(({ side, title, from, until }) => html`<li>${joined([sideLink(palette, side), title && html`<bdi>${title}</bdi>`, (from || until) && html`${from ? dateIn(locale, from) : '…'} – ${until ? dateIn(locale, until) : '…'}`], ' · ')}</li>`)}</ul>
${speaker.aliases.length > 0 && html`<p class="n">${say('alsoCalled')} <bdi>${speaker.aliases.join(', ')}</bdi></p>`}
${speaker.wikidata && html`<p class="n"><a href="https://www.wikidata.org/wiki/${speaker.wikidata}" rel="external">Wikidata ${speaker.wikidata}</a></p>`}
<p class="facts">${joined([say('statements', { n: total }), rangeIn(locale, positions.range)], ' · ')}</p></header>
${positions.questions.length > 0 && html`<section aria-labelledby="positions"><h2 id="positions">${say('positionsOverTime')}</h2>${positionsOf(locale, positions)}</section>`}
<section aria-labelledby="said"><h2 id="said">${say('newestStatements')}</h2><div class="columns">${statements.items.map((one) => statementCard({ locale, palette }, one))}</div>
${statements.next !== null && html`<p class="next"><a href="/statements?${list}">${say('allStatements', { n: total })}</a></p>`}</section>`,
  };
}

type Position = SpeakerPositions['questions'][number]['positions'][number] & {
  turn?: string | null;
  certain?: boolean;
};

function positionsOf(locale: Locale, { questions }: SpeakerPositions): Html {
  const { say } = locale;
  const each = Math.max(3, Math.floor(POSITIONS / questions.length));
  return html`${questions
    .slice(0, 50)
    .map(
      ({ question, positions }) =>
        html`<h3><bdi>${question.text}</bdi></h3><ol class="plainly">${(positions as Position[])
          .slice(-each)
          .map(
            (one) =>
              html`<li>${saidPart(locale, one.statement)}: ${stanceWord(locale, one.stance)} <a href="/claims/${one.claim.slug}"><bdi>${one.claim.text}</bdi></a> <a class="plain" href="/statements/${one.statement.id}">${inlineQuoteOf(one.statement)}</a>${turnOf(one) && html` <strong class="verdict fair">${say(one.turn === 'moved' ? 'moved2' : 'reversed')}${one.certain === false && html` (${say('orderUnknown')})`}</strong>`}</li>`,
          )}</ol>`,
    )}`;
}

function turnOf({ turn, changed }: Position): boolean {
  return turn === undefined ? changed : turn !== null;
}
