import { z } from 'zod';
import { checkText } from '../analysis/quotes/check-text.ts';
import { inOneSentence } from '../analysis/quotes/one-sentence.ts';
import { newestTexts } from '../analysis/quotes/recorded-store.ts';
import { refuseOver } from '../analysis/quotes/sources.ts';
import { TextCheck, TextToCheck } from '../analysis/quotes/text-check.ts';
import { Reference } from '../kernel/entity.ts';
import { Failure } from '../kernel/failure.ts';
import { Language } from '../kernel/language.ts';
import { ArticleBrief } from '../record/articles/article.ts';
import { articleBriefs, findSnapshot } from '../record/articles/store.ts';
import { idReferred } from '../record/references.ts';
import { hintPointsMax, Quote, QuoteCheck, quotedAs } from '../text/quotes/quote.ts';
import { type Means, tool } from './tool.ts';

export const checkQuotes = tool({
  name: 'check_quotes',
  title: 'Check every quotation of a text',
  description:
    'Give a whole text, such as an answer or article you have just written, before you show it. Finds everything it sets in quotation marks and tells of each whether the words appear in the articles of the record (or in articles and texts you name), where, and whose words they are: exact, normalized and elided are right; misattributed (another speaker said it), altered (with what was really said), spliced (put together from several sentences) and not-found are not to be printed as they are.',
  input: TextToCheck,
  result: TextCheck,
  async tell(asked, { engine, checker, seesTexts, signal }) {
    const result = await checkText(asked, { engine, checker, seesTexts, signal });
    const { texts, of } = result.searched;
    const searched = `${result.quotations.length} quotations were found in the text, and looked up in ${texts} texts of ${of ?? 'more than 100,000'}. What was not found does not appear in these; it may appear elsewhere.`;
    return { result, searched };
  },
});

const Hint = z.string().max(hintPointsMax).optional();

const QuoteToVerify = z.strictObject({
  quote: Quote.describe('The words, without quotation marks around them'),
  article: Reference.optional().describe('The article of the record whose newest text is looked through: id or URL'),
  text: z.string().optional().describe('Or a text of your own, up to 1 MiB'),
  prefix: Hint.describe('What stands right before the quote, to tell its place apart'),
  suffix: Hint.describe('What stands right after it'),
  quoteType: z.enum(quotedAs).optional(),
  language: Language.optional(),
});

export const verifyQuote = tool({
  name: 'verify_quote',
  title: 'Check one quote against one text',
  description:
    'Tells whether a quote appears word for word in an article of the record or in a text you give, and where. Of a quote that is almost right it names what differs, and gives the words as the text has them.',
  input: QuoteToVerify,
  result: z.strictObject({ check: QuoteCheck, article: ArticleBrief.nullable(), snapshot: z.int().nullable() }),
  async tell({ quote, article, text, ...hints }, means) {
    if ((article === undefined) === (text === undefined)) {
      const detail = 'name either an article of the record or a text';
      throw new Failure('invalid', `/text: ${detail}.`, { faults: [{ pointer: '/text', detail }] });
    }
    if (text !== undefined) {
      refuseOver(text, '/text');
      const check = await means.checker.check(text, quote, hints, means.signal);
      return {
        result: { check, article: null, snapshot: null },
        searched: 'The text that was given was looked through.',
      };
    }
    return verifyIn(means, article as string, quote, hints);
  },
});

async function verifyIn(
  { engine, checker, seesTexts, signal }: Means,
  reference: string,
  quote: string,
  hints: Omit<z.infer<typeof QuoteToVerify>, 'quote' | 'article' | 'text'>,
) {
  const id = await idReferred(engine.read, 'article', reference, '/article');
  const article = (await articleBriefs(engine.read, [id])).get(id) ?? null;
  const number = (await newestTexts(engine.read, [id])).get(id);
  const snapshot = number === undefined ? null : await findSnapshot(engine.read, id, number);
  if (snapshot === null) {
    const check = { result: 'no-text' as const, warnings: [] };
    const searched = 'The record holds no text of this article, so nothing was looked through.';
    return { result: { check, article, snapshot: null }, searched };
  }
  const found = await checker.check(snapshot.text, quote, hints, signal);
  const { suggestion, closest, ...bare } = found;
  const check = closest && !seesTexts ? { ...bare, ...inOneSentence(quote, closest, suggestion) } : found;
  return {
    result: { check, article, snapshot: number ?? null },
    searched: `The newest text of the article, number ${number}, was looked through.`,
  };
}
