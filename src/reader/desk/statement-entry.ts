import type { Author } from '../../kernel/author.ts';
import { parseOrFail } from '../../kernel/validate.ts';
import type { Engine, Tx } from '../../platform/engine/tables.ts';
import { recordClaim } from '../../record/claims/actions.ts';
import { NewClaim } from '../../record/claims/claim.ts';
import { recordDispute, recordQuestion, reviseDispute } from '../../record/disputes/actions.ts';
import { NewDispute } from '../../record/disputes/dispute.ts';
import { NewQuestion } from '../../record/disputes/question.ts';
import { getDispute } from '../../record/disputes/store.ts';
import { recordSide } from '../../record/sides/actions.ts';
import { NewSide } from '../../record/sides/side.ts';
import { recordSpeaker } from '../../record/speakers/actions.ts';
import { NewSpeaker } from '../../record/speakers/speaker.ts';
import { recordStatement } from '../../record/statements/actions.ts';
import { reviseStatement } from '../../record/statements/revise.ts';
import { NewStatement } from '../../record/statements/statement.ts';
import { getStatement } from '../../record/statements/store.ts';
import type { QuoteChecker } from '../../text/quotes/checker.ts';
import { type Form, fieldOf, givenIn } from '../frame/form.ts';
import { findNamed, type NamedKind } from './names.ts';

type Stores = { engine: Engine; checker: QuoteChecker };

/** A name that nothing has yet: made when the editor says so, since it may be mistyped. */
export type Unknown = { kind: NamedKind; name: string };
export type Entered = { id: string } | { unknown: Unknown[] };

/** Records a statement as the form has it; gives what is not known yet where the editor has not said to make it. */
export async function enterStatement(
  { engine, checker }: Stores,
  article: string,
  form: Form,
  by: Author,
): Promise<Entered> {
  const unknown = await unknownIn(engine, form);
  if (unknown.length > 0 && fieldOf(form, 'make') === '') return { unknown };
  const made = await engine.write((tx) => makeMissing(tx, form, by));
  const body = parseOrFail(NewStatement, { ...bodyOf(form, made), article });
  return { id: await recordStatement(engine, checker, body, by) };
}

/** Changes a statement to what the form has; everything else of it stays. */
export async function reviseEntered(
  { engine, checker }: Stores,
  reference: string,
  revision: number,
  form: Form,
  by: Author,
): Promise<Entered> {
  const unknown = await unknownIn(engine, form);
  if (unknown.length > 0 && fieldOf(form, 'make') === '') return { unknown };
  const made = await engine.write((tx) => makeMissing(tx, form, by));
  const { rebuts, ...body } = bodyOf(form, made);
  const others = rebuts.length > 0 ? await furtherLinks(engine, reference, rebuts) : [];
  const patch = { ...body, ...(rebuts.length > 0 && { rebuts: [...rebuts, ...others] }) };
  return { id: await reviseStatement(engine, checker, reference, [revision], patch, by) };
}

/** What a statement answers besides the first, which is the one that the form shows. */
async function furtherLinks({ read }: Engine, reference: string, chosen: readonly { statement: string }[]) {
  const { rebuts } = await getStatement(read, reference, { drafts: true });
  const others = rebuts.slice(1).filter(({ statement }) => !chosen.some((one) => one.statement === statement.id));
  return others.map(({ statement, kind, note }) => ({ statement: statement.id, kind, note }));
}

async function unknownIn({ read }: Engine, form: Form): Promise<Unknown[]> {
  const names: Unknown[] = (['speaker', 'side', 'dispute'] as const).map((kind) => ({
    kind,
    name: fieldOf(form, kind),
  }));
  const unknown: Unknown[] = [];
  for (const one of names)
    if (one.name !== '' && (await findNamed(read, one.kind, one.name)) === null) unknown.push(one);
  const claim = fieldOf(form, 'newClaim');
  if (claim !== '') unknown.push({ kind: 'claim', name: claim });
  return unknown;
}

