import { type Html, html } from '../frame/html.ts';
import type { Locale, WordName } from '../frame/locale.ts';

export type Tone = 'good' | 'fair' | 'bad' | 'unknown';
type Verdict = { word: WordName; mark: string; tone: Tone };

/** What a check of a quote found: a word, then a mark, then a colour. */
const VERDICTS: Record<string, Verdict> = {
  exact: { word: 'exact', mark: '✓', tone: 'good' },
  normalized: { word: 'normalized', mark: '✓', tone: 'good' },
  elided: { word: 'elided', mark: '✓', tone: 'good' },
  ambiguous: { word: 'ambiguous', mark: '=', tone: 'fair' },
  altered: { word: 'altered', mark: '≠', tone: 'bad' },
  misattributed: { word: 'misattributed', mark: '≠', tone: 'bad' },
  spliced: { word: 'spliced', mark: '≠', tone: 'bad' },
  'not-found': { word: 'notFound', mark: '✕', tone: 'bad' },
  'no-text': { word: 'noText', mark: '?', tone: 'unknown' },
  unchanged: { word: 'unchanged', mark: '✓', tone: 'good' },
  moved: { word: 'moved', mark: '✓', tone: 'good' },
  gone: { word: 'gone', mark: '✕', tone: 'bad' },
};

const DIFFERENCES: Record<string, WordName> = {
  negation: 'differsNegation',
  numbers: 'differsNumbers',
  words: 'differsWords',
  brackets: 'differsBrackets',
  accents: 'differsAccents',
  punctuation: 'differsPunctuation',
  case: 'differsCase',
};

const WARNINGS: Record<string, WordName> = {
  'outside-quotation-marks': 'warnOutsideMarks',
  'skips-negation': 'warnSkipsNegation',
  'far-apart': 'warnFarApart',
  'short-part': 'warnShortPart',
  'cut-compound': 'warnCutCompound',
  'ends-early': 'warnEndsEarly',
  'context-differs': 'warnContextDiffers',
  duplicate: 'warnDuplicate',
  markup: 'warnMarkup',
  'said-after-publication': 'warnSaidAfter',
  'answers-later-words': 'warnAnswersLater',
  'side-unknown': 'warnSideUnknown',
};

export function verdictOf({ say }: Locale, result: string, difference?: string | null): Html {
  const { word, mark, tone } = VERDICTS[result] ?? { word: 'noText', mark: '?', tone: 'unknown' };
  const named = difference ? DIFFERENCES[difference] : undefined;
  return html`<span class="verdict ${tone}">${say(word)}${named && `: ${say(named)}`} <span aria-hidden="true">${mark}</span></span>`;
}

export function toneOf(result: string): Tone {
  return VERDICTS[result]?.tone ?? 'unknown';
}

export function warningWords({ say }: Locale, warnings: readonly string[]): string[] {
  return warnings.map((one) => (WARNINGS[one] ? say(WARNINGS[one]) : one));
}

const STANCES: Record<string, WordName> = {
  support: 'supports',
  deny: 'denies',
  query: 'asks',
  comment: 'comments',
};

export function stanceWord({ say }: Locale, stance: string): string {
  return say(STANCES[stance] ?? 'comments');
}

const KINDS: Record<string, WordName> = {
  denial: 'kindDenial',
  undercut: 'kindUndercut',
  reframing: 'kindReframing',
  'counter-accusation': 'kindCounterAccusation',
  disavowal: 'kindDisavowal',
  concession: 'kindConcession',
  clarification: 'kindClarification',
};

/** How an answer answers. */
export function answerWord({ say }: Locale, kind: string): string {
  return KINDS[kind] ? say(KINDS[kind]) : kind;
}

const CORRECTIONS: Record<string, WordName> = {
  correction: 'correctionOf',
  clarification: 'clarificationOf',
  update: 'updateOf',
  retraction: 'retractionOf',
  'right-of-reply': 'replyOf',
};

export function correctionWord({ say }: Locale, kind: string): string {
  return CORRECTIONS[kind] ? say(CORRECTIONS[kind]) : kind;
}
