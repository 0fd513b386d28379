import { Kind, type Kinds } from './grammar.ts';
import { Gap, type Sentence } from './sentence.ts';

const { not, no, nobody, any, the, be, exist, make, call, talk, myth, aux, of, prep, rather, that, clause, what } =
  Kind;
/** Words of a subject after its head, and between the parts of its predicate. */
const SUBJECT_MAX = 9;
const PREDICATE_MAX = 2;

/**
 * What is said of a noun phrase as a subject, that concerns its being: `exists`, `made` ("was imposed"), `none` ("is a
 * myth", or of a claim "is false"), `so` ("is real"); null where it is something else.
 */
export type Said = { says: 'exists' | 'made' | 'none' | 'so'; negations: number; isLast: boolean } | null;

/** Reads to the right of the subject, whose last word stands at `at`, to the end of the clause. */
export function predicateAfter(
  { kinds, gaps }: Sentence,
  at: number,
  { isClaim, withoutCopula }: { isClaim: boolean; withoutCopula: boolean },
): Said {
  let negations = 0;
  let isVerb = false;
  let isPassive = false;
  let unknown = 0;
  for (let next = at + 1; next < kinds.length && next - at <= SUBJECT_MAX + PREDICATE_MAX; next += 1) {
    const here = kinds[next] as Kinds;
    const gap = gaps[next] as number;
    // "Кто говорит о войне, тот лжет."
    const isResumed = isClaim && gap === Gap.comma && withoutCopula && !isVerb && (here & (the | Kind.false)) !== 0;
    if (gap !== Gap.none && !isResumed) {
      if (isVerb || !(gap === Gap.dash && withoutCopula)) return null;
      isVerb = true;
    }
    if ((here & exist) !== 0 && (here & aux) === 0) {
      const after = next + 1 < kinds.length && gaps[next + 1] === Gap.none ? (kinds[next + 1] as Kinds) : null;
      if ((here & not) !== 0) negations += 1;
      // “There is no end to T” turned round: what follows is what is not there.
      const isOther = after === 0 || (after !== null && (after & clause) !== 0 && (after & prep) !== 0);
      if (isOther && (here & not) !== 0 && withoutCopula) return null;
      if (after !== null && (after & not) !== 0) negations += 1;
      return { says: 'exists', negations, isLast: after === null };
    }
    if ((here & myth) !== 0 && (isVerb || withoutCopula || (here & be) !== 0))
      return { says: 'none', negations, isLast: true };
    if (isClaim && (here & Kind.false) !== 0 && (here & talk) === 0) return { says: 'none', negations, isLast: true };
    // "Reports of a coup were denied."
    if (isClaim && isPassive && (here & (Kind.deny | Kind.reject)) !== 0)
      return { says: 'none', negations, isLast: isEnd(next) };
    if ((here & Kind.true) !== 0 && (isVerb || negations > 0)) return { says: 'so', negations, isLast: isEnd(next) };
    if ((here & (clause | Kind.if | that | what)) !== 0) return null;
    // Only where it is done to the subject: "no blockade was imposed", not "no blockade will break us".
    if ((here & make) !== 0 && (isPassive || (withoutCopula && negations > 0))) {
      if ((here & not) !== 0) negations += 1;
      return { says: 'made', negations, isLast: isEnd(next) };
    }
    if ((here & not) !== 0) negations += 1;
    if ((here & be) !== 0) isPassive = true;
    if ((here & (be | aux)) !== 0 || (here & not) !== 0) {
      isVerb = true;
      unknown = 0;
      continue;
    }
    if (here === 0 || (here & (nobody | call)) !== 0) {
      unknown += 1;
      if (isVerb && (negations > 0 || unknown > PREDICATE_MAX)) return null;
    }
    // "Haben sich als falsch erwiesen".
    if ((here & Kind.in) !== 0 && ((kinds[next + 1] ?? 0) & Kind.false) !== 0) continue;
    if ((here & (of | prep | Kind.in | no | rather)) !== 0 && isVerb) return null;
    if ((here & (any | the)) !== 0) continue;
  }
  return null;

  function isEnd(here: number): boolean {
    return here + 1 === kinds.length || gaps[here + 1] !== Gap.none;
  }
}
