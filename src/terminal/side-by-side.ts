import { beside, padded, shown, widthOf, wrapped } from '../platform/columns.ts';
import type { Screen } from './screen.ts';
import { runsOf } from './timeline.ts';

const BETWEEN = ' │ ';
/** Where columns would be narrower than this, they stand one under another. */
const COLUMN_MIN = 22;

/** A section of a comparison: what each column has to say of it. */
export type Section = { title: string; columns: readonly (readonly string[])[] };

/** How wide each of so many columns is; null where they stand one under another. */
export function columnWidth({ width }: Screen, columns: number): number | null {
  const each = Math.floor((width - BETWEEN.length * (columns - 1)) / columns);
  return each < COLUMN_MIN ? null : each;
}

/** How wide the lines of a column are. */
export function lineWidth(screen: Screen, columns: number): number {
  return columnWidth(screen, columns) ?? screen.width;
}

/** Sections under each other, and in each the columns beside each other; where there is no room, column after column. */
export function sideBySide(screen: Screen, sections: readonly Section[]): string[] {
  const told = sections.filter(({ columns }) => columns.some((lines) => lines.length > 0));
  const count = told[0]?.columns.length ?? 0;
  const each = columnWidth(screen, count);
  const titled = (title: string, lines: readonly string[]) =>
    title === '' || lines.length === 0 ? lines : [screen.bold(title), ...lines];
  if (each === null) {
    return Array.from({ length: count }, (_, column) => [
      '─'.repeat(screen.width),
      ...told.flatMap(({ title, columns }) => titled(title, columns[column] ?? [])),
    ]).flat();
  }
  const widths = Array.from({ length: count }, () => each);
  return told.flatMap(({ title, columns }, at) => {
    const blank = at === 0 ? [] : beside([[''], ['']], widths, BETWEEN).slice(0, 1);
    const heads = title === '' ? columns : columns.map((lines) => titled(title, lines));
    return [...blank, ...beside(heads, widths, BETWEEN)];
  });
}

/** Lines of a name and what is told of it, the names as wide as the widest of them. */
export function named(rows: readonly (readonly [name: string, told: string])[], width: number): string[] {
  const clean = rows.map(([name, told]) => [shown(name), shown(told)] as const);
  const nameWidth = Math.min(Math.max(0, ...clean.map(([name]) => widthOf(name))), Math.floor(width / 2));
  return clean.flatMap(([name, told]) =>
    beside([wrapped(name, nameWidth), wrapped(told, width - nameWidth - 2)], [nameWidth, width - nameWidth - 2], '  '),
  );
}

/** A text over as many lines as it takes, the first after `lead`, the others under it. */
export function hanging(lead: string, text: string, width: number): string[] {
  const indent = widthOf(lead);
  return wrapped(shown(text), width - indent).map((line, at) => (at === 0 ? lead : ' '.repeat(indent)) + line);
}

export type Drawn<Period> = {
  names: readonly string[];
  periods: readonly Period[];
  isEmpty(period: Period): boolean;
  /** The bar and the number of a column in a period. */
  bar(period: Period, column: number, width: number): string;
};

/** Periods down, columns across, a bar for each. */
export function timelineOf<Period extends { period: string }>(
  screen: Screen,
  { names, periods, isEmpty, bar }: Drawn<Period>,
): string[] {
  const labels = Math.max(...periods.map(({ period }) => widthOf(period)));
  const rest = screen.width - labels - 2;
  const each = Math.max(Math.floor((rest - BETWEEN.length * (names.length - 1)) / names.length), 8);
  const widths = [labels, ...names.map(() => each)];
  const row = ([label = '', ...cells]: string[]) =>
    `${padded(label, labels)}  ${beside(
      cells.map((cell) => [cell]),
      widths.slice(1),
      BETWEEN,
    ).join('')}`.trimEnd();
  const heads = names.map((name) => wrapped(shown(name), each));
  const head = beside(heads, widths.slice(1), BETWEEN).map((line) => `${' '.repeat(labels)}  ${line}`);
  const lines = runsOf(periods, isEmpty).map((run) =>
    run.is === 'gap'
      ? `${padded('⋮', labels)}  ${run.from} to ${run.to}: nothing`
      : row([run.period.period, ...names.map((_, column) => bar(run.period, column, each))]),
  );
  return [...head, ...lines];
}
