import { type Command, Option } from 'commander';
import { z } from 'zod';
import { tableOf } from '../platform/columns.ts';
import { withExamples } from '../platform/examples.ts';
import { atService, type ServiceOptions } from '../platform/service-options.ts';
import { ITEMS_MAX, ITEMS_SHOWN, itemsOf, type Listed } from './list.ts';
import { basisOf, PairTold, pairsSideBySide } from './pair-told.ts';
import { countOf, type ReadingContext, several, withClient } from './reading.ts';
import { type Screen, screenOf } from './screen.ts';
import { dateOf, quoted, StatementTold, shortly, speakerOf, UNDATED } from './statement-line.ts';

type Filter = Record<string, string | boolean | readonly string[] | undefined>;
type Options = ServiceOptions & { limit: number; json?: boolean } & Record<
    string,
    string | string[] | boolean | number
  >;

/** A list of the API as a table. */
type List<Item> = {
  path: string;
  shape: z.ZodType<Item>;
  headings: readonly string[];
  row(item: Item): string[];
  /** How it is set out on a terminal, where a row would not be a line. */
  large?(items: readonly Item[], screen: Screen): string[];
  /** Said where nothing is found. */
  nothing: string;
};

const PAIRS: List<PairTold> = {
  path: '/v1/pairs',
  shape: PairTold,
  headings: ['BASIS', 'DAYS APART', 'SAID', 'BY', 'WORDS', 'AGAINST IT SAID', 'BY', 'WORDS'],
  row: ({ daysApart, left, right, ...pair }) => [
    basisOf(pair),
    daysApart === null ? '–' : String(daysApart),
    ...[left, right].flatMap((one) => [dateOf(one), speakerOf(one), quoted(one)]),
  ],
  large: pairsSideBySide,
  nothing: 'No statements are set against each other here.',
};

const Snippet = z.string();
const Found = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('statement'),
    snippet: Snippet,
    statement: z.object({ id: z.string(), ...StatementTold.shape }),
  }),
  z.object({ kind: z.literal('claim'), snippet: Snippet, claim: z.object({ slug: z.string() }) }),
  z.object({ kind: z.literal('speaker'), snippet: Snippet, speaker: z.object({ slug: z.string() }) }),
  z.object({
    kind: z.literal('article'),
    snippet: Snippet,
    article: z.object({ id: z.string(), publishedAt: z.string(), outlet: z.object({ name: z.string() }) }),
  }),
]);

const SEARCH: List<z.infer<typeof Found>> = {
  path: '/v1/search',
  shape: Found,
  headings: ['KIND', 'DATE', 'WHO', 'WORDS', 'NAME'],
  row: (found) => {
    const words = markedOf(found.snippet);
    if (found.kind === 'statement')
      return [found.kind, dateOf(found.statement), speakerOf(found.statement), words, found.statement.id];
    if (found.kind === 'article')
      return [found.kind, shortly(found.article.publishedAt), found.article.outlet.name, words, found.article.id];
    return [found.kind, '–', '–', words, found.kind === 'claim' ? found.claim.slug : found.speaker.slug];
  },
  nothing: 'Nothing is found.',
};

const DriftTold = z.object({
  at: z.string(),
  drift: z.string(),
  difference: z.string().optional(),
  statement: StatementTold,
  article: z.object({ outlet: z.object({ name: z.string() }), title: z.string() }),
  closest: z.object({ text: z.string() }).optional(),
});

const DRIFT: List<z.infer<typeof DriftTold>> = {
  path: '/v1/drift',
  shape: DriftTold,
  headings: ['SEEN', 'DRIFT', 'DIFFERS IN', 'OUTLET', 'BY', 'WORDS', 'NOW'],
  row: ({ at, drift, difference, statement, article, closest }) => [
    shortly(at),
    drift,
    difference ?? '–',
    article.outlet.name,
    speakerOf(statement),
    quoted(statement),
    closest?.text ?? (drift === 'gone' ? '–' : 'the same'),
  ],
  nothing: 'No quote was changed after publication.',
};

