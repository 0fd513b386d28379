import type { Engine } from '../../platform/engine/tables.ts';
import { getSpeaker } from '../../record/speakers/store.ts';
import { tokenize } from '../../text/words/token.ts';
import { searchRecord } from '../search/store.ts';

type Named = { id: string; name: string; aliases: readonly string[] };

const SPEAKERS_MAX = 20;

/**
 * Tells whether words that attribute a quotation name another speaker of the record than the one who is recorded: then
 * they name somebody, and neither they nor the names and aliases of those meet the recorded speaker's.
 */
export function attributions(engine: Engine) {
  const speakers = new Map<string, Named>();
  const named = new Map<string, Named[]>();

  async function speakerOf(id: string): Promise<Named> {
    const known = speakers.get(id) ?? (await getSpeaker(engine.read, id));
    speakers.set(id, known);
    return known;
  }

  async function namedBy(words: string): Promise<Named[]> {
    const known = named.get(words);
    if (known) return known;
    const tokens = tokensOf(words);
    const paging = { limit: SPEAKERS_MAX, after: null, count: false };
    const { items } = await searchRecord(engine, tokens.join(' OR '), ['speaker'], paging);
    const found: Named[] = [];
    for (const item of items) if (item.kind === 'speaker') found.push(await speakerOf(item.speaker.id));
    const meant = found.filter((speaker) => isNamed(speaker, tokens));
    named.set(words, meant);
    return meant;
  }

  return async function isAnother(words: string, recorded: string): Promise<boolean> {
    const meant = await namedBy(words);
    if (meant.length === 0) return false;
    const speaker = await speakerOf(recorded);
    if (isNamed(speaker, tokensOf(words))) return false;
    const own = namesOf(speaker);
    return meant.every((one) => !namesOf(one).some((name) => own.includes(name)));
  };
}

/** A name is meant by all of its words, by some of them alone, and by its last word whatever title stands before it. */
function isNamed(speaker: Named, words: readonly string[]): boolean {
  return namesOf(speaker).some((name) => {
    const own = name.split(' ');
    const isWhole = own.every((word) => words.includes(word));
    const isPart = words.every((word) => own.includes(word));
    return isWhole || isPart || (own.length > 1 && own.at(-1) === words.at(-1));
  });
}

function namesOf({ name, aliases }: Named): string[] {
  return [name, ...aliases].map((one) => tokensOf(one).join(' ')).filter((one) => one !== '');
}

function tokensOf(text: string): string[] {
  return tokenize(text).map(({ token }) => token);
}
