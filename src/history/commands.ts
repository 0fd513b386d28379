import type { CommandContext } from '../access/route-context.ts';
import { Failure } from '../kernel/failure.ts';
import type { Engine } from '../platform/engine/tables.ts';
import { withExamples } from '../platform/examples.ts';
import { progressOf } from '../platform/progress.ts';
import type { Verdict } from './verify.ts';

type VerifyOptions = { expect?: string; json?: boolean };

/** Something that an earlier version stored and that today's rules refuse. */
type KeptOtherwise = { kind: string; id: string; member: string; why: string };
/** So many of them are told one by one. */
const TOLD_MAX = 100;

/**
 * Walks the chain of history, for whoever wants to know that nothing was changed or slipped in, and tells what is kept
 * that today's rules refuse.
 */
export function historyCommands(
  { program, withEngine }: CommandContext,
  keptOtherwise: (engine: Engine) => AsyncIterable<KeptOtherwise>,
): void {
  withExamples(program.command('verify'), 'verify', 'verify --expect 5d41… --json')
    .description(
      'walk the chain of history, name the first line that is not what was written, and list what today’s rules refuse',
    )
    .option('--expect <hash>', 'the hash of a line that was there before, such as the head that an earlier run printed')
    .option('--json', 'print what was found as JSON')
    .action(async ({ expect, json }: VerifyOptions) => {
      const { verdict, kept } = await withEngine(
        async (engine) => ({
          verdict: await walk(engine, expect),
          kept: await Array.fromAsync(keptOtherwise(engine)),
        }),
        { mustExist: true },
      );
      if (json) console.log(JSON.stringify({ ...verdict, kept }, null, 2));
      else {
        if (verdict.broken === null) console.log(inWords(verdict, expect !== undefined));
        if (kept.length > 0) console.log(keptInWords(kept));
      }
      if (verdict.broken === null) return;
      const { seq, why } = verdict.broken;
      throw new Failure(
        'conflict',
        `The chain breaks at line ${seq}: ${why}. The ${verdict.lines} lines before it hold.`,
      );
    });
}

async function walk(engine: Engine, expect: string | undefined): Promise<Verdict> {
  const [{ headOfChain }, { verifyChain }] = await Promise.all([import('./feed.ts'), import('./verify.ts')]);
  const progress = progressOf('lines');
  const { seq: last } = await headOfChain(engine.read);
  try {
    return await verifyChain(engine.read, {
      expect,
      told: (lines) => progress.tell(lines / Math.max(last, lines, 1), lines, `${lines} of ${last} lines`),
    });
  } finally {
    progress.end();
  }
}

function keptInWords(kept: readonly KeptOtherwise[]): string {
  const told = kept.slice(0, TOLD_MAX).map(({ kind, id, member, why }) => `  ${kind} ${id}: ${member}: ${why}`);
  return [
    `${kept.length} kept as an earlier version stored them, which would be refused or written otherwise today:`,
    ...told,
    ...(kept.length > TOLD_MAX ? ['  … (--json tells all)'] : []),
  ].join('\n');
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
