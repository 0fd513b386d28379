/** Words by which a language denies, and how they stand to what they deny. All in folded form: lower case, no accents. */
type Negation = {
  /** Whether two negations in a clause are one, as in "no hay ningún bloqueo", where elsewhere they cancel out. */
  concord: boolean;
  /** Deny what follows them in the clause: "no blockade", "not a blockade", "denied any blockade". */
  before: readonly string[];
  /** Deny what stands before them in the clause: "blokada yoxdur", "the blockade never existed". */
  after: readonly (readonly string[])[];
  /** What is done to a thing that is there: "did not lift the blockade" is a use of the word. */
  handling: readonly string[];
  /** What distances the speaker from the word that follows: "so-called". */
  distancing: readonly (readonly string[])[];
};

const NONE: Negation = { concord: false, before: [], after: [], handling: [], distancing: [] };

const words = (text: string): string[] => text.split(' ');
const phrases = (text: string): string[][] => text.split(', ').map(words);

const BY_LANGUAGE: Record<string, Negation> = {
  en: {
    concord: false,
    before: words(
      'no not never without nor neither none cannot cant isnt wasnt arent werent hasnt havent hadnt doesnt dont didnt wont wouldnt aint ' +
        'deny denies denied denying reject rejects rejected rejecting refute refutes refuted refuting dismiss dismisses dismissed dismissing',
    ),
    after: phrases(
      'does not exist, did not exist, doesnt exist, didnt exist, do not exist, never existed, has never existed, never happened, did not happen, ' +
        'didnt happen, did not take place, never took place, is a myth, is a lie, is a fiction, is an invention, is fiction, is fake, is false, is untrue',
    ),
    handling: words(
      'lift lifted lifting end ended ending stop stopped stopping break broken breaking remove removed removing continue continued maintain ' +
        'maintained tolerate accept accepted allow allowed recognize recognise ignore ignored forget survive endure justify excuse condone ease ' +
        'because despite until during under amid',
    ),
    distancing: phrases(
      'so called, socalled, what they call, what he calls, what she calls, what it calls, what they called, what he called, what she called, what some call, what others call',
    ),
  },
  de: {
    concord: false,
    before: words(
      'kein keine keinen keiner keinem keines nicht nie niemals ohne weder noch bestreitet bestritt dementiert dementierte',
    ),
    after: phrases('gibt es nicht, existiert nicht, gab es nicht, gab es nie'),
    handling: words('aufheben aufgehoben beenden beendet brechen trotz wahrend wegen'),
    distancing: phrases('sogenannte, sogenannten, sogenannter, sogenanntes, so genannte, so genannten'),
  },
  fr: {
    concord: true,
    before: words('pas aucun aucune sans jamais ni nie nient dement'),
    after: phrases('n existe pas, n a jamais existe, n a pas eu lieu'),
    handling: words('lever leve levee mettre fin malgre pendant'),
    distancing: phrases('soi disant, pretendu, pretendue, pretendus, pretendues, ce qu ils appellent'),
  },
  es: {
    concord: true,
    before: words('no ningun ninguna sin nunca jamas ni niega niegan nego'),
    after: phrases('no existe, no existio, nunca existio'),
    handling: words('levantar levanto terminar acabar pese durante'),
    distancing: phrases('llamado, llamada, llamados, llamadas, supuesto, supuesta, lo que llaman'),
  },
  ru: {
    concord: true,
    before: words(
      'не нет никакои никакого никакая никаких без ни отрицает отрицают отрицал отвергает отвергают отверг',
    ),
    after: phrases('нет, не существует, не было, не существовало'),
    handling: words('снять сняли снимать прекратить прекращать несмотря во'),
    distancing: phrases(
      'так называемая, так называемои, так называемую, так называемыи, так называемого, так называемое, так называемые, так называемых',
    ),
  },
  az: {
    concord: true,
    before: words('hec'),
    after: phrases('yoxdur, deyil, olmayib, movcud deyil'),
    handling: [],
    distancing: phrases('sozde, qondarma'),
  },
  tr: {
    concord: true,
    before: words('hicbir'),
    after: phrases('yok, yoktur, degil, degildir'),
    handling: [],
    distancing: phrases('sozde, sozum ona'),
  },
  hy: {
    concord: true,
    before: words('ոչ չկա առանց'),
    after: phrases('չկա, չի եղել, գոյություն չունի'),
    handling: [],
    distancing: phrases('այսպես կոչված'),
  },
};

/** The negations of a language; of one that is not known here none. The region is of no matter. */
export function negationsIn(language: string): Negation {
  return BY_LANGUAGE[language.split('-', 1)[0] as string] ?? NONE;
}
