import { eq, or } from 'drizzle-orm';
import type { AnchorState, Statement } from '../../record/statements/statement.ts';
import {
  articleThen,
  attributionThen,
  claimThen,
  correctionsThen,
  disputeThen,
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

/** The rebuttals at both ends then; those that were deleted since are not found any more. */
async function linksThen(past: Past, id: string, drafts: boolean): Promise<Pick<Statement, 'rebuts' | 'rebuttals'>> {
  const rows = await past.from.query(
    'ids of rebuttals at either end',
    ({ db, t: { rebuttals }, param }) =>
      db
        .select({ id: rebuttals.id })
        .from(rebuttals)
        .where(or(eq(rebuttals.statementId, param('id')), eq(rebuttals.rebutsId, param('id'))))
        .orderBy(rebuttals.id),
    { id },
  );
  const links: Pick<Statement, 'rebuts' | 'rebuttals'> = { rebuts: [], rebuttals: [] };
  for (const row of rows) {
    const link = await stateThen<Rebuttal>(past, 'rebuttal', row.id);
    if (link === null) continue;
    const [end, other] =
      link.statement === id ? (['rebuts', link.rebuts] as const) : (['rebuttals', link.statement] as const);
    const statement = await statementThen(past, other, drafts);
    if (statement) links[end].push({ id: row.id, kind: link.kind, note: link.note, statement });
  }
  return links;
}
