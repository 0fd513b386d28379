import { eq } from 'drizzle-orm';
import { isHidden } from '../../history/record.ts';
import { Failure } from '../../kernel/failure.ts';
import type { Members } from '../../kernel/page.ts';
import type { Handle } from '../../platform/engine/tables.ts';
import { leadsNowhere } from '../references.ts';
import { showStatements, statementRows, type Visibility } from './show.ts';
import type { StatementRow } from './shown-members.ts';
import type { Statement } from './statement.ts';

/** Whether it is shown at all. */
const STANDING = ['status', 'withdrawnFrom', 'withdrawnAt', 'withdrawnReason', 'redactedAt'] as const;

/** By id; fails with `not-found`, for a draft too unless drafts may be seen, and with `withdrawn`. */
export async function getStatement(from: Handle, reference: string, sight: Visibility): Promise<Statement> {
  const rows = await from.query(
    'statement',
    (build) => statementRows(build, undefined, STANDING).where(eq(build.t.statements.id, build.param('id'))),
    { id: reference },
  );
  const row = rows[0];
  if (!row || (isHidden(row) && !sight.drafts)) throw await leadsNowhere(from, 'statement', reference);
  refuseWithdrawn(row);
  return (await showStatements(from, [row], sight))[0] as Statement;
}

/** Fails with `withdrawn`, and says when and why. */
export function refuseWithdrawn(
  row: Pick<StatementRow, 'status' | 'withdrawnAt' | 'withdrawnReason' | 'redactedAt'>,
): void {
  if (row.status !== 'withdrawn') return;
  const { withdrawnAt, withdrawnReason: reason, redactedAt } = row;
  throw new Failure(
    'withdrawn',
    `This statement was ${redactedAt === null ? 'withdrawn' : 'withdrawn and its words removed for good'} on ${(redactedAt ?? withdrawnAt)?.slice(0, 10)}${reason === null ? '.' : `: ${reason}`}`,
    { help: { reason, withdrawnAt, ...(redactedAt !== null && { redactedAt }) } },
  );
}

/** Those of these statements that there are, in the order of the ids. */
export async function statementsNamed(
  from: Handle,
  ids: readonly string[],
  sight: Visibility,
  members?: Members,
): Promise<Statement[]> {
  const rows = await from.query(
    `statements named${members === undefined ? '' : ` with ${members}`}`,
    (build) => statementRows(build, members).where(build.oneOf(build.t.statements.id, 'ids')),
    { ids: [...ids] },
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  return showStatements(
    from,
    ids.flatMap((id) => byId.get(id) ?? []),
    sight,
    members,
  );
}
