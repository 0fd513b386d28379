import type { Author } from '../history/change.ts';
import { Failure } from '../kernel/failure.ts';
import { parseOrFail } from '../kernel/validate.ts';
import { remembering } from '../platform/engine/remembering.ts';
import { rowById } from '../platform/engine/rows.ts';
import type { Tx } from '../platform/engine/tables.ts';
import { reviseArticle } from '../record/articles/actions.ts';
import { reviseDispute } from '../record/disputes/actions.ts';
import type { SideInDispute, SideRole } from '../record/disputes/dispute.ts';
import { idReferred } from '../record/references.ts';
import { reviseReview } from '../record/reviews/actions.ts';
import { type LookedUp, lookUpQuotes, storeStatement } from '../record/statements/actions.ts';
import type { NewStatement } from '../record/statements/statement.ts';
import { type ImportedStatements, rememberWithBatch } from './external-ids.ts';
import type { ReadRow, SaidLine } from './formats/row.ts';
import { expected, type Outcome } from './import-counts.ts';
import type { StoredLine } from './line-kinds.ts';
import type { ImportDeps } from './record-import.ts';
import { RecordLine } from './record-line.ts';
import { existingId, storeLine } from './record-store.ts';

export type Told = { outcome: Outcome; warnings: string[] };
/**
 * The transaction for code that only refers to records: where each look-up is a round trip to a server, it looks up each thing
 * once, until something is made or changed, or what was locked to be referred to is undone.
 */
export type Referring = { tx(): Tx; forget(): void };

export function referringOn(tx: Tx): Referring {
  const anew = () => (tx.engine === 'sqlite' ? tx : remembering(tx));
  let referring = anew();
  return {
    tx: () => referring,
    forget() {
      referring = anew();
    },
  };
}

/** `looked` are the quotes that were looked up before the transaction began. */
export type Storing = ImportDeps & {
  tx: Tx;
  referring: Referring;
  by: Author;
  looked: Map<SaidLine, LookedUp>;
  statements: ImportedStatements;
};

/** What became of a row, all of whose records are stored in this transaction, or none. */
export async function storeRow(
  storing: Storing,
  row: ReadRow,
  isKnown: (key: string) => boolean,
  made: Set<string>,
): Promise<Told> {
  const types = new Set(row.records.map(({ type }) => type));
  const isOwn = (type: SaidLine['type']) =>
    type === 'review' ||
    type === 'statement' ||
    (type === 'article' && !types.has('statement') && !types.has('review'));
  const warnings = [...row.warnings];
  const outcomes: Outcome[] = [];
  for (const record of row.records) {
    if (record.type === 'snapshot') continue;
    if (isOwn(record.type)) {
      const outcome = await storing.tx
        .attempt(() => storeOwn(storing, record, warnings))
        .catch((error) => {
          const failure = expected(error);
          // Of a review, the claimant's statement is told only where it can be placed.
          if (!types.has('review') || record.type !== 'statement' || failure.code === 'storage-full') throw failure;
          warnings.push('statement-left-out', failure.code);
          return null;
        });
      if (outcome) outcomes.push(outcome);
    } else {
      const key = JSON.stringify([record.type, 'slug' in record ? record.slug : 'url' in record ? record.url : '']);
      if (isKnown(key)) continue;
      if (await storeNeeded(storing, record)) storing.referring.forget();
      made.add(key);
    }
  }
  const [first, ...others] = outcomes;
  const isChanged = others.some((outcome) => outcome !== 'unchanged');
  return { outcome: first === 'unchanged' && isChanged ? 'updated' : (first ?? 'unchanged'), warnings };
}

/** What a row only refers to: made where it is not there. Tells whether anything was made or changed. */
async function storeNeeded({ tx, by }: Storing, said: SaidLine): Promise<boolean> {
  const line = parseOrFail(RecordLine, said) as StoredLine;
  const existing = await existingId(tx, line);
  if (existing === null) {
    await storeLine(tx, line, by);
    return true;
  }
  if (line.type !== 'dispute' || line.sides.length === 0) return false;
  const sides = await sidesBesides(tx, existing, line.sides);
  if (sides !== null) await reviseDispute(tx, existing, '*', { sides }, by);
  return sides !== null;
}

