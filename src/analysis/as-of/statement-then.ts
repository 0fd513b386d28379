import { eq, or } from 'drizzle-orm';
import type { PublicRow } from '../../record/kinds.ts';
import { showStatement } from '../../record/statements/columns.ts';
import { type Link, showLinks } from '../../record/statements/show.ts';
import { NESTED_MAX, type Statement } from '../../record/statements/statement.ts';
import { correctionsThen, namesThen, statementsThen } from './briefs.ts';
import { type Past, rowThen } from './past.ts';

/** A statement as it stood then, with the first rebuttals of then at each end. */
export async function showStatementThen(past: Past, row: PublicRow<'statement'>, drafts: boolean): Promise<Statement> {
  const { answered, answers } = await linksThen(past, row.id);
  const others = [...answered.map((link) => link.rebutsId), ...answers.map((link) => link.statementId)];
  const briefs = await statementsThen(past, row.repeatsId === null ? others : [...others, row.repeatsId], drafts);
  const claims = row.stances.map(({ claim }) => claim);
  return showStatement(row, await namesThen(past, [row], claims), {
    repeats: row.repeatsId === null ? null : (briefs.get(row.repeatsId) ?? null),
    rebuts: showLinks(answered, 'statementId', row.id, briefs),
    rebuttals: showLinks(answers, 'rebutsId', row.id, briefs),
    corrections: await correctionsThen(past, 'statement', row.id),
  });
}

/** The rebuttals at both ends then, the first of each; those that were deleted since are not found any more. */
async function linksThen(past: Past, id: string): Promise<{ answered: Link[]; answers: Link[] }> {
  const rows = await past.from.query(
    'ids of rebuttals at either end',
    ({ db, t: { rebuttals }, param }) =>
      db
        .select({ id: rebuttals.id, statementId: rebuttals.statementId })
        .from(rebuttals)
        .where(or(eq(rebuttals.statementId, param('id')), eq(rebuttals.rebutsId, param('id'))))
        .orderBy(rebuttals.id),
    { id },
  );
  const ends = { answered: [] as Link[], answers: [] as Link[] };
  for (const row of rows) {
    // Where there are enough already, what stands at that end today is not looked at.
    if (ends[row.statementId === id ? 'answered' : 'answers'].length >= NESTED_MAX) continue;
    const link = await rowThen(past, 'rebuttal', row.id);
    if (link?.statementId === id) ends.answered.push(link);
    else if (link?.rebutsId === id) ends.answers.push(link);
  }
  return { answered: ends.answered.slice(0, NESTED_MAX), answers: ends.answers.slice(0, NESTED_MAX) };
}
