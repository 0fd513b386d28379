import type { Format } from '../../platform/http/format.ts';
import { lineOf, type Thread } from './thread.ts';

/** The thread as a graph that is ready to be drawn. */
export const graphviz: Format<Thread> = { mediaType: 'text/vnd.graphviz', name: 'graphviz', write: graphvizOf };

/** The thread as a Graphviz digraph: a box for each statement, an arrow from each answer to what it answers. */
export function graphvizOf({ nodes, edges }: Thread): string {
  const boxes = nodes.map((node) => {
    const { words, whose } = lineOf(node);
    return `  ${quoted(node.id)} [label=${quoted(`${words}\n${whose}`)}];`;
  });
  const arrows = edges.map(({ from, to, kind }) => `  ${quoted(from)} -> ${quoted(to)} [label=${quoted(kind)}];`);
  return ['digraph thread {', '  node [shape=box];', ...boxes, ...arrows, '}', ''].join('\n');
}

/** A DOT string. In labels, Graphviz reads backslashes as escapes and ampersands as the start of an entity. */
function quoted(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('&', '&amp;').replaceAll('"', '\\"').replaceAll('\n', '\\n');
  return `"${escaped}"`;
}
