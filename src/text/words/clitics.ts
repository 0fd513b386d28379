/**
 * What Arabic and Hebrew write onto the word that follows: the article, “and”, and prepositions of one letter, as they
 * come together, with the letters as words are folded.
 */
const ARABIC = ['ال', 'وال', 'فال', 'بال', 'كال', 'لل', 'ولل', 'و', 'ب', 'ل'];
const HEBREW = ['ה', 'וה', 'שה', 'מה', 'ו', 'ב', 'ל', 'מ', 'ש', 'כ', 'וב', 'ול', 'ומ'];
const ARTICLES = /^(?:ال|ה)/u;
/** Shorter words would be found in too many others. */
const LETTERS_MIN = 3;

/**
 * The forms under which a word that is searched for stands in texts besides itself: with what is written onto it, and
 * without the article that it is asked for with. None in other scripts. Only a search asks for them: a term has the
 * forms that its claim lists, and a quote those that it has.
 */
export function formsWithClitics(word: string): string[] {
  const clitics = /^\p{Script=Arabic}+$/u.test(word) ? ARABIC : /^\p{Script=Hebrew}+$/u.test(word) ? HEBREW : [];
  if (clitics.length === 0 || word.length < LETTERS_MIN) return [];
  const bare = word.replace(ARTICLES, '');
  const stems = bare.length < word.length && bare.length >= LETTERS_MIN ? [word, bare] : [word];
  const forms = stems.flatMap((stem) => [stem, ...clitics.map((clitic) => clitic + stem)]);
  return [...new Set(forms)].filter((form) => form !== word);
}
