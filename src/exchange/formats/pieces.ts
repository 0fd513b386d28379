import { isUtf8 } from 'node:buffer';
import type { Source } from './row.ts';
import { unpacked } from './unpacked.ts';

/** Bytes of a line after which it is given in pieces: a file may be one line of hundreds of megabytes. */
const PIECE_MAX = 64 * 1024;

/** A line, or a piece of a long one; `isBroken` where its bytes are not UTF-8. The last piece of a line `ends` it. */
export type Piece = { line: number; text: string; ends: boolean; isBroken: boolean };

/** The text of a file, packed or not, piece by piece, with the number of its line (1, 2, 3 …). */
export async function* piecesOf(source: Source): AsyncGenerator<Piece> {
  let line = 1;
  let rest: Buffer = Buffer.alloc(0);
  const piece = (bytes: Buffer, ends: boolean): Piece => {
    const text = bytes.toString('utf8');
    const whole = line === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text;
    return { line, text: whole, ends, isBroken: !isUtf8(bytes) };
  };
  for await (const chunk of unpacked(source)) {
    const bytes = rest.length === 0 ? Buffer.from(chunk) : Buffer.concat([rest, chunk]);
    let from = 0;
    for (let end = bytes.indexOf(10, from); end >= 0; end = bytes.indexOf(10, from)) {
      yield piece(bytes.subarray(from, end), true);
      line += 1;
      from = end + 1;
    }
    rest = bytes.subarray(from);
    if (rest.length >= PIECE_MAX) {
      const cut = wholeCharacters(rest);
      yield piece(rest.subarray(0, cut), false);
      rest = rest.subarray(cut);
    }
    // What is kept must not keep the chunk that it is a part of.
    rest = Buffer.from(rest);
  }
  if (rest.length > 0) yield piece(rest, true);
}

/** Up to where the bytes hold whole characters of UTF-8. */
function wholeCharacters(bytes: Buffer): number {
  for (let back = 1; back <= 3; back += 1) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) return bytes.length;
    if (byte >= 0xc0) return bytes.length - back;
  }
  return bytes.length;
}

/** The characters of each line, one after another; null in place of a line that is longer than `max`. */
export async function* linesOfText(
  source: Source,
  max: number,
): AsyncGenerator<{ line: number; text: string | null; isBroken: boolean }> {
  let held: string[] = [];
  let length = 0;
  let isBroken = false;
  for await (const { line, text, ends, isBroken: isPieceBroken } of piecesOf(source)) {
    length += text.length;
    if (length <= max) held.push(text);
    else held = [];
    isBroken ||= isPieceBroken;
    if (!ends) continue;
    yield { line, text: length > max ? null : held.join('').replace(/\r$/, ''), isBroken };
    held = [];
    length = 0;
    isBroken = false;
  }
  if (length > 0) yield { line: 0, text: null, isBroken };
}
