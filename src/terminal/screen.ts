import { styleText } from 'node:util';

/** Where a person reads what a command found. */
export type Screen = {
  /** How wide what stands side by side is. */
  width: number;
  /** How wide a table may be: elsewhere than on a terminal a row is a line, however long. */
  tableWidth: number;
  /** Set off where a terminal can show it. */
  bold(text: string): string;
};

const PAGE_WIDTH = 100;
const [WIDTH_MIN, WIDTH_MAX] = [40, 160];

/** As wide as the terminal; what goes into a file or another program is as wide as a page. */
export function screenOf(stream: NodeJS.WriteStream = process.stdout): Screen {
  if (!stream.isTTY) return { width: PAGE_WIDTH, tableWidth: Number.POSITIVE_INFINITY, bold: (text) => text };
  const columns = stream.columns || PAGE_WIDTH;
  return {
    width: Math.min(Math.max(columns, WIDTH_MIN), WIDTH_MAX),
    tableWidth: columns,
    bold: (text) => styleText('bold', text, { stream }),
  };
}
