import { linesOfText } from './formats/pieces.ts';
import type { Source } from './formats/row.ts';
import { LINE_LENGTH_MAX, type NumberedLine } from './record-import.ts';

/** The lines of a file of `record`, packed or not. What is not UTF-8 and what is too long is a line that is refused. */
export async function* linesOf(source: Source): AsyncGenerator<NumberedLine> {
  for await (const { line, text, isBroken } of linesOfText(source, LINE_LENGTH_MAX)) {
    if (text === null) yield { line, text: 'x'.repeat(LINE_LENGTH_MAX + 1) };
    else yield { line, text: isBroken ? 'These bytes are not UTF-8.' : text };
  }
}
