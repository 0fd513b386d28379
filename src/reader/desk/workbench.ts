import type { Failure } from '../../kernel/failure.ts';
import { getArticle, newestText } from '../../record/articles/store.ts';
import type { Statement } from '../../record/statements/statement.ts';
import { type Form, fieldOf } from '../frame/form.ts';
import { type Html, html } from '../frame/html.ts';
import type { PageContent } from '../frame/layout.ts';
import type { Visit } from '../frame/visit.ts';
import { dateIn } from '../parts/dates.ts';
import { readPalette } from '../parts/palette.ts';
import { langOf } from '../parts/quoted.ts';
import { type Look, statementCard } from '../parts/statement-card.ts';
import { readChoices } from './choices.ts';
import { refusalOf } from './refusal.ts';
import type { Unknown } from './statement-entry.ts';
import { statementForm } from './statement-form.ts';

type Attempt = { form: Form; failure: Failure | null; unknown: readonly Unknown[]; made: string | null };

/** The article on the left, what is being made of it on the right. */
export async function workbenchPage(visit: Visit, reference: string, attempt: Attempt): Promise<PageContent> {
  const { engine, locale } = visit;
  const { say } = locale;
  const article = await getArticle(engine.read, reference);
  const { form, failure, unknown, made } = attempt;
  const [snapshot, choices, palette] = await Promise.all([
    newestText(engine.read, article.id),
    readChoices(visit, article.id, fieldOf(form, 'dispute')),
    readPalette(engine.read),
  ]);
  const look: Look = { locale, palette };
  return {
    title: `${say('desk')}: ${article.title}`,
    isPrivate: true,
    width: 'wide',
    scripts: ['desk.js'],
    body: html`<p class="n"><a href="/desk">${say('desk')}</a> · <a href="/articles/${article.id}">${say('asReader')}</a></p>
<h1><bdi>${article.title}</bdi></h1><p class="facts"><bdi>${article.outlet.name}</bdi> · ${dateIn(locale, article.publishedAt)}</p>
${made && html`<p class="done" role="status">${say('recorded')} <a href="/statements/${made}">${say('seeIt')}</a></p>`}
<div class="bench">
<section class="text" aria-labelledby="text"><h2 id="text">${say('articleText')}</h2>
${snapshot === null ? html`<p>${say('noTextYet')}</p>` : html`<p class="n" data-hint hidden>${say('markHelp')}</p><div id="article-text" class="article-text"${langOf(article.language)} data-label="${say('articleText')}" data-check="/desk/articles/${article.id}/check">${snapshot.text}</div>`}
${newerText(visit, article.id, snapshot !== null)}</section>
<section aria-labelledby="make"><h2 id="make">${say('newStatement')}</h2>
${failure && refusalOf(locale, failure)}
${statementForm(locale, { action: `/desk/articles/${article.id}/statements`, form, choices, unknown, button: say('keep') })}</section>
</div>
<section aria-labelledby="there"><h2 id="there">${say('whatItQuotes')} <span class="n">(${locale.number(choices.statements.length)})</span></h2>${choices.statements.map((one) => cardOf(look, one))}</section>`,
  };
}

function cardOf(look: Look, statement: Statement): Html {
  const { say } = look.locale;
  return statementCard(
    look,
    statement,
    html`<p>${statement.status === 'draft' && html`<strong>${say('draft')}</strong> · `}<a href="/desk/statements/${statement.id}">${say('edit')}</a> <button type="button" class="second" data-answer="${statement.id}" hidden>${say('answerIt')}</button></p>`,
  );
}

/** Another text of the article: what it changes is told on the article's page. */
function newerText({ locale: { say } }: Visit, article: string, isHeld: boolean): Html {
  return html`<details${!isHeld && html` open`}><summary>${say(isHeld ? 'newerText' : 'addText')}</summary>
<form method="post" action="/desk/articles/${article}/texts"><label class="field">${say('articleText')} <textarea name="text" rows="6" required dir="auto"></textarea></label>
<label class="field">${say('retrievedOn')} <input name="retrievedAt" maxlength="40" placeholder="2023-09-08" dir="ltr"></label>
<p><button class="second">${say('addText')}</button></p></form></details>`;
}
