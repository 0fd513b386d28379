import { type Node, nodeOf } from './json-ld.ts';
import { shortened, wordsOf } from './plain.ts';

/** The publisher's label; null when it gave none. A number is no label. */
export function labelOf(review: Node, warnings: string[]): string | null {
  const rating = nodeOf(review.reviewRating) ?? {};
  const said = [
    wordsOf(rating.alternateName),
    lone(review.reviewRating),
    lone(rating.name),
    lone(rating.ratingValue),
    categoryOf(review),
  ];
  const label = said.find((one) => one !== null) ?? null;
  if (label === null) return null;
  const short = shortened(label, 200);
  if (short !== label) warnings.push('label-shortened');
  return short;
}

/** Words that stand where an object or a number should. */
function lone(value: unknown): string | null {
  const words = typeof value === 'string' || Array.isArray(value) ? wordsOf(value) : null;
  return words === null || numberOf(words) !== null ? null : words;
}

/** What a MediaReview found: `DecontextualizedContent`, without the address of the term. */
function categoryOf(review: Node): string | null {
  const category = wordsOf(review.mediaAuthenticityCategory);
  return category === null ? null : category.replace(/^.*[/#]/, '').replace(/Category$/, '') || null;
}

type Numbers = { value?: number; best?: number; worst?: number };

/**
 * The numbers of a rating, where they make sense together. A scale without extent and a value outside its scale say
 * nothing (−1 is how some write that there is none): they are left out and told so.
 */
export function ratingOf(rating: Node, warnings: string[]): Numbers {
  const value = numberOf(rating.ratingValue);
  const best = numberOf(rating.bestRating);
  const worst = numberOf(rating.worstRating);
  const hasScale = best !== null && worst !== null;
  if (hasScale && best <= worst) {
    if (!(best === -1 && worst === -1)) warnings.push('scale-left-out');
    return {};
  }
  const isSentinel = value === -1 && !(worst !== null && worst < 0);
  const isOutside = value !== null && ((best !== null && value > best) || (worst !== null && value < worst));
  if (isOutside && !isSentinel) warnings.push('rating-out-of-scale');
  return {
    ...(value !== null && !isSentinel && !isOutside && { value }),
    ...(best !== null && best !== -1 && { best }),
    ...(worst !== null && worst !== -1 && { worst }),
  };
}

function numberOf(value: unknown): number | null {
  const text =
    typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim().replace(',', '.') : '';
  if (!/^[-−+]?\d{1,9}(?:\.\d{1,9})?$/.test(text)) return null;
  return Number(text.replace('−', '-').replace('+', ''));
}
