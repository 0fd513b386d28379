import { readFile } from 'node:fs/promises';
import { type Command, Option } from 'commander';
import { z } from 'zod';
import { Failure } from '../kernel/failure.ts';
import { type Client, pathOf } from '../platform/client.ts';
import { atService, type ServiceOptions } from '../platform/service-options.ts';
import { itemsOf } from './list.ts';
import { CheckedTold, checkedInWords, isVerified, VerifiedTold, verifiedInWords } from './quote-told.ts';
import { type ReadingContext, several, withClient } from './reading.ts';
import { screenOf } from './screen.ts';

const SNAPSHOTS_READ = 10_000;

type Hints = { prefix?: string; suffix?: string; type?: string; language?: string };
type Options = ServiceOptions &
  Hints & { text?: string; in?: string[]; article?: string[]; dispute?: string; json?: boolean };
/** What a command found, for a person and for a program, and whether all of it stands. */
type Found = { words: string; body: unknown; stands: boolean };

/** `quote`: whether a quote, or every quotation of a text, appears in a file, in an article, or in the record. */
export function quoteCommands(context: ReadingContext): void {
  const command: Command = context.program
    .command('quote')
    .description(
      'check whether a quote, or every quotation of a text, appears in a file, in an article, or in the record',
    )
    .argument('[quote]', 'the words, without quotation marks around them')
    .option('--text <file>', 'check every quotation of this text instead; - reads it from stdin')
    .option('--in <file>', 'look it up in this text; may be given again; - reads it from stdin', several)
    .option('--article <article>', 'look it up in the newest text of this article; may be given again', several)
    .option('--dispute <dispute>', 'look it up in articles of this dispute')
    .option('--prefix <words>', 'what stands right before the quote, of one quote and one text')
    .option('--suffix <words>', 'what stands right after it')
    .addOption(new Option('--type <type>', 'whose words it is said to be').choices(['direct', 'indirect', 'mixed']))
    .option('--language <tag>', 'the language of the text; guessed, when left out')
    .option('--json', 'print what the API answers')
    .addHelpText(
      'after',
      `
Without --in and --article the texts of the record are searched that are likeliest to have it.
Ends with 1 when a quote is altered, misattributed, spliced, ambiguous or not found.

Examples:
  counterclaim quote "there was no blockade" --in interview.txt
  counterclaim quote "limited access" --article https://p.dw.com/p/4W3DS
  counterclaim quote --text draft.txt --in interview.txt --in speech.txt
  pbpaste | counterclaim quote --text - --url https://claims.example`,
    );
  atService(command).action(async (quote: string | undefined, options: Options) => {
    if ((quote === undefined) === (options.text === undefined))
      command.error('error: quote takes a quote, or a text with quotations as --text, and not both');
    const files = [options.text, ...(options.in ?? [])].filter((file) => file !== undefined);
    if (files.filter((file) => file === '-').length > 1) command.error('error: stdin can be read once');
    const read = (file: string) => textOf(file, command);
    const found = await withClient(context, options, (client) =>
      quote === undefined ? checkAll(client, options, read) : checkOne(client, quote, options, read),
    );
    console.log(options.json ? JSON.stringify(found.body, null, 2) : found.words);
    if (!found.stands) process.exitCode = 1;
  });
}

type Reader = (file: string) => Promise<string>;

async function checkAll(client: Client, options: Options, read: Reader): Promise<Found> {
  const text = await read(options.text as string);
  return checkText(client, text, await sourcesOf(options, read));
}

/** Against one text it is told in full; against more, or whatever is likeliest, as a quotation of a text is. */
async function checkOne(client: Client, quote: string, options: Options, read: Reader): Promise<Found> {
  const [file, article] = [options.in ?? [], options.article ?? []];
  const [one] = [...file, ...article];
  if (one !== undefined && file.length + article.length === 1) {
    const text = file.length === 1 ? await read(one) : await textOfArticle(client, one);
    if (text !== null) return verify(client, quote, text, one, options);
  }
  const [open, close] = MARKS.find((marks) => marks.every((mark) => !quote.includes(mark))) ?? ['“', '”'];
  return checkText(client, `${open}${quote}${close}`, await sourcesOf(options, read));
}

const MARKS = [
  ['“', '”'],
  ['«', '»'],
  ['"', '"'],
];

async function verify(client: Client, quote: string, text: string, name: string, asked: Hints): Promise<Found> {
  const { prefix, suffix, type: quoteType, language } = asked;
  const body = { text, quote, prefix, suffix, quoteType, language };
  const told = await client.post('/v1/quotes/verify', body, VerifiedTold);
  const words = verifiedInWords(told.read, quote, text, name === '-' ? 'stdin' : name, screenOf());
  return { words, body: told.body, stands: isVerified(told.read) };
}

async function checkText(client: Client, text: string, sources: object): Promise<Found> {
  const told = await client.post('/v1/quotes/check', { text, ...sources }, CheckedTold);
  const { quotations } = told.read;
  return { words: checkedInWords(told.read, text, screenOf()), body: told.body, stands: quotations.every(isVerified) };
}

async function sourcesOf({ in: files, article, dispute }: Options, read: Reader): Promise<object> {
  const texts = await Promise.all((files ?? []).map(async (file) => ({ text: await read(file), title: file })));
  return {
    ...(texts.length > 0 && { texts }),
    ...(article !== undefined && { articles: article }),
    ...(dispute !== undefined && { dispute }),
  };
}

const Snapshot = z.object({ number: z.number(), retrievedAt: z.string() });

/** The text that was retrieved last; null where it may not be read, and can only be asked about. */
async function textOfArticle(client: Client, article: string): Promise<string | null> {
  const { items } = await itemsOf(client, pathOf('articles', article, 'snapshots'), {}, SNAPSHOTS_READ, Snapshot);
  const newest = items.toSorted(
    (a, b) => Date.parse(b.retrievedAt) - Date.parse(a.retrievedAt) || b.number - a.number,
  )[0];
  if (newest === undefined)
    throw new Failure('unprocessable', 'The article has no text yet, so that nothing can be looked up in it.');
  try {
    const path = pathOf('articles', article, 'snapshots', String(newest.number));
    return (await client.get(path, {}, z.object({ text: z.string() }))).read.text;
  } catch (error) {
    if (error instanceof Failure && (error.code === 'unauthenticated' || error.code === 'forbidden')) return null;
    throw error;
  }
}

async function textOf(file: string, command: Command): Promise<string> {
  const bytes = file === '-' ? await stdin() : await readFile(file).catch((error: Error) => unreadable(error.message));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return unreadable('it is not UTF-8');
  }
  function unreadable(why: string): never {
    return command.error(`error: cannot read ${file}: ${why}`);
  }
}

async function stdin(): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
