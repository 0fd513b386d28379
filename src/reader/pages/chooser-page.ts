import { listClaims } from '../../record/claims/store.ts';
import { html } from '../frame/html.ts';
import type { PageContent } from '../frame/layout.ts';
import type { Visit } from '../frame/visit.ts';

const CLAIMS = 200;

/** What can be compared, to be chosen from: claims by their questions, or any wordings. */
export async function chooserPage({ engine, locale }: Visit): Promise<PageContent> {
  const { say } = locale;
  const { items, next } = await listClaims(engine.read, {}, { limit: CLAIMS, after: null, count: false });
  const questions = Map.groupBy(items, ({ question }) => question.id);
  return {
    title: say('comparison'),
    body: html`<h1>${say('comparison')}</h1>
<form action="/compare"><h2>${say('chooseClaims')}</h2>
${[...questions.values()].map((claims) => html`<fieldset><legend><bdi>${claims[0]?.question.text}</bdi></legend>${claims.map(({ slug, text }) => html`<label class="choice"><input type="checkbox" name="claim" value="${slug}"> <bdi>${text}</bdi></label>`)}</fieldset>`)}
${next !== null && html`<p class="n">${say('onlyFirst', { n: CLAIMS })}</p>`}
<button>${say('compareThem')}</button></form>
<form action="/compare"><h2>${say('chooseTerms')}</h2>
<label class="field">${say('wording')} 1 <input name="term" maxlength="200" required dir="auto"></label>
<label class="field">${say('wording')} 2 <input name="term" maxlength="200" required dir="auto"></label>
<button>${say('compareThem')}</button></form>`,
  };
}
