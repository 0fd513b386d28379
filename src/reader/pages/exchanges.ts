import type { Pair } from '../../analysis/pairs/pair.ts';
import { type Html, html } from '../frame/html.ts';
import type { Locale } from '../frame/locale.ts';
import { nextLink } from '../parts/list.ts';
import { type Look, type Shown, statementCard } from '../parts/statement-card.ts';
import { ARROW, answerWord, stanceWord } from '../parts/verdict.ts';
import type { Picture } from './comparison-data.ts';

/** Statements in the order of time, each across from what is set against it. */
export function exchangesOf(locale: Locale, picture: Picture, address: string): Html {
  const { say } = locale;
  const { pairs } = picture.comparison;
  if (pairs.items.length === 0) return html`<p>${say('noExchange')}</p>`;
  return html`${pairListOf({ locale, palette: picture.palette, languages: picture.languages }, pairs.items, knownOf(picture))}
${nextLink(locale, address, pairs.next)}`;
}

/** Pairs with their lefts told once, each followed by all that is set against it. */
export function pairListOf(look: Look, pairs: readonly Pair[], known: ReadonlyMap<string, Shown> = new Map()): Html {
  const lefts = Map.groupBy(pairs, ({ left }) => left.id);
  const whole = (one: Shown) => known.get(one.id) ?? one;
  return html`<ol class="exchanges">${[...lefts.values()].map(
    (group) => html`<li class="exchange">
<div class="said">${statementCard(look, whole((group[0] as Pair).left))}</div>
<ul class="answers">${group.map((pair) => html`<li><p class="bond">${ARROW} ${bondOf(look.locale, pair)}</p>${statementCard(look, whole(pair.right))}</li>`)}</ul>
</li>`,
  )}</ol>`;
}

/** Why two statements stand across from each other, and how far apart they are. */
function bondOf(locale: Locale, pair: Pair): Html {
  const { say } = locale;
  const { certain } = pair as { certain?: boolean };
  const words =
    pair.basis === 'rebuttal'
      ? html`<strong>${say('answeredBy')}</strong>${pair.kind && `: ${answerWord(locale, pair.kind)}`}`
      : html`<strong>${say('across')}</strong>: ${say(pair.basis === 'stance' ? 'opposite' : 'competing')}`;
  const days = pair.daysApart;
  const apart =
    days === null
      ? say('orderUnknown')
      : days === 0
        ? say('sameDay')
        : say(days < 0 ? 'daysEarlier' : 'daysLater', { n: Math.abs(days) });
  return html`${words} · <span class="${(days === null || certain === false) && 'unsure'}">${apart}</span>`;
}

/** What was said on the claims and has nothing across from it on this page. */
export function unansweredOf(locale: Locale, picture: Picture): Html | null {
  const { say } = locale;
  const { comparison, statements } = picture;
  if (!picture.isWhole || comparison.pairs.next !== null) return null;
  const paired = new Set(comparison.pairs.items.flatMap(({ left, right }) => [left.id, right.id]));
  const alone = statements.filter(({ id }) => !paired.has(id));
  if (alone.length === 0) return null;
  const look = { locale, palette: picture.palette };
  const asked = new Set(comparison.columns.map(({ claim }) => claim.id));
  return html`<section aria-labelledby="alone"><h2 id="alone">${say('nothingAcross')}</h2><div class="columns">${alone.map(
    (one) =>
      statementCard(
        look,
        one,
        html`<p class="stances">${one.stances.filter(({ claim }) => asked.has(claim.id)).map(({ claim, stance }) => html`<span>${stanceWord(locale, stance)}: <bdi>${claim.text}</bdi></span> `)}</p>`,
      ),
  )}</div></section>`;
}

function knownOf({ statements }: Picture): ReadonlyMap<string, Shown> {
  return new Map(statements.map((one) => [one.id, one]));
}
