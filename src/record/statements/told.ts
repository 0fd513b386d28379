import { type Lasting, NOTHING_LASTS, type Told } from '../../platform/engine/lasting.ts';
import type { Handle } from '../../platform/engine/tables.ts';
import type { Visibility } from './show.ts';
import type { Statement } from './statement.ts';
import { getStatement, statementsNamed } from './store.ts';

/** As `getStatement`, written as it is sent. */
export async function tellStatement(from: Handle, reference: string, sight: Visibility): Promise<Told> {
  const lasting = lastingFor(from, sight);
  return lasting.get(reference) ?? tell(lasting, await getStatement(from, reference, sight));
}

/** The same of those of these that there are, in the order of the ids. */
export async function tellStatements(from: Handle, ids: readonly string[], sight: Visibility): Promise<Told[]> {
  const lasting = lastingFor(from, sight);
  const known = ids.map((id) => lasting.get(id));
  const unknown = ids.filter((_, at) => known[at] === undefined);
  const statements = unknown.length === 0 ? [] : await statementsNamed(from, unknown, sight);
  const made = new Map(statements.map((statement) => [statement.id, tell(lasting, statement)]));
  return ids.flatMap((id, at) => known[at] ?? made.get(id) ?? []);
}

/** What everyone is told; who sees drafts is told more. */
function lastingFor(from: Handle, { drafts }: Visibility): Lasting {
  return drafts ? NOTHING_LASTS : from.lasting();
}

function tell(lasting: Lasting, statement: Statement): Told {
  const told = { revision: statement.revision, json: JSON.stringify(statement) };
  // One that was withdrawn while a list was read has no address any more.
  if (statement.status === 'published') lasting.keep(statement.id, told);
  return told;
}
