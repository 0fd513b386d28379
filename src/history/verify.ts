import { gt } from 'drizzle-orm';
import type { Handle } from '../platform/engine/tables.ts';
import { digestOf, digestOfPatch, hashOf } from './change.ts';
import type { CleanedComment } from './redaction.ts';
import { type ChangeRow, digestOfLine, lineOf, wholeLines } from './whole-lines.ts';

const LINES_AT_ONCE = 500;

/** Why the chain does not hold, and at which line. */
export type Break = { seq: number; why: string };

/**
 * What a walk along the chain found. `head` is the last line that was read: whoever noted an earlier head elsewhere can
 * tell that no line was cut off the end, which the chain alone cannot show.
 */
export type Verdict = { lines: number; redacted: number; head: { seq: number; hash: string }; broken: Break | null };

/** The walk along the chain: what the next line must fit. */
type Walk = {
  seq: number;
  hash: string;
  lines: number;
  redacted: number;
  /** Lines without words that no later line has accounted for yet. */
  unaccounted: Map<number, Unaccounted>;
};

/** A line without words: of which entity it is, and the digest of its patch where the comment alone is gone. */
type Unaccounted = { entity: string; patch: string | null };

/**
 * Walks the whole chain, oldest line first, and stops at the first line that does not hold: one that was changed,
 * slipped in, moved, or left without words by nobody. Lines cut off the end are found only when `expect` is the hash of
 * a line that was there.
 */
export async function verifyChain(
  from: Handle,
  options: { expect?: string | undefined; told?: (lines: number) => void } = {},
): Promise<Verdict> {
  const walk: Walk = { seq: 0, hash: '', lines: 0, redacted: 0, unaccounted: new Map() };
  let isExpectedMet = options.expect === undefined || options.expect === '';
  for (;;) {
    const rows = await linesAfter(from, walk.seq);
    for (const row of rows) {
      const why = step(walk, row);
      if (why !== null) return verdict(walk, { seq: row.seq, why });
      isExpectedMet ||= row.hash === options.expect;
    }
    options.told?.(walk.lines);
    if (rows.length < LINES_AT_ONCE) break;
  }
  const [orphan] = walk.unaccounted.keys();
  if (orphan !== undefined)
    return verdict(walk, { seq: orphan, why: 'its words were removed, and no later line says so' });
  if (!isExpectedMet) {
    const why = 'no line has the expected hash: lines were cut off the end, or the chain was written anew';
    return verdict(walk, { seq: walk.seq + 1, why });
  }
  return verdict(walk, null);
}

/** Takes the next line; gives why it does not hold, or null. */
function step(walk: Walk, row: ChangeRow): string | null {
  if (row.seq !== walk.seq + 1) return `line ${walk.seq + 1} is missing`;
  const digest = digestOfLine(row);
  if (digest === null) return 'its words are missing';
  if (hashOf(walk.hash, { ...row, digest }) !== row.hash)
    return 'it, or the line before, is not what was written: its hash differs';
  const why = row.redacted ? withoutWords(row) : withWords(row);
  if (why !== null) return why;
  if (row.redacted) {
    const patch = row.patch === null ? null : digestOfPatch(row.patch);
    walk.unaccounted.set(row.seq, { entity: row.entityId, patch });
  }
  if (row.action === 'redact' && !row.redacted) {
    const early = accountFor(walk, row);
    if (early !== null) return early;
  }
  walk.seq = row.seq;
  walk.hash = row.hash;
  walk.lines += 1;
  walk.redacted += row.redacted ? 1 : 0;
  return null;
}

function withWords({ salt, patch, comment, digest }: ChangeRow): string | null {
  if (salt === null || patch === null) return 'its words are missing';
  return digest === null || digestOf(salt, patch, comment) === digest
    ? null
    : 'its words are not what was written: their digest differs';
}

function withoutWords({ salt, comment }: ChangeRow): string | null {
  return salt === null && comment === null ? null : 'it was redacted, and yet has words';
}

/**
 * A line `redact` accounts for the lines that it names, which are before it: those of its own entity are without words,
 * those of others without a comment, and have the patch that it says.
 */
function accountFor(walk: Walk, row: ChangeRow): string | null {
  for (const seq of named<number>(row, '/redactedLines')) {
    const line = walk.unaccounted.get(seq);
    if (line?.entity !== row.entityId || line.patch !== null)
      return `it says that line ${seq} was redacted, which was not`;
    walk.unaccounted.delete(seq);
  }
  for (const { seq, patch } of named<CleanedComment>(row, '/redactedComments')) {
    const line = walk.unaccounted.get(seq);
    // What was redacted whole since is for the line to account for that says so.
    if (line?.patch === null) continue;
    if (line?.patch !== patch) return `it says that the comment of line ${seq} alone was removed, which is not so`;
    walk.unaccounted.delete(seq);
  }
  return null;
}

function named<Item>({ patch }: ChangeRow, path: string): Item[] {
  const operation = patch?.find((one) => one.path === path);
  return operation && 'value' in operation && Array.isArray(operation.value) ? operation.value : [];
}

function verdict({ seq, hash, lines, redacted }: Walk, broken: Break | null): Verdict {
  return { lines, redacted, head: { seq, hash }, broken };
}

async function linesAfter(from: Handle, after: number): Promise<ChangeRow[]> {
  const found = await from.query(
    'lines to verify',
    (build) => {
      const { t, param, bound } = build;
      return wholeLines(build)
        .where(gt(t.changes.seq, param('after')))
        .orderBy(t.changes.seq)
        .limit(bound('limit'));
    },
    { after, limit: LINES_AT_ONCE },
  );
  return found.map(lineOf);
}
