import type { Author } from '../history/change.ts';
import { Failure } from '../kernel/failure.ts';
import { gathering } from '../platform/engine/gathering.ts';
import { type Remembering, remembering } from '../platform/engine/remembering.ts';
import { rowById, rowsAhead } from '../platform/engine/rows.ts';
import type { Handle, ReadWrite, Tx } from '../platform/engine/tables.ts';
import { namedAhead } from '../record/references.ts';
import {
  type LookedUp,
  lookUpQuotes,
  type recordStatement,
  storeStatement,
  textsKeepComing,
  untilTextsRest,
} from '../record/statements/actions.ts';
import { rebutsOf } from '../record/statements/links.ts';
import { reviseStatement } from '../record/statements/revise.ts';
import type { QuoteChecker } from '../text/quotes/checker.ts';
import {
  allImportedAs,
  type ImportedStatements,
  internalReferences,
  rememberAllImported,
  rememberWithBatch,
} from './external-ids.ts';
import { attemptTogether, count, expected, type ImportCounts, type Outcome, reject } from './import-counts.ts';
import type { RecordLine } from './record-line.ts';

type StatementDeps = { engine: ReadWrite; checker: QuoteChecker };
export type StatementLine = Extract<RecordLine, { type: 'statement' }>;
type Draft = { id: string | undefined; draft: Omit<StatementLine, 'type' | 'id'> };
/** A statement that was read before, under the same external id, or that was there already. */
type Known = { known: string; isAlias: boolean };

/** New statements of a run share a transaction; one that was read before is revised by itself. */
export async function importStatements(
  deps: StatementDeps,
  batch: { line: number; record: StatementLine }[],
  by: Author,
  counts: ImportCounts,
): Promise<void> {
  const drafts = batch.map(({ line, record: { type: _, id, ...draft } }) => ({ line, id, draft }));
  const outcomes = await untilTextsRest((isLast) => storeNew(deps, drafts, by, isLast));
  for (const [at, { line, draft }] of drafts.entries()) {
    const outcome = outcomes[at] as (typeof outcomes)[number];
    if (outcome instanceof Failure || typeof outcome === 'string') count(counts, line, outcome);
    else if (outcome.isAlias) count(counts, line, 'unchanged');
    else await reviseImported(deps, line, outcome.known, draft, by, counts);
  }
}

class LookUpAgain extends Error {}

/** Articles and speakers of all drafts, where each look-up is a way to a server; articles are referred to within a transaction. */
async function lookUpAhead(from: Handle & Remembering, drafts: readonly Draft[], isWithin: boolean): Promise<void> {
  if (from.engine === 'sqlite' || drafts.length < 2) return;
  const articles = await namedAhead(
    from,
    'article',
    drafts.map(({ draft }) => draft.article),
  );
  await rowsAhead(from, 'articles', articles, isWithin);
  if (!isWithin) return;
  const speakers = await namedAhead(
    from,
    'speaker',
    drafts.map(({ draft }) => draft.speaker),
  );
  await rowsAhead(from, 'speakers', speakers, false);
}

/**
 * What became of each; null, and nothing stored, where what was looked up is no longer so. The last time those of which it
 * is not are refused, and the others stored.
 */
async function storeNew(
  { engine, checker }: StatementDeps,
  drafts: readonly Draft[],
  by: Author,
  isLast: boolean,
): Promise<(Known | Outcome | Failure)[] | null> {
  const externalIds = drafts.flatMap(({ id }) => id ?? []);
  const knownBefore = await allImportedAs(engine.read, 'statement', externalIds);
  const from = remembering(engine.read);
  await lookUpAhead(from, drafts, false);
  const lookUp = async ({ id, draft }: Draft) =>
    id !== undefined && knownBefore.has(id) ? null : lookUpQuotes(from, checker, draft);
  const batch: (Draft & { looked: LookedUp | Failure | null })[] = [];
  for (const one of drafts) batch.push({ ...one, looked: await lookUp(one).catch(expected) });
  const store = async (
    tx: Tx,
    { id, draft, looked }: (typeof batch)[number],
    imported: ImportedStatements,
  ): Promise<Known | Outcome> => {
    const known = id === undefined ? undefined : (imported.just.get(id) ?? imported.before.get(id));
    if (known !== undefined) return { known: known.id, isAlias: known.isAlias };
    if (looked instanceof Failure) throw looked;
    const referring = await internalReferences(tx, draft, imported.just);
    const stored =
      looked && (await storedOrThere(() => storeStatement(tx, referring, looked, by, { mayLackSide: true })));
    if (typeof stored === 'object' && stored !== null) {
      // The caller's id leads to the statement that is there.
      if (id !== undefined) rememberWithBatch(tx, imported, id, { id: stored.there, isAlias: true });
      return 'unchanged';
    }
    if (stored === null) throw isLast ? textsKeepComing() : new LookUpAgain();
    if (id !== undefined) rememberWithBatch(tx, imported, id, { id: stored, isAlias: false });
    return 'created';
  };
  try {
    return await engine.write(async (tx) => {
      const before = await allImportedAs(tx, 'statement', externalIds);
      const imported: ImportedStatements = { before, just: new Map() };
      const work = (part: Tx, one: (typeof batch)[number]) => store(part, one, imported);
      // New statements change nothing that others of the batch are resolved by.
      const together = remembering(tx);
      await lookUpAhead(together, drafts, true);
      const outcomes = await attemptTogether(tx, batch, work, gathering(together));
      await rememberAllImported(tx, 'statement', imported.just);
      return outcomes;
    });
  } catch (error) {
    if (error instanceof LookUpAgain) return null;
    throw error;
  }
}

/** What a statement became, or the one that is there already, where the line says that again. */
async function storedOrThere(store: () => Promise<string | null>): Promise<string | null | { there: string }> {
  try {
    return await store();
  } catch (error) {
    const isOwn = error instanceof Failure && error.code === 'duplicate' && error.faults[0]?.pointer === '/quote';
    const there = isOwn ? error.help.existing : undefined;
    if (typeof there === 'string') return { there };
    throw error;
  }
}

async function reviseImported(
  { engine, checker }: StatementDeps,
  line: number,
  id: string,
  draft: Parameters<typeof recordStatement>[2],
  by: Author,
  counts: ImportCounts,
): Promise<void> {
  try {
    const { rebuttal: _, ...patch } = await internalReferences(engine.read, draft);
    const before = await stateOf(engine.read, id);
    const rebuts = [...patch.rebuts, ...linksBesides(patch.rebuts, before.links)];
    await reviseStatement(engine, checker, id, '*', { ...patch, rebuts }, by);
    const after = await stateOf(engine.read, id);
    count(counts, line, JSON.stringify(before) === JSON.stringify(after) ? 'unchanged' : 'updated');
  } catch (error) {
    reject(counts, line, expected(error));
  }
}

type Links = Awaited<ReturnType<typeof rebutsOf>>;

/** What the statement rebuts besides what its line says, by a line of its own or by hand: no import takes it away. */
function linksBesides(said: { statement: string }[], links: Links) {
  const others = links.filter(({ rebutsId }) => !said.some(({ statement }) => statement === rebutsId));
  return others.map(({ rebutsId, kind, note }) => ({ statement: rebutsId, kind, note }));
}

/** What a line of a statement can change: the statement, and the rebuttals that it makes. */
async function stateOf(from: Handle, id: string): Promise<{ revision: number; links: Links }> {
  const row = await rowById(from, 'statements', id);
  return { revision: row?.revision ?? 0, links: await rebutsOf(from, id) };
}
