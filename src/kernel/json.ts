import { Failure, type Fault } from './failure.ts';
import { escapePointer, NESTING_MAX } from './text.ts';

const UTF8 = new TextDecoder('utf-8', { fatal: true });

/** The text that these bytes are in UTF-8, without the mark that may stand at its beginning; null when they are not. */
export function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return UTF8.decode(bytes);
  } catch {
    return null;
  }
}

/** What is told of bytes that are no text; in their place would stand U+FFFD, and words would be lost. */
export const NOT_UTF8 = 'is not UTF-8';

/** The value of a JSON text. Fails with `invalid` where it is none, names a member twice, or names one `__proto__`. */
export function parseJson(text: string, what: 'body' | 'line'): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw refusal(what, { pointer: '', detail: faultOf(text, error as SyntaxError) });
  }
  const fault = findAmbiguous(text);
  if (fault) throw refusal(what, fault);
  return value;
}

export function refusal(what: 'body' | 'line', fault: Fault): Failure {
  return new Failure('invalid', `${fault.pointer || `The ${what}`} ${fault.detail}.`, { faults: [fault] });
}

function faultOf(text: string, { message }: SyntaxError): string {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position !== undefined) {
    const before = text.slice(0, Number(position));
    const line = before.split('\n').length;
    return `is not valid JSON: see line ${line}, column ${before.length - before.lastIndexOf('\n')}`;
  }
  return /end of JSON input/.test(message) ? 'is not valid JSON: it ends too early' : 'is not valid JSON';
}

/** An object or a list around a place of the text: the names that the object had so far, the place in the list. */
type Around = { names: Set<string> | null; step: string; at: number };

/**
 * The first member of a valid JSON text that could be read in two ways: one that its object has already, of which
 * readers take one or the other, or one named `__proto__`. Looks no deeper than anything that is taken is nested.
 */
function findAmbiguous(text: string): Fault | null {
  const around: Around[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const inner = around.at(-1);
    switch (text.charCodeAt(at)) {
      case 0x7b: // {
      case 0x5b: // [
        if (around.length > NESTING_MAX) return null;
        around.push({ names: text[at] === '{' ? new Set() : null, step: '', at: 0 });
        break;
      case 0x7d: // }
      case 0x5d: // ]
        around.pop();
        break;
      case 0x2c: // ,
        if (inner) inner.at += 1;
        break;
      case 0x22: {
        const end = endOfString(text, at);
        if (inner?.names && isName(text, end)) {
          const name: string = JSON.parse(text.slice(at, end + 1));
          inner.step = name;
          const unnamed = name === '__proto__' ? 'is no name that a member may have' : null;
          const fault = unnamed ?? (inner.names.has(name) ? 'stands there twice' : null);
          if (fault !== null) return { pointer: around.map((place) => `/${stepOf(place)}`).join(''), detail: fault };
          inner.names.add(name);
        }
        at = end;
      }
    }
  }
  return null;
}

function stepOf({ names, step, at }: Around): string {
  return names === null ? String(at) : escapePointer(step.slice(0, 200));
}

/** Where the string that begins at a quotation mark ends. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  for (;;) {
    let escapes = 0;
    while (text[end - 1 - escapes] === '\\') escapes += 1;
    if (escapes % 2 === 0) return end;
    end = text.indexOf('"', end + 1);
  }
}

/** Whether a colon follows the string that ends here. */
function isName(text: string, end: number): boolean {
  let at = end + 1;
  while (' \t\r\n'.includes(text[at] ?? '-')) at += 1;
  return text[at] === ':';
}