type Made = { speaker: string; side: string | undefined; dispute: string | undefined; claim: string | null };

/** Makes what the form names and nothing has: dispute, side, speaker, question, claim. The side takes part in the dispute. */
async function makeMissing(tx: Tx, form: Form, by: Author): Promise<Made> {
  const [speakerName, sideName, disputeName] = [
    fieldOf(form, 'speaker'),
    fieldOf(form, 'side'),
    fieldOf(form, 'dispute'),
  ];
  const dispute =
    disputeName === ''
      ? undefined
      : ((await findNamed(tx, 'dispute', disputeName)) ??
        (await recordDispute(tx, parseOrFail(NewDispute, { title: disputeName }), by)));
  const side =
    sideName === ''
      ? undefined
      : ((await findNamed(tx, 'side', sideName)) ??
        (await recordSide(tx, parseOrFail(NewSide, { name: sideName }), by)).id);
  if (dispute !== undefined && side !== undefined) await takePart(tx, dispute, side, by);
  const title = givenIn(form, 'title') ?? null;
  const affiliations = side === undefined ? [] : [{ side, title }];
  const speaker =
    speakerName === ''
      ? ''
      : ((await findNamed(tx, 'speaker', speakerName)) ??
        (await recordSpeaker(tx, parseOrFail(NewSpeaker, { name: speakerName, affiliations }), by)));
  return { speaker, side, dispute, claim: await makeClaim(tx, form, dispute, by) };
}

async function takePart(tx: Tx, dispute: string, side: string, by: Author): Promise<void> {
  const { sides } = await getDispute(tx, dispute);
  if (sides.some(({ id }) => id === side)) return;
  const patch = { sides: [...sides.map(({ id, role }) => ({ side: id, role })), { side }] };
  await reviseDispute(tx, dispute, '*', patch, by);
}

async function makeClaim(tx: Tx, form: Form, dispute: string | undefined, by: Author): Promise<string | null> {
  const text = fieldOf(form, 'newClaim');
  if (text === '') return null;
  const known = fieldOf(form, 'question');
  const question =
    known !== '' || dispute === undefined
      ? known
      : await recordQuestion(tx, parseOrFail(NewQuestion, { dispute, text: givenIn(form, 'newQuestion') ?? text }), by);
  return recordClaim(tx, parseOrFail(NewClaim, { question, text }), by);
}

/** The body that a POST of a statement takes. */
function bodyOf(form: Form, { speaker, side, dispute, claim }: Made) {
  const stances = Object.entries(form).flatMap(([name, [stance]]) => {
    const [, of] = /^stance:(.+)$/.exec(name) ?? [];
    return of !== undefined && stance ? [{ claim: of, stance }] : [];
  });
  const own = givenIn(form, 'newClaimStance');
  if (claim !== null) stances.push({ claim, stance: own ?? 'support' });
  const rebuts = givenIn(form, 'rebuts');
  const [start, end] = [Number(fieldOf(form, 'start') || Number.NaN), Number(fieldOf(form, 'end') || Number.NaN)];
  return {
    speaker,
    ...(side !== undefined && { side }),
    ...(dispute !== undefined && { dispute }),
    quote: fieldOf(form, 'quote'),
    quoteType: givenIn(form, 'quoteType') ?? 'direct',
    cue: givenIn(form, 'cue') ?? null,
    saidAt: givenIn(form, 'saidAt') ?? null,
    setting: givenIn(form, 'setting') ?? null,
    note: givenIn(form, 'note') ?? null,
    status: fieldOf(form, 'status') === 'draft' ? 'draft' : 'published',
    stances,
    ...(Number.isInteger(start) && end > start && { anchor: { start, end } }),
    rebuts: rebuts === undefined ? [] : [{ statement: rebuts, kind: givenIn(form, 'kind') ?? 'denial' }],
  };
}
