import { type Command, Option } from 'commander';
import { Failure } from '../kernel/failure.ts';
import { slugFrom } from '../kernel/slug.ts';
import type { Answer, Client } from '../platform/client.ts';
import { withExamples } from '../platform/examples.ts';
import { atService, type ServiceOptions } from '../platform/service-options.ts';
import { ClaimComparisonTold, claimsSideBySide } from './claim-comparison.ts';
import { countOf, type ReadingContext, several, withClient } from './reading.ts';
import { screenOf } from './screen.ts';
import { TermComparisonTold, termsSideBySide } from './term-comparison.ts';
import { GRANULARITIES, type Granularity, granularityFor } from './timeline.ts';

const [COMPARED_MIN, COMPARED_MAX] = [2, 6];
const PAIRS_SHOWN = 10;

type Filter = {
  from?: string | undefined;
  to?: string | undefined;
  side?: string[] | undefined;
  outlet?: string[] | undefined;
  granularity?: Granularity | undefined;
};
type Options = Filter & ServiceOptions & { claims?: boolean; terms?: boolean; pairs: number; json?: boolean };

/** `compare`: claims or wordings side by side. */
export function compareCommands(context: ReadingContext): void {
  const command: Command = context.program
    .command('compare')
    .description('set claims, or wordings, side by side: who says which, since when, in whose words, in answer to what')
    .argument('<what...>', 'two to six claims, by name or id; where one names no claim, all are compared as wordings')
    .addOption(new Option('--claims', 'as claims only').conflicts('terms'))
    .addOption(new Option('--terms', 'as wordings, such as anybody may use, deny or mention').conflicts('claims'))
    .option('--from <date>', 'said then or later: 2023, 2023-09, 2023-09-06')
    .option('--to <date>', 'said then or earlier, the whole of it')
    .option('--side <side>', 'said on behalf of this side; may be given again', several)
    .option('--outlet <outlet>', 'reported by this outlet; may be given again', several)
    .addOption(
      new Option('--granularity <period>', 'of the timeline; what fits, when left out').choices([...GRANULARITIES]),
    )
    .option('--pairs <number>', 'of claims, how many statements set against each other', countOf(200), PAIRS_SHOWN)
    .option('--json', 'print the answer of the API');
  withExamples(
    command,
    'compare blockade "limited access"',
    'compare --terms blockade "limited access" --from 2023-09',
    'compare blockade limited-access --url https://claims.example --json',
  );
  atService(command).action(async (what: string[], options: Options) => {
    if (what.length < COMPARED_MIN || what.length > COMPARED_MAX)
      command.error(`error: compare takes ${COMPARED_MIN} to ${COMPARED_MAX} claims or wordings`);
    const told = await withClient(context, options, (client) => compared(client, what, options));
    console.log(told);
  });
}

async function compared(client: Client, what: readonly string[], options: Options): Promise<string> {
  const claims = options.terms ? null : await claimsOf(client, what, options);
  if (claims !== null) return options.json ? asJson(claims.body) : claimsSideBySide(claims.read, screenOf());
  const terms = await inFittingPeriods(options, (filter) =>
    client.get('/v1/comparisons/terms', { ...filter, term: what }, TermComparisonTold),
  );
  return options.json ? asJson(terms.body) : termsSideBySide(terms.read, screenOf());
}

/** Null where one of them names no claim, and they may be wordings. */
async function claimsOf(client: Client, what: readonly string[], options: Options) {
  const named = what.map((name) => (/^clm_\w+$/.test(name) ? name : slugFrom(name, name)));
  try {
    return await inFittingPeriods(options, (filter) =>
      client.get('/v1/comparisons/claims', { ...filter, claim: named, limit: options.pairs }, ClaimComparisonTold),
    );
  } catch (error) {
    if (options.claims || !isUnknownClaim(error)) throw error;
    console.error(`${error.message} So they are compared as wordings.`);
    return null;
  }
}

function isUnknownClaim(error: unknown): error is Failure {
  return (
    error instanceof Failure &&
    error.code === 'unknown-reference' &&
    error.faults.every(({ pointer }) => pointer === 'claim' || pointer === '/claim')
  );
}

/** Asks once for the range where nobody has said how long the periods are, and programs get what the API takes then. */
async function inFittingPeriods<Read extends { range: Parameters<typeof granularityFor>[0] }>(
  { from, to, side, outlet, granularity, json }: Filter & { json?: boolean },
  ask: (filter: Filter) => Promise<Answer<Read>>,
): Promise<Answer<Read>> {
  const filter = { from, to, side, outlet };
  if (granularity !== undefined || json) return ask({ ...filter, granularity });
  const coarse = await ask({ ...filter, granularity: 'year' });
  const fitting = granularityFor(coarse.read.range);
  return fitting === 'year' ? coarse : ask({ ...filter, granularity: fitting });
}

function asJson(body: unknown): string {
  return JSON.stringify(body, null, 2);
}
