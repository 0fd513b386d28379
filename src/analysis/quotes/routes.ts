import { z } from 'zod';
import { allows } from '../../access/key.ts';
import type { RouteContext } from '../../access/route-context.ts';
import { Failure } from '../../kernel/failure.ts';
import { Language } from '../../kernel/language.ts';
import { problems } from '../../platform/http/problem.ts';
import { hintPointsMax, Quote, QuoteCheck, quotedAs, textBytesMax } from '../../text/quotes/quote.ts';
import { checkText } from './check-text.ts';
import { TextCheck, TextToCheck } from './text-check.ts';

const Hint = z.string().max(hintPointsMax).optional();

const QuoteToVerify = z.strictObject({
  text: z.string().describe('The text of the article, up to 1 MiB of UTF-8'),
  quote: Quote,
  prefix: Hint.describe('What stands right before the quote, to tell its place apart'),
  suffix: Hint.describe('What stands right after it'),
  quoteType: z.enum(quotedAs).optional().describe('Whose words the quote is said to be; `direct` if not told'),
  language: Language.optional().describe('Language of the text, as a BCP 47 tag; guessed from its words if not told'),
});

/** Checks a quote against a text that is sent along, and every quotation of a text against many; nothing is kept. */
export function quoteRoutes(
  { http, engine, checker }: Pick<RouteContext, 'http' | 'engine' | 'checker'>,
  { publicText }: { publicText: boolean },
): void {
  http.post('/quotes/verify', {
    config: { needs: 'read', again: 'ignored', onlyReads: true },
    bodyLimit: 8 * 1024 * 1024,
    schema: {
      tags: ['quotes'],
      operationId: 'verifyQuote',
      summary: 'Check whether a quote appears in a text',
      description:
        'Says how the quote appears in the text that is sent along, and where, with warnings of what an editor should look at. Of a quote that is almost right it names what differs, the passage that appears instead, and suggests the quote as the text has it, ready to be sent. Nothing is kept.',
      body: QuoteToVerify,
      response: { 200: QuoteCheck, ...problems(400, 401, 403, 413, 415, 429, 503) },
    },
    handler: ({ body: { text, quote, ...asked }, gone }) => {
      if (Buffer.byteLength(text) > textBytesMax)
        throw new Failure('too-large', '/text: a text may have at most 1 MiB of UTF-8.');
      return checker.check(text, quote, asked, gone);
    },
  });

  http.post('/quotes/check', {
    config: { needs: 'read', again: 'ignored', onlyReads: true },
    bodyLimit: 8 * 1024 * 1024,
    schema: {
      tags: ['quotes'],
      operationId: 'checkQuotations',
      summary: 'Check every quotation of a text',
      description:
        'Says of everything that a text sets in quotation marks whether it appears in the articles and texts named, else in the at most 50 texts of the record likeliest to have it, where, and in whose mouth. Nothing is kept.',
      body: TextToCheck,
      response: { 200: TextCheck, ...problems(400, 401, 403, 413, 415, 'unknown-reference', 429, 503) },
    },
    handler: ({ body, caller, gone }) =>
      checkText(body, { engine, checker, signal: gone, seesTexts: publicText || allows(caller.scope, 'read') }),
  });
}
