import { cpus } from 'node:os';

/** One of the sorted numbers: at 0.5 the median, at 0.99 the 99th percentile. */
export function quantile(sorted: readonly number[], at: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * at))] ?? 0;
}

export function median(numbers: readonly number[]): number {
  return quantile(
    numbers.toSorted((a, b) => a - b),
    0.5,
  );
}

export function figure(n: number): string {
  return n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n.toFixed(2);
}

/** What figures were taken on. */
export function machine(engine: string): string {
  const [first] = cpus();
  return `${engine}, Node ${process.version}, ${cpus().length} × ${first?.model}, ${new Date().toISOString().slice(0, 10)}`;
}

/** A table in Markdown, with a row for each name and a column for each size. */
export function printTable<Row extends { name: string; size: number | 'demo' }>(
  title: string,
  rows: readonly Row[],
  show: (row: Row) => string,
): void {
  const sizes = [...new Set(rows.map(({ size }) => size))];
  console.log(
    `\n| ${title} | ${sizes.map((size) => (size === 'demo' ? 'the demo' : size.toLocaleString('en'))).join(' | ')} |`,
  );
  console.log(`|---|${sizes.map(() => '---').join('|')}|`);
  for (const name of new Set(rows.map((row) => row.name))) {
    const cells = sizes.map((size) => {
      const row = rows.find((one) => one.name === name && one.size === size);
      return row ? show(row) : '–';
    });
    console.log(`| ${name} | ${cells.join(' | ')} |`);
  }
}
