import { eq } from 'drizzle-orm';
import { type AnchorState, NESTED_MAX, type Statement } from '../../record/statements/statement.ts';
import {
  articleThen,
  attributionThen,
  claimThen,
  correctionsThen,
  disputeThen,
  loadStatements,
  type StatementState,
  statementThen,
  stateThen,
} from './briefs.ts';
import type { Past, Standing } from './past.ts';

type Told = Omit<StatementState, 'anchor'> &
  Pick<Statement, 'cue' | 'groundRules' | 'language' | 'original' | 'translations' | 'setting' | 'context' | 'note'> & {
    anchor: AnchorState;
    stances: { claim: string; stance: Statement['stances'][number]['stance'] }[];
    repeats: string | null;
  };

/** A statement as it stood then, as an answer shows it. */
export async function showStatementThen(
  past: Past,
  { base }: Standing,
  told: unknown,
  drafts: boolean,
): Promise<Statement> {
  const state = told as Told;
  const { cue, groundRules, language, original, translations, saidAt, setting, context, note } = state;
  const article = await articleThen(past, state.article);
  const { fragment, hints: _hints, exact: _exact, ...anchor } = state.anchor;
  const links = await linksThen(past, base.id, drafts);
  await past.load(state.stances.map(({ claim }) => ['claim', claim]));
  return {
    ...{
      id: base.id,
      revision: base.revision,
      status: state.status,
      createdAt: base.createdAt,
      updatedAt: base.updatedAt,
    },
    dispute: await disputeThen(past, state.dispute),
    ...(await attributionThen(past, state)),
    ...{ quote: state.quote, quoteType: state.quoteType, cue, groundRules, language, original, translations, saidAt },
    ...{ setting, context, article },
    anchor: { ...anchor, url: fragment === null ? article.url : `${article.url}#${fragment}` },
    stances: await Promise.all(
      state.stances.map(async ({ claim, stance }) => ({ claim: await claimThen(past, claim), stance })),
    ),
    repeats: state.repeats === null ? null : await statementThen(past, state.repeats, drafts),
    rebuts: links.rebuts,
    rebuttals: links.rebuttals,
    corrections: await correctionsThen(past, 'statement', base.id),
    note,
  };
}

type Rebuttal = { statement: string; rebuts: string; kind: Statement['rebuts'][number]['kind']; note: string | null };

type LinkThen = { id: string; state: Rebuttal; end: 'rebuts' | 'rebuttals'; other: string };

/** The rebuttals at both ends then, of the first that it has; those that were deleted since are not found any more. */
async function linksThen(past: Past, id: string, drafts: boolean): Promise<Pick<Statement, 'rebuts' | 'rebuttals'>> {
  const ids = [...(await firstLinks(past, 'statementId', id)), ...(await firstLinks(past, 'rebutsId', id))];
  await past.load(ids.map((link) => ['rebuttal', link]));
  const told = await Promise.all(ids.map((link) => stateThen<Rebuttal>(past, 'rebuttal', link)));
  // Another end than now may have been meant then.
  const links = ids.flatMap((link, at): LinkThen[] => {
    const state = told[at];
    if (state?.statement === id) return [{ id: link, state, end: 'rebuts', other: state.rebuts }];
    return state?.rebuts === id ? [{ id: link, state, end: 'rebuttals', other: state.statement }] : [];
  });
  await loadStatements(
    past,
    links.map(({ other }) => other),
  );
  const shown: Pick<Statement, 'rebuts' | 'rebuttals'> = { rebuts: [], rebuttals: [] };
  for (const { id: link, state, end, other } of links) {
    const statement = await statementThen(past, other, drafts);
    if (statement) shown[end].push({ id: link, kind: state.kind, note: state.note, statement });
  }
  return shown;
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
