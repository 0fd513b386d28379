import { CorrectionKind } from '../../kernel/correction.ts';
import type { Failure } from '../../kernel/failure.ts';
import type { Statement } from '../../record/statements/statement.ts';
import { getStatement } from '../../record/statements/store.ts';
import type { Form } from '../frame/form.ts';
import { html } from '../frame/html.ts';
import type { PageContent } from '../frame/layout.ts';
import type { Visit } from '../frame/visit.ts';
import { readPalette } from '../parts/palette.ts';
import { statementCard } from '../parts/statement-card.ts';
import { correctionWord } from '../parts/verdict.ts';
import { readChoices } from './choices.ts';
import { refusalOf } from './refusal.ts';
import type { Unknown } from './statement-entry.ts';
import { statementForm } from './statement-form.ts';

type Attempt = { form: Form | null; failure: Failure | null; unknown: readonly Unknown[]; isSaved: boolean };

/** One statement to be reviewed: published, revised, corrected, or withdrawn. */
export async function editPage(visit: Visit, reference: string, attempt: Attempt): Promise<PageContent> {
  const { engine, locale } = visit;
  const { say } = locale;
  const statement = await getStatement(engine.read, reference, { drafts: true });
  const form = attempt.form ?? formOf(statement);
  const [choices, palette] = await Promise.all([
    readChoices(visit, statement.article.id, statement.dispute?.id ?? ''),
    readPalette(engine.read),
  ]);
  const base = `/desk/statements/${statement.id}`;
  return {
    title: `${say('edit')}: ${statement.quote.slice(0, 60)}`,
    isPrivate: true,
    scripts: ['desk.js'],
    body: html`<p class="n"><a href="/desk">${say('desk')}</a> · <a href="/desk/articles/${statement.article.id}"><bdi>${statement.article.title}</bdi></a></p>
<h1>${say('edit')}</h1>
${attempt.isSaved && html`<p class="done" role="status">${say('saved')}</p>`}
${statementCard({ locale, palette }, statement)}
${attempt.failure && refusalOf(locale, attempt.failure)}
${statementForm(locale, { action: base, form, choices, unknown: attempt.unknown, button: say('save'), revision: statement.revision })}
<details><summary>${say('correct')}</summary><form method="post" action="${base}/correct"><label class="field">${say('correctionKind')} <select name="kind">${CorrectionKind.options.map((kind) => html`<option value="${kind}">${correctionWord(locale, kind)}</option>`)}</select></label>
<label class="field">${say('publicNote')} <textarea name="note" rows="3" required dir="auto"></textarea></label><p><button class="second">${say('correct')}</button></p></form></details>
<details><summary>${say('withdraw')}</summary><form method="post" action="${base}/withdraw"><input type="hidden" name="revision" value="${statement.revision}"><label class="field">${say('reasonOf')} <input name="reason" maxlength="900" required dir="auto"></label><p><button class="second">${say('withdraw')}</button></p></form></details>`,
  };
}

/** The statement as the form writes it. */
function formOf(statement: Statement): Form {
  const { quote, quoteType, cue, saidAt, setting, note, status, speaker, side, dispute, stances, anchor } = statement;
  const [link] = statement.rebuts;
  const isPlaced = anchor.start !== null && anchor.end !== null;
  return Object.fromEntries(
    Object.entries({
      quote,
      quoteType,
      cue,
      saidAt,
      setting,
      note,
      status,
      speaker: speaker.slug,
      side: side?.slug,
      dispute: dispute?.slug,
      rebuts: link?.statement.id,
      kind: link?.kind,
      ...(isPlaced && { start: String(anchor.start), end: String(anchor.end) }),
      ...Object.fromEntries(stances.map(({ claim, stance }) => [`stance:${claim.slug}`, stance])),
    }).flatMap(([name, value]) => (value ? [[name, [value]]] : [])),
  ) as Form;
}
