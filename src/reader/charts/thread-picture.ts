import type { Graphviz } from '@hpcc-js/wasm-graphviz';
import type { Thread } from '../../analysis/threads/thread.ts';
import type { Palette } from '../parts/palette.ts';
import { COLOURS } from './marks.ts';

let loading: Promise<Graphviz> | undefined;

/** A box for each statement, which leads to it, and an arrow from each answer to what it answers. */
export async function threadPicture(
  { nodes, edges }: Thread,
  palette: Palette,
  kindWord: (kind: string) => string,
  title: string,
): Promise<string> {
  loading ??= import('@hpcc-js/wasm-graphviz').then(({ Graphviz }) => Graphviz.load());
  const boxes = nodes.map(({ id, quote, speaker, side }) => {
    const colour = COLOURS[palette.signOf(side?.id)];
    return `${quoted(id)} [label=${quoted(`${wrapped(quote)}\n${speaker.name}${side === null ? '' : ` (${side.name})`}`)}, URL=${quoted(`/statements/${id}`)}, target="_top", tooltip=${quoted(speaker.name)}, color="${colour}"];`;
  });
  const arrows = edges
    .filter(({ from, to }) => [from, to].every((end) => nodes.some(({ id }) => id === end)))
    .map(({ from, to, kind }) => `${quoted(from)} -> ${quoted(to)} [label=${quoted(kindWord(kind))}];`);
  const dot = `digraph thread { bgcolor="transparent"; node [shape=box, fontname="sans-serif", fontsize=12, penwidth=2]; edge [fontname="sans-serif", fontsize=11]; ${boxes.join('\n')} ${arrows.join('\n')} }`;
  const svg = (await loading).dot(dot, 'svg');
  return svg
    .slice(svg.indexOf('<svg'))
    .replace('<svg', `<svg class="thread" role="img" aria-label=${JSON.stringify(attribute(title))}`)
    .replace(/<!--.*?-->/gs, '');
}

/** A DOT string. In labels, Graphviz reads backslashes as escapes and ampersands as the start of an entity. */
function quoted(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('&', '&amp;').replaceAll('"', '\\"').replaceAll('\n', '\\n');
  return `"${escaped}"`;
}

function attribute(text: string): string {
  return text.replace(/[&<>"\\]/g, ' ');
}

const LINE = 34;
const LINES_MAX = 4;

/** In lines that a box has room for. */
function wrapped(text: string): string {
  const lines = [''];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1) as string;
    if (last !== '' && last.length + word.length >= LINE) lines.push(word.slice(0, 2 * LINE));
    else lines[lines.length - 1] = `${last} ${word.slice(0, 2 * LINE)}`.trim();
  }
  return lines.length <= LINES_MAX ? lines.join('\n') : `${lines.slice(0, LINES_MAX).join('\n')}…`;
}
