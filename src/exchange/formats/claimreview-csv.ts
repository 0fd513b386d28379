import { reviewRow } from './claimreview.ts';
import { csvRows } from './csv-rows.ts';
import { isNode, type Node } from './json-ld.ts';
import { type Context, type ForeignRow, faulty, rowsOf, type Source } from './row.ts';

/**
 * ClaimReview as a table, with the columns of Fact-Check Insights: `claimReviewed`, `reviewRating.alternateName`,
 * `itemReviewed.appearance.1.url` … Columns may be in any order, and those that are not known are not read.
 */
export async function* readClaimReviewCsv(source: Source, context: Context): AsyncGenerator<ForeignRow> {
  let paths: (string[] | null)[] | null = null;
  for await (const row of csvRows(source)) {
    if ('failure' in row) yield row;
    else if ('header' in row) {
      if (!row.header.includes('claimReviewed')) {
        yield { line: 1, pointer: '', failure: faulty('/claimReviewed', 'is missing in the header') };
        return;
      }
      paths = row.header.map(pathOf);
    } else {
      const { line, cells } = row;
      const known = paths as (string[] | null)[];
      if (cells.some((cell) => cell.includes('\uFFFD'))) {
        yield { line, pointer: '', failure: faulty('', 'is not UTF-8') };
        continue;
      }
      const warnings = cells.length === known.length ? [] : ['columns-differ'];
      yield* rowsOf(line, '', () => [reviewRow(nested(known, cells), { line, pointer: '', warnings }, context)]);
    }
  }
}

const KNOWN =
  /^(?:claimReviewed|datePublished|dateModified|url|inLanguage|name|headline|author|itemReviewed|reviewRating|@type)$/;

function pathOf(column: string): string[] | null {
  const steps = column.replace(/\.type$/, '.@type').split('.');
  return KNOWN.test(steps[0] as string) && steps.length <= 5 && !steps.includes('__proto__') ? steps : null;
}

/** The object that a row stands for; empty cells are not said. */
function nested(paths: (string[] | null)[], cells: string[]): Node {
  const root: Node = {};
  for (const [at, path] of paths.entries()) {
    const cell = cells[at]?.trim() ?? '';
    if (path === null || cell === '') continue;
    let node = root;
    for (const step of path.slice(0, -1)) node = childOf(node, step);
    node[path.at(-1) as string] = cell;
  }
  const item = root.itemReviewed as Node | undefined;
  const numbered = item?.appearance;
  if (item && typeof numbered === 'object' && numbered !== null) item.appearance = Object.values(numbered);
  return root;
}

function childOf(node: Node, step: string): Node {
  const inner = node[step];
  if (isNode(inner)) return inner;
  const made: Node = {};
  node[step] = made;
  return made;
}
