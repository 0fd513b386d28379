/** Eighths of a block. */
const PARTS = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

/** A bar for `count`, of which `most` takes the whole width. What is there at all is seen. */
export function barOf(count: number, most: number, width: number): string {
  if (count <= 0 || most <= 0) return '';
  const eighths = Math.max(1, Math.round((count / most) * width * 8));
  return '█'.repeat(Math.floor(eighths / 8)) + PARTS[eighths % 8];
}

/** A bar of several parts, each in a shade of its own; whole blocks, and at least one for each that is there. */
export function stackOf(counts: readonly number[], most: number, width: number): string {
  return counts
    .map((count, part) => {
      if (count <= 0 || most <= 0) return '';
      return (SHADES[part] as string).repeat(Math.max(1, Math.round((count / most) * width)));
    })
    .join('');
}

export const SHADES = ['█', '▓', '▒', '░'];
