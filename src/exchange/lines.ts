import { Failure } from '../kernel/failure.ts';
import { decodeUtf8, NOT_UTF8, refusal } from '../kernel/json.ts';
import type { Source } from './formats/row.ts';
import { unpacked } from './formats/unpacked.ts';

/** Bytes that one line may have: a text of 1 MiB, every byte of it escaped. */
export const LINE_BYTES_MAX = 8 * 1024 * 1024;

/** A line under its number, or why it is none. */
export type NumberedLine = { line: number; text: string | Failure };

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/**
 * The lines of a file, packed or not, which end as JSON lines do: at a line feed, and nowhere else. None is held beyond
 * its largest size.
 */
export async function* linesOf(source: Source): AsyncGenerator<NumberedLine> {
  let line = 0;
  let bytes = 0;
  let parts: Uint8Array[] = [];
  const end = (): NumberedLine => {
    line += 1;
    const ended = { line, text: textOf(parts, bytes) };
    [parts, bytes] = [[], 0];
    return ended;
  };
  for await (const chunk of unpacked(source)) {
    let start = 0;
    for (let at = chunk.indexOf(LINE_FEED); at !== -1; at = chunk.indexOf(LINE_FEED, start)) {
      take(chunk.subarray(start, at));
      yield end();
      start = at + 1;
    }
    take(chunk.subarray(start));
  }
  if (bytes > 0) yield end();

  function take(part: Uint8Array): void {
    bytes += part.length;
    if (bytes <= LINE_BYTES_MAX) parts.push(part);
    else parts = [];
  }
}

function textOf(parts: readonly Uint8Array[], bytes: number): string | Failure {
  if (bytes > LINE_BYTES_MAX) return new Failure('too-large', 'The line is too long.');
  const whole = Buffer.concat(parts);
  const text = decodeUtf8(whole.at(-1) === CARRIAGE_RETURN ? whole.subarray(0, -1) : whole);
  return text ?? refusal('line', { pointer: '', detail: NOT_UTF8 });
}
