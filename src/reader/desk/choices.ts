import { listStatements } from '../../analysis/statements/list-store.ts';
import type { Handle } from '../../platform/engine/tables.ts';
import { listClaims } from '../../record/claims/store.ts';
import { listDisputes, listQuestions } from '../../record/disputes/store.ts';
import { listSides } from '../../record/sides/store.ts';
import { listSpeakers } from '../../record/speakers/store.ts';
import type { Statement } from '../../record/statements/statement.ts';
import type { Visit } from '../frame/visit.ts';
import { findNamed } from './names.ts';

const LISTED = 200;
const all = { limit: LISTED, after: null, count: false };

/** What the form of a statement offers to choose from. */
export type Choices = Awaited<ReturnType<typeof readChoices>>;

/** `dispute` as the form names it; where it names none, that of the article's other statements. */
export async function readChoices({ engine }: Visit, article: string, dispute: string) {
  const { read } = engine;
  const [published, drafts] = await Promise.all(
    (['published', 'draft'] as const).map((status) =>
      listStatements(engine, { article: [article], status }, 'createdAt', all, { drafts: true }),
    ),
  );
  const statements = [...(published?.items ?? []), ...(drafts?.items ?? [])];
  const disputes = (await listDisputes(read, {}, all)).items;
  const chosen = await chosenDispute(read, dispute, statements, disputes);
  const ofIt = chosen === null ? {} : { dispute: [chosen] };
  const [speakers, sides, claims, questions, others] = await Promise.all([
    listSpeakers(read, {}, all),
    listSides(read, {}, all),
    chosen === null ? null : listClaims(read, ofIt, all),
    chosen === null ? null : listQuestions(read, ofIt, all),
    chosen === null
      ? null
      : listStatements(engine, { ...ofIt, status: 'published' }, '-createdAt', { ...all, limit: 50 }, { drafts: true }),
  ]);
  const known = new Set(statements.map(({ id }) => id));
  return {
    statements,
    answerable: [...statements, ...(others?.items ?? []).filter(({ id }) => !known.has(id))] as Statement[],
    disputes,
    dispute: disputes.find(({ id }) => id === chosen) ?? null,
    speakers: speakers.items,
    sides: sides.items,
    claims: claims?.items ?? [],
    questions: questions?.items ?? [],
  };
}

async function chosenDispute(
  read: Handle,
  named: string,
  statements: readonly Statement[],
  disputes: readonly { id: string }[],
): Promise<string | null> {
  if (named !== '') return findNamed(read, 'dispute', named);
  return statements.at(-1)?.dispute?.id ?? (disputes.length === 1 ? (disputes[0]?.id ?? null) : null);
}
