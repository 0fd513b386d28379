import { findUnstorable } from '../../kernel/text.ts';
import { splitJson } from './json-splitter.ts';
import { linesOfText, type Piece, piecesOf } from './pieces.ts';
import { storable } from './plain.ts';
import { type FailedRow, faulty, type Source } from './row.ts';

/** Characters that one value may have. */
export const VALUE_LENGTH_MAX = 8 * 1024 * 1024;

/** A value of a file, where it begins, and its place in what begins there. */
export type ReadValue = { line: number; pointer: string; value: unknown; warnings: string[] };
type Held = { line: number; pointer: string; text: string | null; isBroken: boolean; isWhole: boolean };

/**
 * The JSON values of a file: of NDJSON one a line; else the items of an array, or of the array that stands under `into` in
 * an object; else the values that follow each other. A faulty one costs itself alone, and one whose fault is only an
 * unescaped quotation mark or control character inside a string is mended and told so (`json-mended`).
 */
export async function* jsonValues(source: Source, into: string | null = null): AsyncGenerator<ReadValue | FailedRow> {
  for await (const held of heldValues(source, into)) yield* valuesIn(held);
}

async function* heldValues(source: Source, into: string | null): AsyncGenerator<Held> {
  const pieces = piecesOf(source);
  const first: Piece[] = [];
  try {
    for (let next = await pieces.next(); !next.done; next = await pieces.next()) {
      if (first.length === 0 && next.value.ends && next.value.text.trim() === '') continue;
      first.push(next.value);
      if (!next.value.ends || first.filter(({ text }) => text.trim() !== '').length >= 2) break;
    }
    const all = joined(first, pieces);
    if (isByLines(first, into)) yield* byLines(all);
    else yield* splitJson(all, into, VALUE_LENGTH_MAX);
  } finally {
    await pieces.return(undefined);
  }
}

async function* joined(first: Piece[], rest: AsyncGenerator<Piece>): AsyncGenerator<Piece> {
  yield* first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}

/** Lines that are objects by themselves, even if the first of them is a broken one. */
function isByLines(first: Piece[], into: string | null): boolean {
  const [one, other] = first.filter(({ text }) => text.trim() !== '');
  if (!one?.ends || !/^\s*\{/.test(one.text)) return false;
  const { value } = parsed(one.text);
  if (value !== undefined) return into === null || !Object.hasOwn(value as object, into);
  return other !== undefined && /\}\s*$/.test(one.text) && /^\{\s*"/.test(other.text);
}

async function* byLines(pieces: AsyncGenerator<Piece>): AsyncGenerator<Held> {
  const bytes = (async function* () {
    for await (const { text, ends } of pieces) yield ends ? `${text}\n` : text;
  })();
  // The pieces are numbered already, but a line may be many of them.
  let number = 0;
  for await (const { line, text } of linesOfText(bytes, VALUE_LENGTH_MAX)) {
    number = line;
    if (text?.trim() !== '')
      yield { line: number, pointer: '', text, isBroken: text?.includes('\uFFFD') === true, isWhole: true };
  }
}

function* valuesIn(held: Held): Generator<ReadValue | FailedRow> {
  const { line, pointer, text, isBroken } = held;
  if (text === null) {
    yield {
      line,
      pointer,
      failure: faulty('', `a value may have at most ${VALUE_LENGTH_MAX} characters`, 'too-large'),
    };
    return;
  }
  if (isBroken) {
    yield { line, pointer, failure: faulty('', 'is not UTF-8') };
    return;
  }
  const { value, isMended } = parsed(text);
  if (value !== undefined) yield read(line, pointer, value, isMended ? ['json-mended'] : []);
  else yield* recovered(held);
}

function read(line: number, pointer: string, value: unknown, warnings: string[]): ReadValue | FailedRow {
  const first = findUnstorable(value);
  if (first === null) return { line, pointer, value, warnings };
  if (/nested/.test(first.detail)) return { line, pointer, failure: faulty(first.pointer, first.detail) };
  const clean = JSON.parse(JSON.stringify(value), (_, part) => (typeof part === 'string' ? storable(part) : part));
  const fault = findUnstorable(clean);
  return fault
    ? { line, pointer, failure: faulty(fault.pointer, fault.detail) }
    : { line, pointer, value: clean, warnings };
}

/** A value that never ended may have swallowed those after it: lines of it that are objects by themselves are read. */
function* recovered({ line, pointer, text, isWhole }: Held): Generator<ReadValue | FailedRow> {
  const lines = (text as string).split('\n');
  const failure = faulty('', isWhole ? 'is not valid JSON' : 'is not valid JSON: it ends too early');
  yield { line, pointer, failure };
  for (const [at, one] of lines.entries()) {
    const bare = one.trim().replace(/,$/, '');
    if (at === 0 || !bare.startsWith('{') || !bare.endsWith('}')) continue;
    const { value, isMended } = parsed(bare);
    if (
      value !== undefined &&
      Object.keys(value as object).some((name) => /^@?(?:type|id|context|item|quoteID|uri|url)$/.test(name))
    )
      yield read(line + at, '', value, isMended ? ['json-mended'] : []);
  }
}

function parsed(text: string): { value: unknown; isMended: boolean } {
  try {
    return { value: JSON.parse(text), isMended: false };
  } catch {
    // Below.
  }
  try {
    return { value: JSON.parse(mended(text)), isMended: true };
  } catch {
    return { value: undefined, isMended: false };
  }
}

/** The text with quotation marks and control characters inside its strings escaped: a mark ends a string only before `,` `:` `}` `]`. */
function mended(text: string): string {
  const out: string[] = [];
  let isInside = false;
  for (let at = 0; at < text.length; at += 1) {
    const one = text[at] as string;
    if (!isInside) {
      isInside = one === '"';
      out.push(one);
    } else if (one === '\\') {
      const next = text[at + 1] ?? '';
      const isEscape = /["\\/bfnrt]/.test(next) || /^u[\da-fA-F]{4}/.test(text.slice(at + 1, at + 6));
      out.push(isEscape ? one + next : '\\\\');
      if (isEscape) at += 1;
    } else if (one === '"') {
      let next = at + 1;
      while (next < text.length && /\s/.test(text[next] as string)) next += 1;
      isInside = next < text.length && !',:}]'.includes(text[next] as string);
      out.push(isInside ? '\\"' : one);
    } else out.push(one < ' ' ? `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}` : one);
  }
  return out.join('');
}
