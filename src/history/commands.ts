import type { CommandContext } from '../access/route-context.ts';
import { Failure } from '../kernel/failure.ts';
import type { Engine, Handle } from '../platform/engine/tables.ts';
import { Progress } from '../platform/terminal.ts';
import type { Verdict } from './verify.ts';

/**
 * What of the record an older version stored against a rule of today. It stays, and `verify` lists it: at most so many
 * entities as it is asked for, in the order of creation.
 */
export type Audit = { rule: string; list(from: Handle, limit: number): Promise<{ type: string; id: string }[]> };
type Against = { rule: string; entities: { type: string; id: string }[] };

const LISTED_MAX = 1000;

type VerifyOptions = { expect?: string; json?: boolean };

/** Walks the chain of history, for whoever wants to know that nothing was changed or slipped in. */
export function historyCommands(
  { program, withEngine }: CommandContext,
  audits: () => Promise<readonly Audit[]> = async () => [],
): void {
  program
    .command('verify')
    .description(
      'walk the chain of history, and name the first line that is not what was written; list what was stored against rules of today',
    )
    .option('--expect <hash>', 'the hash of a line that was there before, such as the head that an earlier run printed')
    .option('--json', 'print what was found as JSON')
    .action(async ({ expect, json }: VerifyOptions) => {
      const { verdict, against } = await withEngine(async (engine) => ({
        verdict: await walk(engine, expect),
        against: await listAgainst(engine, await audits()),
      }));
      if (json) console.log(JSON.stringify({ ...verdict, ...(against.length > 0 && { against }) }, null, 2));
      else {
        if (verdict.broken === null) console.log(inWords(verdict, expect !== undefined));
        for (const { rule, entities } of against)
          console.log([`Stored against a rule, and kept: ${rule}.`, ...entities.map(inLine)].join('\n'));
      }
      if (verdict.broken === null) return;
      const { seq, why } = verdict.broken;
      throw new Failure(
        'conflict',
        `The chain breaks at line ${seq}: ${why}. The ${verdict.lines} lines before it hold.`,
      );
    });
}

function inLine({ type, id }: { type: string; id: string }): string {
  return `  ${type} ${id}`;
}

async function listAgainst({ read }: Engine, audits: readonly Audit[]): Promise<Against[]> {
  const against: Against[] = [];
  for (const { rule, list } of audits) {
    const entities = await list(read, LISTED_MAX);
    if (entities.length > 0) against.push({ rule, entities });
  }
  return against;
}

async function walk(engine: Engine, expect: string | undefined): Promise<Verdict> {
  const [{ headOfChain }, { verifyChain }] = await Promise.all([import('./feed.ts'), import('./verify.ts')]);
  const progress = new Progress();
  const { seq: last } = await headOfChain(engine.read);
  try {
    return await verifyChain(engine.read, {
      expect,
      told: (lines) => progress.tell(lines / Math.max(last, lines, 1), `${lines} of ${last} lines`),
    });
  } finally {
    progress.end();
  }
}

function inWords({ lines, redacted, head }: Verdict, isAnchored: boolean): string {
  return [
    `${lines} lines of history hold${redacted === 0 ? '.' : `, ${redacted} of them without the words that were redacted.`}`,
    `Head: line ${head.seq}, hash ${head.hash}`,
    ...(isAnchored
      ? []
      : [
          'Lines cut off the end leave no trace in the chain: note this hash elsewhere, and give it as --expect next time.',
        ]),
  ].join('\n');
}
