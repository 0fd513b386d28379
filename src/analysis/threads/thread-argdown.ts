import type { Format } from '../../platform/http/format.ts';
import { BEARINGS } from '../../record/statements/statement.ts';
import { lineOf, type Thread } from './thread.ts';

/** The thread as an argument that can be drawn and discussed. */
export const argdown: Format<Thread> = { mediaType: 'text/x-argdown', name: 'argdown', write: argdownOf };

/**
 * The thread in Argdown: each statement under its id, then what answers it. An answer against is an attack, one in
 * favour a support; what is neither stands as a comment.
 */
export function argdownOf({ nodes, edges }: Thread): string {
  const statements = nodes.map((node) => {
    const { words, whose } = lineOf(node);
    return `[${node.id}]: ${escaped(`“${words}” (${whose})`)}`;
  });
  const answered = nodes.flatMap(({ id }) => {
    const answers = edges.filter(({ to }) => to === id);
    const lines = answers.filter(({ kind }) => BEARINGS[kind] !== 'neither');
    const comments = answers.filter(({ kind }) => BEARINGS[kind] === 'neither');
    return [
      ...comments.map(({ from, to, kind }) => `// ${kind}: [${from}] answers [${to}]`),
      ...(lines.length === 0 ? [] : [[`[${id}]`, ...lines.map(relation)].join('\n')]),
    ];
  });
  return `${[...statements, ...answered].join('\n\n')}\n`;
}

function relation({ from, kind }: Thread['edges'][number]): string {
  return `  ${BEARINGS[kind] === 'for' ? '+' : '-'} [${from}] // ${kind}`;
}

/** Every sign that could mean something is escaped, since Argdown reads a backslash before any sign as that sign. */
function escaped(text: string): string {
  return text.replace(/[!-/:-@[-`{-~]/g, '\\$&');
}
