/** Seeded chance, so that a record of one size is the same on every machine (mulberry32). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0, below 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = this.#state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number from 0, below `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  happens(share: number): boolean {
    return this.next() < share;
  }

  oneOf<Item>(items: readonly Item[]): Item {
    return items[this.below(items.length)] as Item;
  }

  /** A place among `size` of which the first is the likeliest, the second half as likely, the third a third … (Zipf). */
  rankOf(size: number): number {
    return Math.min(size - 1, Math.floor(Math.exp(this.next() * Math.log(size + 1)) - 1));
  }
}

const SYLLABLES =
  'ba be bo da de di do fa fi ga go ka ke ki la le li lo ma me mi mo na ne no pa pe ra re ri ro sa se si so ta te ti to va ve'.split(
    ' ',
  );

/** Words that no language has, the same for one seed; the first of them are to be the most frequent. */
export function vocabulary(chance: Chance, size: number): string[] {
  const words = new Set<string>([
    'the',
    'of',
    'to',
    'and',
    'in',
    'that',
    'corridor',
    'blockade',
    'limited',
    'access',
    'no',
    'not',
  ]);
  while (words.size < size) {
    let word = '';
    for (let syllables = 2 + chance.below(3); syllables > 0; syllables -= 1) word += chance.oneOf(SYLLABLES);
    words.add(word);
  }
  return [...words];
}
