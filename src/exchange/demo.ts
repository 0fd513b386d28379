import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Engine } from '../platform/engine/tables.ts';
import { linesOf } from './lines.ts';
import { type ImportDeps, importRecords } from './record-import.ts';

const SEEDS = new URL('../../seeds/', import.meta.url);

/** Loads the demo record into a database that holds no record yet; gives how many statements it has then, or null. */
export async function loadDemo(deps: ImportDeps & { engine: Engine }): Promise<number | null> {
  if (!(await isEmpty(deps.engine))) return null;
  const files = readdirSync(SEEDS).filter((name) => name.endsWith('.ndjson'));
  for (const name of files.sort((a, b) => (a === 'lachin.ndjson' ? -1 : b === 'lachin.ndjson' ? 1 : a < b ? -1 : 1))) {
    const by = { actor: 'demo', comment: `seeds/${name}` };
    const { errors } = await importRecords(deps, linesOf(fileURLToPath(new URL(name, SEEDS))), by, () => {});
    if (errors[0]) throw new Error(`The demo cannot be loaded: ${name}:${errors[0].line}: ${errors[0].detail}`);
  }
  const rows = await deps.engine.read.query('ids of statements', ({ db, t }) =>
    db.select({ id: t.statements.id }).from(t.statements),
  );
  return rows.length;
}

/** Whether history begins with the demo. */
export async function hasDemo({ read }: Engine): Promise<boolean> {
  const rows = await read.query('who made the first change', ({ db, t }) =>
    db.select({ actor: t.changes.actor }).from(t.changes).orderBy(t.changes.seq).limit(1),
  );
  return rows[0]?.actor === 'demo';
}

async function isEmpty({ read }: Engine): Promise<boolean> {
  const sides = await read.query('any side', ({ db, t }) => db.select({ id: t.sides.id }).from(t.sides).limit(1));
  const changes = await read.query('any change', ({ db, t }) =>
    db.select({ seq: t.changes.seq }).from(t.changes).limit(1),
  );
  return sides.length === 0 && changes.length === 0;
}
