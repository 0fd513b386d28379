import { lazily } from '../../platform/lazily.ts';
import { markupOf } from '../frame/html.ts';
import { COLOURS } from './marks.ts';

const scales = lazily<typeof import('d3-scale')>('d3-scale');
const curves = lazily<typeof import('d3-shape')>('d3-shape');

export type Series = { label: string; parts: { name: string; counts: number[]; tone: number }[] };

const ROW = 70;
const LABEL = 22;
const PAD = 14;
const AXIS = 28;

/** One row a series: how many statements each period has, in parts that stand on each other. */
export function periodsChart(
  series: readonly Series[],
  periods: readonly string[],
  width: number,
  words: { title: string; description: string; tick(period: string): string },
  id: string,
): string {
  const { scaleBand, scaleLinear } = scales();
  const { area, curveStepAfter } = curves();
  const x = scaleBand()
    .domain(periods)
    .range([PAD, width - PAD]);
  const highest = Math.max(1, ...series.flatMap((one) => periods.map((_period, at) => sumAt(one, at))));
  const y = scaleLinear()
    .domain([0, highest])
    .range([0, ROW - 10]);
  const edges = [...periods.keys(), periods.length].map((at) => PAD + at * x.step());
  const rows = series.map((one, row) => {
    const line = (row + 1) * (ROW + LABEL);
    const shapes = one.parts.map((part, of) => {
      const below = (at: number) => one.parts.slice(0, of).reduce((sum, earlier) => sum + (earlier.counts[at] ?? 0), 0);
      const at = (index: number) => Math.min(index, periods.length - 1);
      const path = area<number>()
        .x((_edge, index) => round(edges[index] as number))
        .y0((_edge, index) => round(line - y(below(at(index)))))
        .y1((_edge, index) => round(line - y(below(at(index)) + (part.counts[at(index)] ?? 0))))
        .curve(curveStepAfter)(edges);
      return `<path class="tone${part.tone}" fill="${COLOURS[part.tone]}" d="${path}"><title>${markupOf(part.name)}</title></path>`;
    });
    return `<text class="label" x="0" y="${line - ROW - 4}" fill="#222">${markupOf(one.label)}</text>${shapes.join('')}<line class="line" x1="${PAD}" x2="${width - PAD}" y1="${line}" y2="${line}" stroke="#767676"/>`;
  });
  const bottom = series.length * (ROW + LABEL);
  const every = Math.max(1, Math.ceil(periods.length / Math.max(1, Math.floor(width / 110))));
  const ticks = periods
    .map((period, at) => ({ period, at }))
    .filter(({ at }) => at % every === 0)
    .map(
      ({ period, at }) =>
        `<text class="tick" x="${round((edges[at] as number) + x.step() / 2)}" y="${bottom + 18}" text-anchor="middle" fill="#222">${markupOf(words.tick(period))}</text>`,
    );
  const height = bottom + AXIS;
  return `<svg class="chart" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-desc" xmlns="http://www.w3.org/2000/svg" font-family="system-ui, sans-serif" font-size="13"><title id="${id}-title">${markupOf(words.title)}</title><desc id="${id}-desc">${markupOf(words.description)}</desc>${rows.join('')}${ticks.join('')}</svg>`;
}

function sumAt({ parts }: Series, at: number): number {
  return parts.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0);
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
