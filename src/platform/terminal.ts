/** Rows under headings, each column as wide as its widest cell. */
export function tableOf(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const lines = [headings, ...rows];
  const widths = headings.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  return lines
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] as number))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const BAR_WIDTH = 24;
/** How often progress is told: where a person looks on, and where a log keeps every line. */
const [REDRAW_MS, RETELL_MS] = [100, 2000];

/** Tells on stderr how far a long command is: a bar on a terminal, now and then a line elsewhere. */
export class Progress {
  readonly #isTerminal = process.stderr.isTTY === true;
  #toldAt = Date.now();
  #isDrawn = false;

  /** `done` is the share of the work that is done, from 0 to 1. */
  tell(done: number, words: string): void {
    const now = Date.now();
    if (now - this.#toldAt < (this.#isTerminal ? REDRAW_MS : RETELL_MS)) return;
    this.#toldAt = now;
    const percent = `${Math.floor(done * 100)} %`.padStart(5);
    if (!this.#isTerminal) {
      process.stderr.write(`${percent}  ${words}\n`);
      return;
    }
    const full = Math.round(done * BAR_WIDTH);
    process.stderr.write(`\r\x1b[K${'█'.repeat(full)}${'░'.repeat(BAR_WIDTH - full)} ${percent}  ${words}`);
    this.#isDrawn = true;
  }

  /** Takes the bar away; what follows says how it ended. */
  end(): void {
    if (this.#isDrawn) process.stderr.write('\r\x1b[K');
  }
}
