import { lazily } from '../../platform/lazily.ts';
import { markupOf } from '../frame/html.ts';
import type { Locale } from '../frame/locale.ts';
import { dateIn } from '../parts/dates.ts';
import { SHAPES, SIGNS } from '../parts/palette.ts';

/** One statement in a chart. `isSure`: its own date is known to the day. */
export type Mark = { at: string; isSure: boolean; stance: string; sign: number; title: string };
export type Row = { label: string; marks: Mark[] };
export type Signs = { sign: number; name: string }[];

export type ChartWords = {
  title: string;
  description: string;
  /** How a date of the axis is written, given the days that the axis spans. */
  tick(date: Date, days: number): string;
};

/** Colours of a picture that is taken along; on a page the stylesheet says them, for both themes. */
export const COLOURS = ['#0067a3', '#b54a00', '#00785a', '#9c3f77', '#7a5c00', '#5b4a3a'];

/** Dates of an axis, as precise as its length asks for. */
export function tickIn(locale: Locale): ChartWords['tick'] {
  return (date, days) => dateIn(locale, date.toISOString().slice(0, days > 1500 ? 4 : days > 120 ? 7 : 10));
}

const scales = lazily<typeof import('d3-scale')>('d3-scale');

const STEP = 15;
const STACK_MAX = 8;
const LABEL = 24;
const PAD = 14;
const AXIS = 30;
const DAY_MS = 86_400_000;

/**
 * One row a claim: a mark for each statement at its date, those that support it above the line and those that deny it
 * below. A hollow mark has no date of its own that is known to the day.
 */
export function marksChart(rows: readonly Row[], width: number, words: ChartWords, id: string): string {
  const x = scaleOf(rows, width);
  const days = (Number(x.domain()[1]) - Number(x.domain()[0])) / DAY_MS;
  let top = 6;
  const parts: string[] = [];
  for (const row of rows) {
    const stacks = stacksOf(row, x);
    const [up, down] = [deepest(stacks, 'up'), deepest(stacks, 'down')];
    const line = top + LABEL + Math.max(up, 1) * STEP + 6;
    const bottom = line + down * STEP + 10;
    parts.push(
      text(0, top + 15, row.label, 'label'),
      `<line class="line" x1="${PAD}" x2="${width - PAD}" y1="${line}" y2="${line}" stroke="#767676"/>`,
      ...[...stacks.values()].flatMap((stack) => drawn(stack, line)),
    );
    top = bottom;
  }
  const last = Math.floor((width - 2 * PAD) / 90);
  const ticks = ticksOf(x, days, last).map((date) => {
    const at = round(x(date));
    return `<line class="grid" x1="${at}" x2="${at}" y1="${LABEL}" y2="${top}" stroke="#d0d0d0" stroke-dasharray="2 4"/>${text(at, top + 18, words.tick(date, days), 'tick', 'middle')}`;
  });
  const height = top + AXIS;
  return `<svg class="chart" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-desc" xmlns="http://www.w3.org/2000/svg" font-family="system-ui, sans-serif" font-size="13"><title id="${id}-title">${markupOf(words.title)}</title><desc id="${id}-desc">${markupOf(words.description)}</desc>${ticks.join('')}${parts.join('')}</svg>`;
}

type Stack = { x: number; up: Mark[]; down: Mark[] };

/** Marks that would lie on each other are stacked. */
function stacksOf(row: Row, x: ReturnType<typeof scaleOf>): Map<number, Stack> {
  const stacks = new Map<number, Stack>();
  for (const mark of row.marks) {
    const at = x(middleOf(mark.at));
    const bin = Math.round(at / STEP);
    const stack = stacks.get(bin) ?? { x: at, up: [], down: [] };
    (mark.stance === 'deny' ? stack.down : stack.up).push(mark);
    stacks.set(bin, stack);
  }
  return stacks;
}

function deepest(stacks: Map<number, Stack>, half: 'up' | 'down'): number {
  return Math.min(STACK_MAX + 1, Math.max(0, ...[...stacks.values()].map((stack) => stack[half].length)));
}

function drawn({ x, up, down }: Stack, line: number): string[] {
  const half = (marks: Mark[], sign: number) => [
    ...marks.slice(0, STACK_MAX).map((mark, at) => shape(mark, x, line + sign * (at + 0.75) * STEP)),
    ...(marks.length > STACK_MAX
      ? [text(x, line + sign * (STACK_MAX + 0.9) * STEP + 4, `+${marks.length - STACK_MAX}`, 'more', 'middle')]
      : []),
  ];
  return [...half(up, -1), ...half(down, 1)];
}

function shape({ sign, isSure, title }: Mark, x: number, y: number): string {
  const colour = COLOURS[sign % SIGNS];
  const paint = isSure
    ? `class="s${sign} full" fill="${colour}"`
    : `class="s${sign} hollow" fill="none" stroke="${colour}" stroke-width="1.6"`;
  return `<path ${paint} d="${SHAPES[sign % SIGNS]}" transform="translate(${round(x)} ${round(y)})"><title>${markupOf(title)}</title></path>`;
}

function scaleOf(rows: readonly Row[], width: number) {
  const times = rows.flatMap(({ marks }) => marks.map(({ at }) => middleOf(at).getTime()));
  const now = times.length === 0 ? [0] : times;
  const [first, latest] = [now.reduce((a, b) => Math.min(a, b)), now.reduce((a, b) => Math.max(a, b))];
  const room = Math.max((latest - first) * 0.04, DAY_MS * 0.6);
  return scales()
    .scaleUtc()
    .domain([new Date(first - room), new Date(latest + room)])
    .range([PAD, width - PAD]);
}

/** Whole days where they are few. */
function ticksOf(x: ReturnType<typeof scaleOf>, days: number, most: number): Date[] {
  if (days > most) return x.ticks(Math.max(2, most));
  const [from, to] = x.domain() as [Date, Date];
  const first = Math.ceil(from.getTime() / DAY_MS);
  return [...Array(Math.max(0, Math.floor(to.getTime() / DAY_MS) - first + 1)).keys()].map(
    (at) => new Date((first + at) * DAY_MS),
  );
}

/** The day itself, or the middle of what a coarse date covers. */
function middleOf(date: string): Date {
  const [year, month, day] = date.slice(0, 10).split('-');
  return new Date(`${year}-${month ?? '07'}-${day ?? (month ? '15' : '01')}T00:00:00Z`);
}

function text(x: number, y: number, words: string, name: string, anchor = 'start'): string {
  return `<text class="${name}" x="${round(x)}" y="${round(y)}" text-anchor="${anchor}" fill="#222">${markupOf(words)}</text>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
