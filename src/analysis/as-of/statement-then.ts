import type { PublicRow } from '../../record/kinds.ts';
import { type Link, showLinks } from '../../record/statements/show.ts';
import { showStatement } from '../../record/statements/shown-members.ts';
import { NESTED_MAX, type Statement } from '../../record/statements/statement.ts';
import { besideThen } from './beside-then.ts';
import { correctionsThen, everOfThen, namesThen, statementsThen } from './briefs.ts';
import type { Past } from './past.ts';

/** A statement as it stood then, with the first rebuttals of then at each end. */
export async function showStatementThen(past: Past, row: PublicRow<'statement'>, drafts: boolean): Promise<Statement> {
  const { answered, answers } = await linksThen(past, row.id);
  const others = [...answered.map((link) => link.rebutsId), ...answers.map((link) => link.statementId)];
  const briefs = await statementsThen(past, row.repeatsId === null ? others : [...others, row.repeatsId], drafts);
  const claims = row.stances.map(({ claim }) => claim);
  return showStatement(row, await namesThen(past, [row], claims), {
    ...(await besideThen(past, row, answered)),
    repeats: row.repeatsId === null ? null : (briefs.get(row.repeatsId) ?? null),
    rebuts: showLinks(answered, 'statementId', row.id, briefs),
    rebuttals: showLinks(answers, 'rebutsId', row.id, briefs),
    corrections: await correctionsThen(past, 'statement', row.id),
  });
}

/** The first rebuttals at both ends then, also those that were deleted or moved since. */
async function linksThen(past: Past, id: string): Promise<{ answered: Link[]; answers: Link[] }> {
  const answered = await everOfThen(past, 'rebuttal', 'of', id, (row) => row.statementId === id, NESTED_MAX);
  const answers = await everOfThen(past, 'rebuttal', 'rebuts', id, (row) => row.rebutsId === id, NESTED_MAX);
  return { answered, answers };
}
