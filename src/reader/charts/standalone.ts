import { markupOf } from '../frame/html.ts';
import { SHAPES, SIGNS } from '../parts/palette.ts';
import { COLOURS, type Signs } from './marks.ts';

type Around = { title: string; source: string; address: string; signs: Signs; isMarks: boolean };

const HEAD = 64;
const FOOT = 26;

/** A chart that says by itself what it shows, what its marks mean, and where it comes from. */
export function titled(chart: string, { title, source, address, signs, isMarks }: Around): string {
  const [, width = '', height = ''] = /viewBox="0 0 (\d+) (\d+)"/.exec(chart) ?? [];
  const [w, h] = [Number(width) + 32, Number(height) + HEAD + FOOT];
  let x = 16;
  const legend = signs.map(({ sign, name }) => {
    const at = x;
    x += 30 + name.length * 7.5;
    const shape = isMarks
      ? `<path fill="${COLOURS[sign % SIGNS]}" transform="translate(${at + 6} 48)" d="${SHAPES[sign % SIGNS]}"/>`
      : `<rect fill="${COLOURS[sign % SIGNS]}" x="${at}" y="42" width="12" height="12"/>`;
    return `${shape}<text x="${at + 18}" y="52" fill="#222">${markupOf(name)}</text>`;
  });
  const inner = chart.replace('<svg ', '<svg x="16" y="64" ');
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${w} ${h}" width="${w}" height="${h}" font-family="system-ui, sans-serif" font-size="13"><title>${markupOf(title)}</title><rect width="${w}" height="${h}" fill="#fff"/><text x="16" y="28" font-size="19" font-weight="600" fill="#111">${markupOf(title)}</text>${legend.join('')}${inner}<text x="16" y="${h - 10}" font-size="11" fill="#555">${markupOf(`${source} · ${address}`.slice(0, 130))}</text></svg>`;
}
