import type { Handle } from '../../platform/engine/tables.ts';
import { listDisputes } from '../../record/disputes/store.ts';
import { type Html, html, trusted } from '../frame/html.ts';

/** Colours and shapes that sides are told apart by. */
export const SIGNS = 6;
const DISPUTES_MAX = 200;

/** The sign of each side, the same on every page. */
export type Palette = { signOf(sideId: string | undefined): number };

type Side = { id: string; slug: string; name: string };

/** Signs are given in the order of the disputes, so that the sides of one differ as far as there are signs. */
export async function readPalette(from: Handle): Promise<Palette> {
  const { items } = await listDisputes(from, {}, { limit: DISPUTES_MAX, after: null, count: false });
  return paletteOf(items.map(({ sides }) => sides.map(({ id }) => id)));
}

export function paletteOf(disputes: readonly (readonly string[])[]): Palette {
  const signs = new Map<string, number>();
  for (const sides of disputes) {
    const taken = sides.map((id) => signs.get(id));
    for (const id of sides) {
      if (signs.has(id)) continue;
      const free = [...Array(SIGNS).keys()].find((sign) => !taken.includes(sign)) ?? signs.size % SIGNS;
      signs.set(id, free);
      taken.push(free);
    }
  }
  return { signOf: (id = '') => signs.get(id) ?? [...id].reduce((sum, one) => sum + one.charCodeAt(0), 0) % SIGNS };
}

/** Paths of the shapes around the origin, about twelve wide: circle, square, triangle, diamond, bar, ring. */
export const SHAPES: readonly string[] = [
  'M5.5,0A5.5,5.5,0,1,1,-5.5,0A5.5,5.5,0,1,1,5.5,0Z',
  'M-5,-5H5V5H-5Z',
  'M0,-6L6,5H-6Z',
  'M0,-6.5L6.5,0L0,6.5L-6.5,0Z',
  'M-6,-3H6V3H-6Z',
  'M6,0A6,6,0,1,1,-6,0A6,6,0,1,1,6,0ZM2.5,0A2.5,2.5,0,1,0,-2.5,0A2.5,2.5,0,1,0,2.5,0Z',
];

/** The mark of a sign beside the name of a side, which is always there. */
export function markOf(sign: number): Html {
  return trusted(
    `<svg class="mark" viewBox="-7 -7 14 14" width="12" height="12" aria-hidden="true"><path d="${SHAPES[sign % SIGNS]}"/></svg>`,
  );
}

/** Nothing, where no side is known. */
export function sideName(palette: Palette, side: Pick<Side, 'id' | 'name'> | null): Html | null {
  if (side === null) return null;
  const { id, name } = side;
  const sign = palette.signOf(id);
  return html`<span class="side s${sign}">${markOf(sign)}&#8288;<bdi>${name}</bdi></span>`;
}

/** The side, leading to what it said. */
export function sideLink(palette: Palette, side: Side | null): Html | null {
  if (side === null) return null;
  return html`<a class="plain" href="/statements?side=${side.slug}">${sideName(palette, side)}</a>`;
}
