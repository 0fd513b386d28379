import { rank } from '../../derived/full-text/rank.ts';
import type { Handle } from '../../platform/engine/tables.ts';
import type { SpeakerKind } from '../../record/speakers/speaker.ts';
import { EVERY } from '../../text/words/match.ts';
import { findWording, wordsOf } from '../../text/words/token.ts';

export type Named = { id: string; kind: SpeakerKind; names: string[] };

const CANDIDATES_MAX = 50;
/** What stands before the last part of a name without being another first name. */
const TITLES = new Set(
  (
    'mr mrs ms miss mx dr prof professor sir dame lord lady president vice prime first deputy foreign interior defense defence finance justice health ' +
    'minister premier chancellor secretary senator sen rep representative congressman congresswoman governor gov mayor councillor councilor ' +
    'ambassador envoy commissioner director chief chair chairman chairwoman judge justice general gen colonel captain admiral pope king queen ' +
    'prince princess spokesperson spokesman spokeswoman the of and former acting ' +
    'herr frau präsident präsidentin minister ministerin kanzler m mme monsieur madame président ministre premier señor señora presidente ministro ' +
    'президент министр премьер господин госпожа міністр'
  ).split(' '),
);

/**
 * The speakers of the record that words of a text name: whose name or alias is among them, of persons also by the last
 * part of it behind a title ("Minister Oskell"). Of several the ones that are named most fully. None where the words name nobody here.
 */
export async function speakersNamed(from: Handle, words: string): Promise<Named[]> {
  const tokens = wordsOf(words);
  if (tokens.length === 0 || !/[\p{Lu}\p{Lt}\p{Lo}]/u.test(words)) return [];
  const wordings = [...new Set(tokens)].map((token) => ({ tokens: [token], prefix: false }));
  const query = { any: wordings.map((wording) => ({ all: [wording], none: [] })) };
  const match = { facets: [[EVERY.speaker]], terms: null, query };
  const { ranked } = await rank(from, { match, conditions: [] }, wordings, null);
  const speakers = await speakersOf(
    from,
    ranked.slice(0, CANDIDATES_MAX).map(({ id }) => id),
  );
  const scored = speakers.map((speaker) => ({
    speaker,
    score: Math.max(...speaker.names.map(scoreWith(speaker, tokens))),
  }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return best === 0 ? [] : scored.filter(({ score }) => score === best).map(({ speaker }) => speaker);
}

/** How many of a name's words the text has: all of them, or its last ones. */
function scoreWith({ kind }: Named, tokens: readonly string[]) {
  return (name: string): number => {
    const own = wordsOf(name);
    if (own.length > 0 && findWording(tokens, { tokens: own, prefix: false }).length > 0) return own.length + 0.5;
    if (findWording(own, { tokens, prefix: false }).length > 0) return tokens.length;
    if (kind !== 'person') return 0;
    for (let length = Math.min(tokens.length, own.length); length > 0; length -= 1) {
      const isLast = tokens.slice(-length).join(' ') === own.slice(-length).join(' ');
      if (isLast && tokens.slice(0, -length).every((token) => TITLES.has(token))) return length;
    }
    return 0;
  };
}

/** Whether two speakers may be one: every word of a name or alias of the one is in a name or alias of the other. */
export function namesMeet(one: readonly string[], other: readonly string[]): boolean {
  const others = other.map(wordsOf);
  return one.map(wordsOf).some((words) =>
    others.some((theirs) => {
      const [few, many] = words.length <= theirs.length ? [words, theirs] : [theirs, words];
      return few.length > 0 && few.every((word) => many.includes(word));
    }),
  );
}

async function speakersOf(from: Handle, ids: readonly string[]): Promise<Named[]> {
  if (ids.length === 0) return [];
  const rows = await from.query(
    'all names of speakers',
    ({ db, t, oneOf }) => {
      const { id, kind, name, aliases } = t.speakers;
      return db.select({ id, kind, name, aliases }).from(t.speakers).where(oneOf(id, 'ids'));
    },
    { ids: [...ids] },
  );
  return rows.map(({ id, kind, name, aliases }) => ({ id, kind, names: [name, ...aliases] }));
}