/** `pairs`, `search` and `drift`. */
export function listCommands(context: ReadingContext): void {
  const pairs = context.program
    .command('pairs')
    .description('list statements that are set against each other, and why, the earliest first')
    .option('--dispute <dispute>', 'of this dispute', several)
    .option('--question <question>', 'both take a stance on this question', several)
    .option('--claim <claim>', 'one of them takes a stance on this claim', several)
    .option('--side <side>', 'one of them speaks for this side', several)
    .option('--against <side>', 'the other speaks for this side', several)
    .option('--speaker <speaker>', 'one of them is by this speaker', several)
    .option('--outlet <outlet>', 'both are reported by this outlet', several)
    .addOption(choice('--basis <basis>', 'why they are', ['rebuttal', 'stance', 'counter-claim']))
    .option('--from <date>', 'said then or later: 2023, 2023-09, 2023-09-06')
    .option('--to <date>', 'said then or earlier')
    .option('--nearest', 'for each statement only what is nearest to it in time')
    .option('--distinct', 'leave repeats out: one pair for two utterances, however many papers printed them');
  withExamples(
    pairs,
    'pairs --claim blockade --side armenia --against azerbaijan',
    'pairs --basis rebuttal --from 2023-09 --limit 500 --json',
  );
  listed(context, pairs, (filter) => ({ list: PAIRS, filter }));

  const search = context.program
    .command('search')
    .description('find statements, claims, speakers and articles by words, the best first')
    .argument('<words...>', 'all of which must occur; "a phrase" in its own quotation marks, -not, prefix*, OR')
    .addOption(choice('--kind <kind>', 'only these', ['statement', 'claim', 'speaker', 'article']));
  withExamples(
    search,
    'search corridor blockade',
    'search \'"limited access" OR checkpoint*\' --kind statement',
    'search corridor -- -blockade',
  );
  listed(context, search, (filter, words) => ({ list: SEARCH, filter: { ...filter, q: words.join(' ') } }));

  const drift = context.program
    .command('drift')
    .description('list what became of quotes in later texts of their articles, the newest text first')
    .option('--dispute <dispute>', 'of this dispute', several)
    .option('--side <side>', 'said on behalf of this side', several)
    .option('--speaker <speaker>', 'by this speaker', several)
    .option('--outlet <outlet>', 'reported by this outlet', several)
    .option('--article <article>', 'reported by this article', several)
    .addOption(choice('--drift <drift>', 'only what is', ['moved', 'altered', 'gone']))
    .option('--difference <what>', 'what differs in an altered quote: negation, numbers, words …', several)
    .option('--from <date>', 'in texts retrieved then or later')
    .option('--to <date>', 'in texts retrieved then or earlier');
  withExamples(drift, 'drift --drift altered --difference negation', 'drift --outlet dw --from 2024');
  listed(context, drift, (filter) => ({ list: DRIFT, filter }));
}

/** May be given again; what is none of the choices is refused where they are known. */
function choice(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, description).choices(choices).argParser(several);
}

/** The options that every list takes; what is left of them is its filter. */
function listed<Item>(
  context: ReadingContext,
  command: Command,
  asked: (filter: Filter, words: string[]) => { list: List<Item>; filter: Filter },
): void {
  command
    .option('--limit <number>', 'how many to list', countOf(ITEMS_MAX), ITEMS_SHOWN)
    .option('--json', 'print what the API answers');
  atService(command).action(async (...called: unknown[]) => {
    const { url, key, limit, json, ...given } = command.opts<Options>();
    const words = Array.isArray(called[0]) ? called[0].map(String) : [];
    const { list, filter } = asked(given as Filter, words);
    const found = await withClient(context, { ...(url && { url }), ...(key && { key }) }, (client) =>
      itemsOf(client, list.path, filter, limit, list.shape),
    );
    if (json) console.log(JSON.stringify(found.body, null, 2));
    else tell(list, found);
  });
}

function tell<Item>(list: List<Item>, { items, body }: Listed<Item>): void {
  if (items.length === 0) {
    console.log(list.nothing);
    return;
  }
  const rows = items.map(list.row);
  const screen = screenOf();
  const isLarge = list.large !== undefined && Number.isFinite(screen.tableWidth);
  console.log(isLarge ? list.large?.(items, screen).join('\n') : tableOf(list.headings, rows, screen.tableWidth));
  // Beside the table, so that a program that reads it finds rows and nothing else.
  if (rows.some((row) => row.some((cell) => /^\d[\d-]*[\dT: +Z-]*\*$/.test(cell)))) console.error(UNDATED);
  if (body.next !== null) console.error(`There are more than these ${items.length}: --limit lists up to ${ITEMS_MAX}.`);
}

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

/** A snippet is HTML; here what was found stands between underscores. */
function markedOf(snippet: string): string {
  return snippet
    .replace(/<\/?mark>/g, '_')
    .replace(/&(amp|lt|gt|quot|#39);/g, (_, name: string) => ENTITIES[name] as string);
}
