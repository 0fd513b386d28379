import { and, eq, sql } from 'drizzle-orm';
import { isHidden } from '../../history/record.ts';
import { Failure } from '../../kernel/failure.ts';
import type { Page } from '../../kernel/page.ts';
import type { Build } from '../../platform/engine/engine.ts';
import { conditionsOf } from '../../platform/engine/filters.ts';
import { type Condition, isOneOf, type Paging, pageInOrderOfCreation } from '../../platform/engine/pages.ts';
import { rowById } from '../../platform/engine/rows.ts';
import type { Handle, Tables } from '../../platform/engine/tables.ts';
import type { PublicRow } from '../kinds.ts';
import { idInPath, idsReferred, isReferred } from '../references.ts';
import { statementBriefs, type Visibility } from '../statements/show.ts';
import type { StatementBrief } from '../statements/statement.ts';
import { refuseWithdrawn } from '../statements/store.ts';
import { type Updated, wasUpdated } from '../updated.ts';
import type { Rebuttal } from './rebuttal.ts';

export type RebuttalFilter = { statement?: string[]; rebuts?: string[]; kind?: string[]; dispute?: string[] } & Updated;
type RebuttalRow = Tables['rebuttals']['$inferSelect'];

/** Oldest first; those whose two statements may both be seen. */
export async function listRebuttals(
  from: Handle,
  filter: RebuttalFilter,
  paging: Paging,
  sight: Visibility,
): Promise<Page<Rebuttal, readonly string[]>> {
  const { dispute, ...others } = filter;
  const asked = await conditionsOf<Omit<RebuttalFilter, 'dispute'>, Tables>(others, {
    statement: isReferred(from, 'statement', 'statement', (t) => t.rebuttals.statementId),
    rebuts: isReferred(from, 'statement', 'rebuts', (t) => t.rebuttals.rebutsId),
    kind: (kinds) => isOneOf('kind', (t: Tables) => t.rebuttals.kind, kinds),
    ...wasUpdated((t) => t.rebuttals.updatedAt),
  });
  const disputes = dispute && (await idsReferred(from, 'dispute', dispute, 'dispute'));
  const conditions = [...asked, ...ofStatements(sight, disputes)];
  const page = await pageInOrderOfCreation<Tables, RebuttalRow>(
    from,
    'rebuttals',
    ({ db, t }) => db.select().from(t.rebuttals).$dynamic(),
    conditions,
    paging,
  );
  return { ...page, items: await shown(from, page.items, sight) };
}

/** By id; fails with `not-found`, and with `withdrawn` when one of its statements was. */
export async function getRebuttal(from: Handle, reference: string, sight: Visibility): Promise<Rebuttal> {
  const row = (await rowById(from, 'rebuttals', await idInPath(from, 'rebuttal', reference))) as RebuttalRow;
  const [rebuttal] = await shown(from, [row], sight);
  if (rebuttal) return rebuttal;
  for (const end of [row.statementId, row.rebutsId]) {
    const statement = await rowById(from, 'statements', end);
    if (statement && (sight.drafts || !isHidden(statement))) refuseWithdrawn(statement);
  }
  throw new Failure('not-found', `There is no rebuttal "${reference}".`);
}

async function shown(from: Handle, rows: RebuttalRow[], sight: Visibility): Promise<Rebuttal[]> {
  const briefs = await statementBriefs(
    from,
    rows.flatMap(({ statementId, rebutsId }) => [statementId, rebutsId]),
    sight,
  );
  return rows.flatMap((row) => showRebuttal(row, briefs) ?? []);
}

/** A rebuttal as every answer shows it, as it stands and as it stood; null unless both statements may be seen. */
export function showRebuttal(
  { statementId, rebutsId, ...row }: PublicRow<'rebuttal'>,
  briefs: ReadonlyMap<string, StatementBrief>,
): Rebuttal | null {
  const [statement, rebuts] = [briefs.get(statementId), briefs.get(rebutsId)];
  return statement && rebuts ? { ...row, statement, rebuts } : null;
}

/** Both of its statements may be seen, and belong to one of the disputes when they are given. */
function ofStatements({ drafts }: Visibility, disputes?: string[]): Condition<Tables>[] {
  const statuses = drafts ? ['published', 'draft'] : ['published'];
  return [
    {
      name: `seen ${disputes ? 'in disputes' : ''}`,
      values: { statuses, ...(disputes && { disputes }) },
      holds: (build) => and(seen(build, 'statementId', disputes !== undefined), seen(build, 'rebutsId', false)),
    },
  ];
}

function seen({ db, t, oneOf }: Build<Tables>, end: 'statementId' | 'rebutsId', inDisputes: boolean) {
  const statement = db
    .select({ one: sql`1` })
    .from(t.statements)
    .where(
      and(
        eq(t.statements.id, t.rebuttals[end]),
        oneOf(t.statements.status, 'statuses'),
        inDisputes ? oneOf(t.statements.disputeId, 'disputes') : undefined,
      ),
    );
  return sql`exists ${statement}`;
}
