import { eq } from 'drizzle-orm';
import type { PublicRow } from '../../record/kinds.ts';
import { showStatement } from '../../record/statements/columns.ts';
import { type Link, showLinks } from '../../record/statements/show.ts';
import { NESTED_MAX, type Statement } from '../../record/statements/statement.ts';
import { byId, correctionsThen, namesThen, statementsThen } from './briefs.ts';
import { type Past, rowThen } from './past.ts';

/** A statement as it stood then, with the first rebuttals of then at each end. */
export async function showStatementThen(past: Past, row: PublicRow<'statement'>, drafts: boolean): Promise<Statement> {
  const { answered, answers } = await linksThen(past, row.id);
  const others = [...answered.map((link) => link.rebutsId), ...answers.map((link) => link.statementId)];
  const briefs = await statementsThen(past, row.repeatsId === null ? others : [...others, row.repeatsId], drafts);
  const claims = row.stances.map(({ claim }) => claim);
  return showStatement(row, await namesThen(past, [row], claims), {
    // What is derived of it is told as it is now, and not of then.
    drift: null,
    warnings: [],
    repeats: row.repeatsId === null ? null : (briefs.get(row.repeatsId) ?? null),
    rebuts: showLinks(answered, 'statementId', row.id, briefs),
    rebuttals: showLinks(answers, 'rebutsId', row.id, briefs),
    corrections: await correctionsThen(past, 'statement', row.id),
  });
}

/**
 * The rebuttals at both ends then, of the first that it has at each now; those that were deleted since are not found any
 * more.
 */
async function linksThen(past: Past, id: string): Promise<{ answered: Link[]; answers: Link[] }> {
  const ids = [...(await firstLinks(past, 'statementId', id)), ...(await firstLinks(past, 'rebutsId', id))];
  await past.load(ids.map((link) => ['rebuttal', link]));
  const links = [...(await byId(ids, (link) => rowThen(past, 'rebuttal', link))).values()];
  // Another end than now may have been meant then.
  return {
    answered: links.filter(({ statementId }) => statementId === id),
    answers: links.filter(({ rebutsId }) => rebutsId === id),
  };
}

/** In the order of creation, as far as they are nested. */
async function firstLinks(past: Past, end: 'statementId' | 'rebutsId', id: string): Promise<string[]> {
  const rows = await past.from.query(
    `ids of the first rebuttals by ${end}`,
    ({ db, t: { rebuttals }, param }) =>
      db
        .select({ id: rebuttals.id })
        .from(rebuttals)
        .where(eq(rebuttals[end], param('id')))
        .orderBy(rebuttals.id)
        .limit(NESTED_MAX),
    { id },
  );
  return rows.map((row) => row.id);
}
