import { RebuttalKind, Stance } from '../../record/statements/statement.ts';
import { type Form, fieldOf } from '../frame/form.ts';
import { type Html, html, type Part } from '../frame/html.ts';
import type { Locale } from '../frame/locale.ts';
import { answerWord, stanceWord } from '../parts/verdict.ts';
import type { Choices } from './choices.ts';
import { makingOf } from './refusal.ts';
import type { Unknown } from './statement-entry.ts';

type Asked = {
  action: string;
  form: Form;
  choices: Choices;
  unknown: readonly Unknown[];
  button: string;
  revision?: number;
};

/** Everything that makes a statement, filled with what was typed before. It needs no script. */
export function statementForm(locale: Locale, { action, form, choices, unknown, button, revision }: Asked): Html {
  const { say } = locale;
  const value = (name: string) => fieldOf(form, name);
  return html`<form method="post" action="${action}" data-keep id="statement-form">
${makingOf(locale, unknown)}
${revision !== undefined && html`<input type="hidden" name="revision" value="${revision}">`}
<input type="hidden" name="start" value="${value('start')}"><input type="hidden" name="end" value="${value('end')}">
<label class="field">${say('quote')} <textarea name="quote" id="quote" rows="3" required dir="auto" aria-describedby="quote-check">
${value('quote')}</textarea></label>
<p id="quote-check" class="checked" role="status"></p>
<fieldset><legend>${say('quoteType')}</legend>${(['direct', 'mixed', 'indirect'] as const).map(
    (type) =>
      html`<label class="choice"><input type="radio" name="quoteType" value="${type}"${(value('quoteType') || 'direct') === type && html` checked`}> ${say(`type_${type}`)}</label>`,
  )}</fieldset>
${named(say('speaker'), 'speaker', value('speaker'), true)}
<datalist id="speakers">${choices.speakers.map(({ name, affiliations }) => html`<option value="${name}" data-side="${affiliations.at(-1)?.side.name ?? ''}"></option>`)}</datalist>
${named(say('side'), 'side', value('side'), false, say('sideHelp'))}
<datalist id="sides">${choices.sides.map(({ name }) => html`<option value="${name}"></option>`)}</datalist>
<div class="row"><label class="field">${say('saidOn')} <input name="saidAt" maxlength="40" placeholder="2023-09-06" dir="ltr" value="${value('saidAt')}"></label>
<label class="field">${say('cue')} <input name="cue" maxlength="200" dir="auto" value="${value('cue')}"></label></div>
<label class="field">${say('setting')} <input name="setting" maxlength="500" dir="auto" value="${value('setting')}"></label>
${named(say('dispute'), 'dispute', value('dispute') || (choices.dispute?.slug ?? ''), false)}
<datalist id="disputes">${choices.disputes.map(({ slug, title }) => html`<option value="${slug}">${title}</option>`)}</datalist>
${stancesOf(locale, form, choices)}
${answersOf(locale, form, choices)}
<label class="field">${say('note')} <textarea name="note" rows="2" dir="auto">
${value('note')}</textarea></label>
<fieldset><legend>${say('status')}</legend><label class="choice"><input type="radio" name="status" value="published"${value('status') !== 'draft' && html` checked`}> ${say('publish')}</label><label class="choice"><input type="radio" name="status" value="draft"${value('status') === 'draft' && html` checked`}> ${say('keepDraft')}</label></fieldset>
<p><button>${button}</button></p></form>`;
}

function named(label: string, name: string, value: string, isNeeded: boolean, help: Part = null): Html {
  return html`<label class="field">${label} ${help && html`<span class="n">${help}</span>`}<input name="${name}" list="${name}s" maxlength="300" dir="auto" autocomplete="off" value="${value}"${isNeeded && html` required`}></label>`;
}

/** A claim for each row, to be taken a stance on by a letter; and one that is not there yet. */
function stancesOf(locale: Locale, form: Form, { claims, questions, dispute }: Choices): Html {
  const { say } = locale;
  const choice = (name: string, label: Part, chosen: string) =>
    html`<label class="choice stance"><select name="${name}"><option value="">–</option>${Stance.options.map((stance) => html`<option value="${stance}"${chosen === stance && html` selected`}>${stanceWord(locale, stance)}</option>`)}</select> ${label}</label>`;
  const byQuestion = Map.groupBy(claims, ({ question }) => question.id);
  return html`<fieldset><legend>${say('stances')}</legend><p class="n">${say('stanceHelp')}</p>
${[...byQuestion.values()].map((of) => html`<p><bdi>${of[0]?.question.text}</bdi></p>${of.map(({ slug, text }) => choice(`stance:${slug}`, html`<bdi>${text}</bdi>`, fieldOf(form, `stance:${slug}`)))}`)}
<details${fieldOf(form, 'newClaim') !== '' && html` open`}><summary>${say('newClaim')}</summary>
<label class="field">${say('claim')} <input name="newClaim" maxlength="500" dir="auto" value="${fieldOf(form, 'newClaim')}"></label>
${choice('newClaimStance', say('stanceOnIt'), fieldOf(form, 'newClaimStance') || 'support')}
${questions.length > 0 && html`<label class="field">${say('question')} <select name="question"><option value="">${say('newQuestion')}</option>${questions.map(({ slug, text }) => html`<option value="${slug}"${fieldOf(form, 'question') === slug && html` selected`}>${text}</option>`)}</select></label>`}
<label class="field">${say('newQuestion')} <input name="newQuestion" maxlength="500" dir="auto" value="${fieldOf(form, 'newQuestion')}"></label>
${dispute === null && html`<p class="n">${say('needsDispute')}</p>`}</details></fieldset>`;
}

function answersOf(locale: Locale, form: Form, { answerable }: Choices): Html | null {
  const { say } = locale;
  if (answerable.length === 0) return null;
  const [chosen, kind] = [fieldOf(form, 'rebuts'), fieldOf(form, 'kind')];
  return html`<fieldset><legend>${say('whatItAnswers')}</legend>
<label class="field">${say('statementIt')} <select name="rebuts" id="rebuts"><option value="">–</option>${answerable.map(
    ({ id, quote, speaker }) =>
      html`<option value="${id}"${chosen === id && html` selected`}>${speaker.name}: ${quote.slice(0, 60)}</option>`,
  )}</select></label>
<label class="field">${say('howItAnswers')} <select name="kind" id="kind">${RebuttalKind.options.map((one) => html`<option value="${one}"${kind === one && html` selected`}>${answerWord(locale, one)}</option>`)}</select></label></fieldset>`;
}
