import { stepping } from '../platform/loop-turns.ts';
import { quotationsIn, type Range } from './terms/quotations.ts';
import { type Token, tokenizing } from './words/token.ts';

/** What is read of a text whatever is asked of it: its words, and what stands between quotation marks. */
export type TextRead = { readonly tokens: readonly Token[]; readonly quotations: Range[] };

/** Words that are handled in less than a millisecond. */
const PAUSED_AFTER = 5_000;

function* reading(text: string): Generator<void, TextRead> {
  const tokens = yield* tokenizing(text);
  return { tokens, quotations: quotationsIn(text) };
}

export function readText(text: string): TextRead {
  const steps = reading(text);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** The same on the event loop, which has its turns meanwhile. */
export async function readInTurns(text: string): Promise<TextRead> {
  const pause = stepping();
  const steps = reading(text);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
    await pause();
  }
}

/** As it goes from thread to thread, where a hundred thousand objects would be copied one by one. */
export type PackedRead = { words: string; places: Uint32Array; quotations: Uint32Array };

export function packed({ tokens, quotations }: TextRead): PackedRead {
  return {
    words: tokens.map(({ token }) => token).join(' '),
    places: packedRanges(tokens),
    quotations: packedRanges(quotations),
  };
}

/** On the event loop, which has its turns meanwhile. */
export async function unpacked({ words, places, quotations }: PackedRead): Promise<TextRead> {
  const pause = stepping();
  const each = words === '' ? [] : words.split(' ');
  const tokens: Token[] = [];
  for (const [at, token] of each.entries()) {
    if (at % PAUSED_AFTER === 0) await pause();
    tokens.push({ token, start: places[2 * at] as number, end: places[2 * at + 1] as number });
  }
  const ranges = Array.from({ length: quotations.length / 2 }, (_, at) => ({
    start: quotations[2 * at] as number,
    end: quotations[2 * at + 1] as number,
  }));
  return { tokens, quotations: ranges };
}

function packedRanges(ranges: readonly Range[]): Uint32Array {
  const numbers = new Uint32Array(ranges.length * 2);
  for (const [at, { start, end }] of ranges.entries()) numbers.set([start, end], 2 * at);
  return numbers;
}
