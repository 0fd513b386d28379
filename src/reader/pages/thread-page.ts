import type { Thread } from '../../analysis/threads/thread.ts';
import { threadOf } from '../../analysis/threads/thread-store.ts';
import { threadPicture } from '../charts/thread-picture.ts';
import { type Html, html, trusted } from '../frame/html.ts';
import type { PageContent } from '../frame/layout.ts';
import type { Visit } from '../frame/visit.ts';
import { languagesOf } from '../parts/languages-store.ts';
import { readPalette } from '../parts/palette.ts';
import { type Look, statementCard } from '../parts/statement-card.ts';
import { answerWord } from '../parts/verdict.ts';

const DEPTH = 20;
const SHOWN_MAX = 200;
/** Statements up to which a picture can be taken in, and is drawn quickly. */
const DRAWN_MAX = 60;

/** What answers what around a statement, as a picture and as a list that says the same. */
export async function threadPage({ engine, locale }: Visit, reference: string): Promise<PageContent> {
  const { say } = locale;
  const thread = await threadOf(engine.read, reference, DEPTH, SHOWN_MAX);
  const [palette, languages] = await Promise.all([
    readPalette(engine.read),
    languagesOf(
      engine.read,
      thread.nodes.map(({ id }) => id),
    ),
  ]);
  const isDrawn = thread.nodes.length <= DRAWN_MAX;
  const picture = isDrawn
    ? await threadPicture(thread, palette, (kind) => answerWord(locale, kind), say('threadTitle'))
    : null;
  return {
    title: say('threadTitle'),
    width: 'wide',
    alternates: [{ type: 'application/json', href: `/v1/statements/${reference}/thread`, label: 'JSON' }],
    body: html`<h1>${say('threadTitle')}</h1><p class="facts">${say('statements', { n: thread.nodes.length })}${thread.truncated && html` · ${say('threadGoesOn')}`}</p>
${picture && html`<div class="scroll picture" role="group" aria-label="${say('threadTitle')}" tabindex="0">${trusted(picture)}</div>`}
<h2>${say('asList')}</h2>${listOf({ locale, palette, languages }, thread)}`,
  };
}

function listOf(look: Look, { nodes, edges }: Thread): Html {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return html`<ol class="bare">${nodes.map((node) => {
    const answered = edges
      .filter(({ from }) => from === node.id)
      .flatMap(({ to, kind }) => ({ kind, to: byId.get(to) }));
    return html`<li id="${node.id}">${statementCard(
      look,
      node,
      answered.map(
        ({ kind, to }) =>
          to &&
          html`<p class="bond"><strong>${answerWord(look.locale, kind)}</strong>: <a href="#${to.id}"><bdi>${to.speaker.name}</bdi></a></p>`,
      ),
    )}</li>`;
  })}</ol>`;
}
