import { z } from 'zod';
import { statementFilter } from '../../analysis/statements/filter.ts';
import { slugFrom } from '../../kernel/slug.ts';
import { parseOrFail } from '../../kernel/validate.ts';
import type { Handle } from '../../platform/engine/tables.ts';
import { listClaims } from '../../record/claims/store.ts';
import { listOutlets } from '../../record/outlets/store.ts';
import { listSides } from '../../record/sides/store.ts';
import { Stance } from '../../record/statements/statement.ts';
import { DriftKind, QuoteResult, verifiedResults } from '../../text/quotes/quote.ts';
import { type Html, html, type Part } from '../frame/html.ts';
import type { Locale, WordName } from '../frame/locale.ts';
import { resultWord, stanceWord } from '../parts/verdict.ts';

/** What the form calls the results that verify a quote. */
const VERIFIED = 'verified';
const LISTED = { limit: 200, after: null, count: false };

/** What the list of the API can be asked for; a page tells what is published, and no more. */
const { status: _, ...filters } = statementFilter;
const Filters = z.strictObject(filters);
export type Filters = z.infer<typeof Filters>;

/** What an address asks for, as it is written there. */
export type Asked = Record<string, string[]>;

/** Without what a form left blank. */
export function askedIn(query: Record<string, unknown>): Asked {
  const asked: Asked = {};
  for (const [name, value] of Object.entries(query)) {
    const values = [value].flat().filter((one): one is string => typeof one === 'string' && one.trim() !== '');
    if (values.length > 0) asked[name] = values.map((one) => one.trim());
  }
  return asked;
}

/** The filters as the API has them; a speaker may be named by the name. Fails with `invalid`. */
export function filtersIn(asked: Asked): Filters {
  const { anchor, speaker, ...others } = asked;
  const given = {
    ...others,
    speaker: speaker?.map((name) => (/\s|\p{Lu}/u.test(name) ? slugFrom(name, name) : name)),
    anchor: anchor?.flatMap((one) => (one === VERIFIED ? [...verifiedResults] : [one])),
  };
  const parsed = Object.entries(given).map(([name, values]) => [name, values?.length === 1 ? values[0] : values]);
  return parseOrFail(Filters, Object.fromEntries(parsed.filter(([, values]) => values !== undefined)));
}

/** The same as a query of the API. */
export function queryOfFilters(found: Filters): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, values] of Object.entries(found))
    for (const value of [values ?? []].flat()) query.append(name, String(value));
  return query;
}

type Choice = { value: string; name: string };
type Choices = Record<'side' | 'claim' | 'outlet', Choice[]>;

/** What the form offers to choose from; claims are those of the disputes asked for, where some are. */
export async function readFilterChoices(from: Handle, { dispute, question }: Filters): Promise<Choices> {
  const [sides, claims, outlets] = await Promise.all([
    listSides(from, {}, LISTED),
    listClaims(from, { ...(dispute && { dispute }), ...(question && { question }) }, LISTED),
    listOutlets(from, {}, LISTED),
  ]);
  return {
    side: sides.items.map(({ slug, name }) => ({ value: slug, name })),
    claim: claims.items.map(({ slug, text }) => ({ value: slug, name: text })),
    outlet: outlets.items.map(({ slug, name }) => ({ value: slug, name })),
  };
}

/** A form that works by itself: what is chosen becomes the address, and what it has no field for stays there. */
export function filterForm(locale: Locale, asked: Asked, choices: Choices): Html {
  const { say } = locale;
  const shown = new Set(FIELDS);
  const others = Object.entries(asked).filter(([name]) => !shown.has(name));
  const select = (name: string, label: WordName, of: readonly Choice[]) =>
    selectOf(say(label), say('anyOfThem'), name, asked[name] ?? [], of);
  const text = (name: string, label: WordName, more: Part) => inputOf(say(label), name, asked[name] ?? [], more);
  const each = (values: readonly string[], word: (one: string) => string) =>
    values.map((value) => ({ value, name: word(value) }));
  return html`<form class="filter" action="/statements" aria-label="${say('chooseStatements')}">
<div class="row">${text('q', 'wordsInIt', html` type="search" maxlength="1000" dir="auto"`)}
${text('speaker', 'speaker', html` maxlength="200" dir="auto" autocomplete="off"`)}
${text('saidFrom', 'saidFrom', html` maxlength="40" dir="ltr" placeholder="2023-09"`)}
${text('saidTo', 'saidTo', html` maxlength="40" dir="ltr" placeholder="2023-09-07"`)}</div>
<div class="row">${select('side', 'side', choices.side)}
${select('claim', 'claim', choices.claim)}
${select(
  'stance',
  'stanceTaken',
  each(Stance.options, (one) => stanceWord(locale, one)),
)}
${select('outlet', 'outlet', choices.outlet)}</div>
<div class="row">${select('anchor', 'quoteInArticle', [
    { value: VERIFIED, name: say('verifiedQuote') },
    ...each(QuoteResult.options, (one) => resultWord(locale, one)),
  ])}
${select(
  'drift',
  'quoteSince',
  each(DriftKind.options, (one) => resultWord(locale, one)),
)}</div>
${others.flatMap(([name, values]) => values.map((value) => html`<input type="hidden" name="${name}" value="${value}">`))}
<p><button>${say('showThem')}</button>${Object.keys(asked).length > 0 && html` <a href="/statements">${say('showAll')}</a>`}</p></form>`;
}

const FIELDS = ['q', 'speaker', 'saidFrom', 'saidTo', 'side', 'claim', 'stance', 'outlet', 'anchor', 'drift'];

/** What is chosen and not offered, such as a former name, is offered, too; more than one is kept as it was chosen. */
function selectOf(label: string, any: string, name: string, chosen: readonly string[], of: readonly Choice[]): Html {
  const offered = new Set(of.map(({ value }) => value));
  const others = chosen.filter((value) => !offered.has(value)).map((value) => ({ value, name: value }));
  const options = [...of, ...others].map(
    ({ value, name }) => html`<option value="${value}"${chosen.includes(value) && html` selected`}>${name}</option>`,
  );
  return html`<label class="field">${label} <select name="${name}"${chosen.length > 1 && html` multiple size="4"`}><option value=""${chosen.length === 0 && html` selected`}>${any}</option>${options}</select></label>`;
}

function inputOf(label: string, name: string, [first = '', ...others]: readonly string[], more: Part): Html {
  return html`<label class="field">${label} <input name="${name}" value="${first}"${more}></label>${others.map((value) => html`<input type="hidden" name="${name}" value="${value}">`)}`;
}
