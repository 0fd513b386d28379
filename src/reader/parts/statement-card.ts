import type { StatementBrief } from '../../record/statements/statement.ts';
import { type Html, html, joined, type Part } from '../frame/html.ts';
import type { Locale } from '../frame/locale.ts';
import { dateIn, isCoarse, saidIn } from './dates.ts';
import { type Palette, sideLink } from './palette.ts';
import { quoteOf } from './quoted.ts';
import { verdictOf } from './verdict.ts';

/** A statement in brief, with what only some answers know of it. */
export type Shown = StatementBrief & {
  language?: string | undefined;
  setting?: string | null;
  drift?: { drift: string; difference?: string | undefined } | null;
  anchor: { result: string; difference?: string | undefined };
};

export type Look = { locale: Locale; palette: Palette; languages?: ReadonlyMap<string, string> };

/** The quote, who said it, and what the check found; the quote leads to the statement's own page. */
export function statementCard(look: Look, statement: Shown, beside: Part = null): Html {
  const language = statement.language ?? look.languages?.get(statement.id);
  const { drift, anchor } = statement;
  const isNews = drift && drift.drift !== 'unchanged' && drift.drift !== 'moved';
  return html`<article class="statement s${look.palette.signOf(statement.side?.id)}">
<a class="plain" href="/statements/${statement.id}">${quoteOf({ ...statement, language })}</a>
${sourceLine(look, statement)}
<p class="checked">${verdictOf(look.locale, anchor.result, anchor.difference)}${isNews && html` · ${look.locale.say('now')} ${verdictOf(look.locale, drift.drift, drift.difference)}`}</p>
${beside}
</article>`;
}

/** Who, of which side, in which role, when, where: always in this order, always linked. */
export function sourceLine({ locale, palette }: Look, statement: Shown): Html {
  const { speaker, side, article, setting } = statement;
  return html`<p class="source">${joined(
    [
      html`<a href="/speakers/${speaker.slug}"><bdi>${speaker.name}</bdi></a>`,
      sideLink(palette, side),
      speaker.title && html`<bdi>${speaker.title}</bdi>`,
      saidPart(locale, statement),
      setting && html`<bdi>${setting}</bdi>`,
      html`<a href="/articles/${article.id}"><bdi>${article.outlet.name}</bdi></a>`,
    ],
    ' · ',
  )}</p>`;
}

/** The date; hollow where it is coarse or only the article's. */
export function saidPart(locale: Locale, statement: Shown): Html {
  const { saidAt } = statement;
  const isSure = saidAt !== null && !isCoarse(saidAt);
  if (isSure) return html`<time datetime="${saidAt}">${dateIn(locale, saidAt)}</time>`;
  return html`<span class="unsure">${saidIn(locale, statement)}</span>`;
}