/** The sides of a dispute with those that it lacks; null when it lacks none. */
async function sidesBesides(tx: Tx, dispute: string, wanted: readonly { side: string; role: SideRole }[]) {
  const there = (await rowById(tx, 'disputes', dispute))?.sides ?? [];
  const missing: SideInDispute[] = [];
  for (const [at, { side, role }] of wanted.entries()) {
    const id = await idReferred(tx, 'side', side, `/sides/${at}/side`);
    if (!there.some((one) => one.side === id)) missing.push({ side: id, role });
  }
  return missing.length === 0 ? null : [...there, ...missing];
}

async function storeOwn(storing: Storing, said: SaidLine, warnings: string[]): Promise<Outcome> {
  const { tx, by } = storing;
  const line = parseOrFail(RecordLine, said);
  if (line.type === 'statement') return storeNew(storing, said, line, warnings);
  storing.referring.forget();
  const existing = await existingId(tx, line as StoredLine);
  if (existing === null) return storeLine(tx, line, by);
  const before = await revisionOf(tx, line.type, existing);
  if (said.type === 'review') {
    const { type: _, claim: _claim, publisher: _publisher, rating, ...rest } = said;
    await reviseReview(tx, existing, '*', { ...rest, rating: { value: null, best: null, worst: null, ...rating } }, by);
  } else if (said.type === 'article') {
    const { title, byline, agencies, language } = said;
    const patch = Object.entries({ title, byline, agencies, language }).filter(([, value]) => value !== undefined);
    await reviseArticle(tx, existing, '*', Object.fromEntries(patch), by);
  }
  return (await revisionOf(tx, line.type, existing)) === before ? 'unchanged' : 'updated';
}

async function revisionOf(tx: Tx, type: string, id: string): Promise<number> {
  const row = await rowById(tx, type === 'review' ? 'reviews' : 'articles', id);
  return row?.revision ?? 0;
}

/**
 * A speaker speaks for the side of an affiliation; who has none, or one of a side that is not in the dispute, for the side
 * that is given, and where none is, the statement is kept as a draft without one.
 */
async function storeNew(
  { tx, referring, checker, by, looked, statements }: Storing,
  said: SaidLine,
  line: Extract<RecordLine, { type: 'statement' }>,
  warnings: string[],
): Promise<Outcome> {
  const { type: _, id, side, ...draft } = line;
  if (id !== undefined && (statements.before.has(id) || statements.just.has(id))) return 'unchanged';
  const ahead = looked.get(said);
  const store = async (draft: NewStatement, lacking = {}) => {
    const within = referring.tx();
    return (
      (ahead && (await storeStatement(within, draft, ahead, by, lacking))) ??
      (await storeStatement(within, draft, await lookUpQuotes(within, checker, draft), by, lacking))
    );
  };
  const stored = await tx
    .attempt(() => store(draft))
    .catch((error) => {
      referring.forget();
      if (!isOfSide(error)) throw error;
      if (side !== undefined) return store({ ...draft, side });
      warnings.push('side-unknown');
      return store({ ...draft, status: 'draft' }, { mayLackSide: true });
    });
  if (stored === null)
    throw new Failure('overloaded', 'The text of the article keeps changing. Send it again in a moment.');
  if (id !== undefined) rememberWithBatch(tx, statements, id, { id: stored, isAlias: false });
  return 'created';
}

/** Whether it is refused since it is not known for whom the speaker spoke in this dispute. */
function isOfSide(error: unknown): boolean {
  if (!(error instanceof Failure)) return false;
  return error.code === 'side-unknown' || (error.code === 'wrong-dispute' && error.faults[0]?.pointer === '/side');
}
