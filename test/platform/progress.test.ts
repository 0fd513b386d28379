import { describe, expect, test } from 'vitest';
import { widthOf } from '../../src/platform/columns.ts';
import { progressOf } from '../../src/platform/progress.ts';

/** Back to the start of the line, which is made empty. */
const AGAIN = '\r\u001b[K';

/** What is written to a stream while 100,000 lines are read at 4,000 a second, told every 100 ms. */
function watched(stream: { isTTY: boolean; columns?: number }): string[] {
  let now = 0;
  const written: string[] = [];
  const progress = progressOf('lines', {
    stream: { ...stream, write: (text) => written.push(text) },
    clock: () => now,
  });
  for (let count = 0; count <= 100_000; count += 400) {
    progress.tell(count / 100_000, count, `${count} of 100000 lines`);
    now += 100;
  }
  progress.end();
  return written;
}

describe('progress', () => {
  test('on a terminal is a bar that is drawn in its place, with rate and time left, and goes at the end', () => {
    const written = watched({ isTTY: true, columns: 100 });
    expect(written.length).toBeGreaterThan(200);
    expect(written[125]?.replace(AGAIN, '')).toMatch(
      /^█{12}░{12} {2}50 % {2}50400 of 100000 lines · 4,000 lines\/s · 0:12 left$/,
    );
    for (const text of written) expect(text.startsWith(AGAIN)).toBe(true);
    expect(written.at(-1)).toBe(AGAIN);
    expect(written.join('')).not.toContain('\n');
  });

  test('is never wider than the terminal', () => {
    for (const columns of [20, 60])
      for (const text of watched({ isTTY: true, columns }))
        expect(widthOf(text.replace(AGAIN, ''))).toBeLessThan(columns);
  });

  test('elsewhere is a plain line now and then', () => {
    const written = watched({ isTTY: false });
    expect(written).toHaveLength(12);
    expect(written[5]).toBe(' 48 %  48000 of 100000 lines · 4,000 lines/s · 0:13 left\n');
    for (const line of written) expect(line).toMatch(/^[ -~·]+\n$/);
  });

  test('says no time that is left before there is something to reckon it from', () => {
    let now = 0;
    const written: string[] = [];
    const stream = { isTTY: true, write: (text: string) => written.push(text) };
    const progress = progressOf('pages', { stream, clock: () => now });
    now = 200;
    progress.tell(0, 0, '0 of 10 pages');
    now = 400;
    progress.tell(0.1, 1, '1 of 10 pages');
    expect(written.join('')).not.toContain('left');
    progress.tell(0.1, 1, 'told again at once');
    expect(written).toHaveLength(2);
  });
});
