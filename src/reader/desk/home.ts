import { listStatements } from '../../analysis/statements/list-store.ts';
import type { Failure } from '../../kernel/failure.ts';
import { listOutlets } from '../../record/outlets/store.ts';
import type { Statement } from '../../record/statements/statement.ts';
import { type Form, fieldOf } from '../frame/form.ts';
import { html } from '../frame/html.ts';
import type { PageContent } from '../frame/layout.ts';
import type { Visit } from '../frame/visit.ts';
import { readPalette } from '../parts/palette.ts';
import { statementCard } from '../parts/statement-card.ts';
import { refusalOf } from './refusal.ts';

const DRAFTS = 50;
const RECENT = 10;
const OUTLETS = 200;

/** What an editor begins with: an article to enter, drafts to review, what was recorded last. */
export async function homePage(
  { engine, locale, base }: Visit,
  form: Form,
  failure: Failure | null,
): Promise<PageContent> {
  const { say } = locale;
  const list = (status: 'draft' | 'published', limit: number) =>
    listStatements(engine, { status }, '-createdAt', { limit, after: null, count: false }, { drafts: true });
  const [drafts, recent, outlets, palette] = await Promise.all([
    list('draft', DRAFTS),
    list('published', RECENT),
    listOutlets(engine.read, {}, { limit: OUTLETS, after: null, count: false }),
    readPalette(engine.read),
  ]);
  const card = (statement: Statement) =>
    statementCard(
      { locale, palette },
      statement,
      html`<p><a href="/desk/statements/${statement.id}">${say('edit')}</a></p>`,
    );
  return {
    title: say('desk'),
    isPrivate: true,
    width: 'wide',
    scripts: ['desk.js'],
    body: html`<h1>${say('desk')}</h1>
<section aria-labelledby="enter"><h2 id="enter">${say('enterArticle')}</h2>
${failure && refusalOf(locale, failure)}
<form method="post" action="/desk/articles" data-keep>
<input type="hidden" name="quote" value="${fieldOf(form, 'quote')}">
<label class="field">${say('address')} <input type="url" name="url" required maxlength="2000" dir="ltr" value="${fieldOf(form, 'url')}"></label>
<label class="field">${say('outlet')} <input name="outlet" list="outlets" required maxlength="200" dir="auto" value="${fieldOf(form, 'outlet')}" autocomplete="off"></label>
<datalist id="outlets">${outlets.items.map(({ name }) => html`<option value="${name}"></option>`)}</datalist>
<label class="field">${say('articleText')} <span class="n">${say('articleTextHelp')}</span><textarea name="text" rows="10" dir="auto">
${fieldOf(form, 'text')}</textarea></label>
<label class="field" data-file hidden>${say('savedPage')} <input type="file" accept=".html,.htm,.txt"></label>
<label class="field">${say('titleOf')} <span class="n">${say('fromPage')}</span><input name="title" maxlength="500" dir="auto" value="${fieldOf(form, 'title')}"></label>
<div class="row"><label class="field">${say('publishedOn')} <input name="publishedAt" maxlength="40" placeholder="2023-09-07" dir="ltr" value="${fieldOf(form, 'publishedAt')}"></label>
<label class="field">${say('languageOf')} <input name="language" maxlength="35" placeholder="en" dir="ltr" value="${fieldOf(form, 'language')}"></label></div>
<p><button>${say('enter')}</button></p></form></section>
<section aria-labelledby="drafts"><h2 id="drafts">${say('drafts')} <span class="n">(${locale.number(drafts.items.length)}${drafts.next !== null && '+'})</span></h2>
${drafts.items.length === 0 && html`<p>${say('noDrafts')}</p>`}${drafts.items.map(card)}</section>
<section aria-labelledby="recent"><h2 id="recent">${say('recordedLast')}</h2>${recent.items.map(card)}</section>
<section aria-labelledby="take"><h2 id="take">${say('bookmarklet')}</h2><p>${say('bookmarkletHelp')}</p><p><a class="button" href="${bookmarklet(base)}">${say('toTheDesk')}</a></p></section>`,
  };
}

/** Brings the selected words and the page's address here. */
function bookmarklet(base: string): string {
  const desk = JSON.stringify(`${base}/desk?`);
  return `javascript:void open(${desk}+new URLSearchParams({url:location.href,title:document.title.slice(0,300),quote:String(getSelection()).slice(0,2000)}))`;
}
