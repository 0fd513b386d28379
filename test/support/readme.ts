/** What stands in a shortened answer for what was left out. */
const LEFT_OUT = '…';

/** `shows` is the answer that the page has, as JSON or as the text that a person reads. */
export type Example = { command: string; answer: string | null; shows: 'json' | 'text' | null };

/** The commands of a page in their order, each with the answer that the page shows right after it, if any. */
export function examplesOf(page: string): Example[] {
  const blocks = [...page.matchAll(/^```(sh|json|text)\n([\s\S]*?)^```$/gm)].map(([, language, text]) => ({
    language,
    text,
  }));
  return blocks.flatMap(({ language, text }, at) => {
    if (language !== 'sh') return [];
    const next = blocks[at + 1];
    const shows = next?.language === 'json' || next?.language === 'text' ? next.language : null;
    return [{ command: text as string, answer: shows === null ? null : (next?.text as string), shows }];
  });
}

/** The cells of the table under a heading, without its head. Bars inside of a cell are escaped. */
export function tableUnder(page: string, heading: string): string[][] {
  const section = page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  const rows = section.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((row) =>
    row
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((cell) => cell.trim()),
  );
}

/**
 * Where an answer differs from what the page shows of it; null when it does not.
 *
 * `…` among the members of an object stands for further members, among the items of a list for any number of items,
 * and inside of a string for any text. Whatever is not left out must be there, and what the page does not leave out
 * must be all there is.
 */
export function differenceFrom(shown: string, answer: unknown): string | null {
  return difference(JSON.parse(withLeftOutAsJson(shown)), answer, '');
}

function difference(shown: unknown, real: unknown, at: string): string | null {
  if (typeof shown === 'string') {
    const isSame = typeof real === 'string' ? textPattern(shown).test(real) : shown === LEFT_OUT;
    return isSame ? null : told(at, shown, real);
  }
  if (Array.isArray(shown)) return Array.isArray(real) ? listDifference(shown, real, at) : told(at, shown, real);
  if (typeof shown !== 'object' || shown === null) return shown === real ? null : told(at, shown, real);
  if (typeof real !== 'object' || real === null || Array.isArray(real)) return told(at, shown, real);
  const { [LEFT_OUT]: more, ...members } = shown as Record<string, unknown>;
  const extra = Object.keys(real).find((name) => !(name in members));
  if (more === undefined && extra !== undefined)
    return `${at}/${extra} is not shown, and nothing is said to be left out`;
  for (const [name, member] of Object.entries(members)) {
    const found = difference(member, (real as Record<string, unknown>)[name], `${at}/${name}`);
    if (found !== null) return found;
  }
  return null;
}

function listDifference(shown: unknown[], real: unknown[], at: string): string | null {
  const cut = shown.indexOf(LEFT_OUT);
  const items = cut === -1 ? shown : shown.slice(0, cut);
  if (cut === -1 ? real.length !== items.length : real.length < items.length) {
    return `${at} has ${real.length} items, and ${items.length} are shown`;
  }
  for (const [index, item] of items.entries()) {
    const found = difference(item, real[index], `${at}/${index}`);
    if (found !== null) return found;
  }
  return null;
}

function told(at: string, shown: unknown, real: unknown): string {
  return `${at || '/'} is ${JSON.stringify(real)}, and the page shows ${JSON.stringify(shown)}`;
}

function textPattern(shown: string): RegExp {
  return new RegExp(
    `^${shown
      .split(LEFT_OUT)
      .map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
      .join('[^]*')}$`,
  );
}

/** Each `…` outside of strings as what JSON can say: a member of this name, or an item that is this text. */
function withLeftOutAsJson(shown: string): string {
  const open: string[] = [];
  return shown.replace(/"(?:[^"\\]|\\.)*"|[{[}\]]|:\s*…|…/g, (part) => {
    if (part === '{' || part === '[') open.push(part);
    if (part === '}' || part === ']') open.pop();
    if (part.startsWith(':')) return `: "${LEFT_OUT}"`;
    if (part !== LEFT_OUT) return part;
    return open.at(-1) === '{' ? `"${LEFT_OUT}": true` : `"${LEFT_OUT}"`;
  });
}
