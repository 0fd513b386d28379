import { cut } from './columns.ts';

const BAR_WIDTH = 24;
/** How often progress is told: where a person looks on, and where a log keeps every line. */
const [REDRAW_MS, RETELL_MS] = [100, 2000];
/** The rate is that of so long a time. */
const RATE_MS = 10_000;
/** The time that is left is told once so much has passed: before, it would be a guess. */
const LEFT_AFTER_MS = 1000;

/** Tells on stderr how far a long command is: a bar on a terminal, now and then a line elsewhere. */
export type Progress = {
  /** `share` is how much of the work is done, from 0 to 1, or null where nobody knows; `count` is how many units. */
  tell(share: number | null, count: number, words: string): void;
  /** Takes the bar away; what follows says how it ended. */
  end(): void;
};

type Watched = { isTTY?: boolean; columns?: number; write(text: string): unknown };

/** `unit` is what is counted: `lines`, `pages`. */
export function progressOf(
  unit: string,
  { stream = process.stderr, clock = Date.now }: { stream?: Watched; clock?: () => number } = {},
): Progress {
  const isTerminal = stream.isTTY === true;
  let passed: Passed[] = [{ at: clock(), share: 0, count: 0 }];
  let toldAt = clock();
  let isDrawn = false;
  return {
    tell(share, count, words) {
      const at = clock();
      if (at - toldAt < (isTerminal ? REDRAW_MS : RETELL_MS)) return;
      toldAt = at;
      passed = [...passed.filter((then, index) => at - then.at <= RATE_MS || index === passed.length - 1)];
      const reached = { at, share: share ?? 0, count };
      const told = [words, ...speedOf(passed[0] as Passed, reached, unit)].join(' · ');
      passed.push(reached);
      const percent = share === null ? '' : `${Math.floor(share * 100)} %`.padStart(5);
      if (!isTerminal) {
        stream.write(`${percent}${percent && '  '}${told}\n`);
        return;
      }
      const full = Math.round(Math.min(Math.max(share ?? 0, 0), 1) * BAR_WIDTH);
      const bar = share === null ? '' : `${'█'.repeat(full)}${'░'.repeat(BAR_WIDTH - full)} ${percent}  `;
      // A line that is broken could not be drawn again in its place.
      stream.write(`\r\x1b[K${cut(`${bar}${told}`, (stream.columns ?? 80) - 1)}`);
      isDrawn = true;
    },
    end() {
      if (isDrawn) stream.write('\r\x1b[K');
      isDrawn = false;
    },
  };
}

type Passed = { at: number; share: number; count: number };

/** How fast it goes, and how long it will take if it goes on like this. */
function speedOf(from: Passed, to: Passed, unit: string): string[] {
  const ms = to.at - from.at;
  if (ms <= 0 || to.count <= from.count) return [];
  const rate = `${inDigits(((to.count - from.count) * 1000) / ms)} ${unit}/s`;
  if (ms < LEFT_AFTER_MS || to.share <= from.share) return [rate];
  return [rate, `${asTime(((1 - Math.min(to.share, 1)) * ms) / (to.share - from.share))} left`];
}

function inDigits(rate: number): string {
  return rate.toLocaleString('en', { maximumSignificantDigits: 3 });
}

function asTime(ms: number): string {
  const seconds = Math.max(1, Math.round(ms / 1000));
  const [hours, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (part: number) => String(part).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
