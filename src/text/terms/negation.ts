/** Words by which a language denies, and how they stand to what they deny. All in folded form: lower case, no accents. */
type Negation = {
  /** Whether two negations in a clause are one, as in "no hay ningún bloqueo", where elsewhere they cancel out. */
  concord: boolean;
  /** Deny what follows them in the clause: "no blockade", "not a blockade", "denied any blockade". */
  before: readonly string[];
  /** Begin with a negation and negate nothing: "no doubt", "not only". */
  affirming: readonly (readonly string[])[];
  /** Deny what stands before them in the clause: "blokada yoxdur", "the blockade never existed"; `.` is its end. */
  after: readonly (readonly string[])[];
  /** What is done to a thing that is there: "did not lift the blockade" is a use of the word. */
  handling: readonly string[];
  /** What distances the speaker from the word that follows: "so-called"; `*` is others, in one word or a few. */
  distancing: readonly (readonly string[])[];
  /** The same, from the word that comes before: "the blockade, as they call it". */
  distancingAfter: readonly (readonly string[])[];
};

const NONE: Negation = {
  concord: false,
  before: [],
  affirming: [],
  after: [],
  handling: [],
  distancing: [],
  distancingAfter: [],
};

const words = (text: string): string[] => text.split(' ');
const phrases = (text: string): string[][] => text.split(', ').map(words);

/** The phrases, and those that are split by an apostrophe: "doesn’t exist" is read as `doesn`, `t` and `exist`. */
function withApostrophes(some: string[][]): string[][] {
  const split = (phrase: string[]) =>
    phrase.flatMap((word) => (/^[a-z]{2,5}nt$/.test(word) ? [word.slice(0, -1), 't'] : word));
  return [...some, ...some.map(split).filter((phrase, at) => phrase.length > (some[at] as string[]).length)];
}

const BY_LANGUAGE: Record<string, Negation> = {
  en: {
    concord: false,
    before: words(
      'no not never without nor neither none cannot cant isnt wasnt arent werent hasnt havent hadnt doesnt dont didnt wont wouldnt aint ' +
        'deny denies denied denying reject rejects rejected rejecting refute refutes refuted refuting dismiss dismisses dismissed dismissing',
    ),
    affirming: phrases(
      'no doubt, without doubt, without a doubt, no question that, without question, not only, not just, not merely, not simply, not solely, ' +
        'not least, isn t just, isn t only, isn t merely, isn t simply, wasn t just, wasn t only',
    ),
    after: withApostrophes(
      phrases(
        'does not exist, did not exist, doesnt exist, didnt exist, do not exist, dont exist, never existed, has never existed, never happened, ' +
          'did not happen, didnt happen, did not take place, didnt take place, never took place, was never imposed, ' +
          'was not imposed ., wasnt imposed ., is not real ., isnt real ., was not real ., wasnt real ., is nonexistent, is non existent, is a myth, is a lie, ' +
          'is a hoax, is a fiction, is an invention, is fiction, is fake, is false, is untrue',
      ),
    ),
    handling: words(
      'lift lifted lifting end ended ending stop stopped stopping break broken breaking remove removed removing continue continued maintain ' +
        'maintained tolerate accept accepted allow allowed recognize recognise ignore ignored forget forgot forgotten survive endure justify excuse condone ease ' +
        'because despite until during under amid',
    ),
    distancing: phrases(
      'so called, socalled, what * call, what * calls, what * called, what * describe as, what * describes as, what * described as, ' +
        'what is called, what was called, what s called, what is described as, what was described as',
    ),
    distancingAfter: phrases('as * call it, as * calls it, as * called it'),
  },
  de: {
    concord: false,
    before: words(
      'kein keine keinen keiner keinem keines nicht nie niemals ohne weder noch bestreitet bestritt dementiert dementierte',
    ),
    affirming: phrases(
      'nicht nur, nicht bloss, nicht allein, kein zweifel, keinen zweifel, ohne zweifel, ohne jeden zweifel, ohne jeglichen zweifel',
    ),
    after: phrases('gibt es nicht, existiert nicht, gab es nicht, gab es nie'),
    handling: words('aufheben aufgehoben beenden beendet brechen trotz wahrend wegen'),
    distancing: phrases('sogenannte, sogenannten, sogenannter, sogenanntes, so genannte, so genannten'),
    distancingAfter: [],
  },
  fr: {
    concord: true,
    before: words('pas aucun aucune sans jamais ni nie nient dement'),
    affirming: phrases('pas seulement, sans doute, sans aucun doute, aucun doute, pas de doute'),
    after: phrases('n existe pas, n a jamais existe, n a pas eu lieu'),
    handling: words('lever leve levee mettre fin malgre pendant'),
    distancing: phrases('soi disant, pretendu, pretendue, pretendus, pretendues, ce qu ils appellent'),
    distancingAfter: [],
  },
  es: {
    concord: true,
    before: words('no ningun ninguna sin nunca jamas ni niega niegan nego'),
    affirming: phrases(
      'no solo, no solamente, sin duda, sin ninguna duda, sin lugar a dudas, no hay duda, no hay ninguna duda, no cabe duda, ninguna duda',
    ),
    after: phrases('no existe, no existio, nunca existio'),
    handling: words('levantar levanto terminar acabar pese durante'),
    distancing: phrases('llamado, llamada, llamados, llamadas, supuesto, supuesta, lo que llaman'),
    distancingAfter: [],
  },
  ru: {
    concord: true,
    before: words(
      'не нет никакои никакого никакая никаких без ни отрицает отрицают отрицал отвергает отвергают отверг',
    ),
    affirming: phrases('не только, не просто, нет сомнении, нет никаких сомнении, никаких сомнении, без сомнения'),
    after: phrases('нет, не существует, не было, не существовало'),
    handling: words('снять сняли снимать прекратить прекращать несмотря во'),
    distancing: phrases(
      'так называемая, так называемои, так называемую, так называемыи, так называемого, так называемое, так называемые, так называемых',
    ),
    distancingAfter: [],
  },
  az: {
    concord: true,
    before: words('hec'),
    affirming: [],
    after: phrases('yoxdur, deyil, olmayib, movcud deyil'),
    handling: [],
    distancing: phrases('sozde, qondarma'),
    distancingAfter: [],
  },
  tr: {
    concord: true,
    before: words('hicbir'),
    affirming: [],
    after: phrases('yok, yoktur, degil, degildir'),
    handling: [],
    distancing: phrases('sozde, sozum ona'),
    distancingAfter: [],
  },
  hy: {
    concord: true,
    before: words('ոչ չկա առանց'),
    affirming: [],
    after: phrases('չկա, չի եղել, գոյություն չունի'),
    handling: [],
    distancing: phrases('այսպես կոչված'),
    distancingAfter: [],
  },
};

/** The negations of a language; of one that is not known here none. The region is of no matter. */
export function negationsIn(language: string): Negation {
  return BY_LANGUAGE[language.split('-', 1)[0] as string] ?? NONE;
}
