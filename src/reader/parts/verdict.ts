import { type Html, html, trusted } from '../frame/html.ts';
import type { Locale, WordName } from '../frame/locale.ts';

export type Tone = 'good' | 'fair' | 'bad' | 'unknown';
type Verdict = { word: WordName; mark: keyof typeof MARKS; tone: Tone };

/** Drawn, since not every font has such characters. */
const MARKS = {
  tick: 'M2 7l3 3 5-8',
  same: 'M2 4.5h8M2 8h8',
  unlike: 'M2 4.5h8M2 8h8M8.5 1.5l-5 9.5',
  cross: 'M2.5 2.5l7 7M9.5 2.5l-7 7',
  open: 'M6 1.5a4.5 4.5 0 1 0 .01 0',
};

function signOf(mark: keyof typeof MARKS): Html {
  return trusted(
    `<svg class="sign" viewBox="0 0 12 12" width="12" height="12" aria-hidden="true"><path d="${MARKS[mark]}"/></svg>`,
  );
}

/** The arrow from words to what answers them. */
export const ARROW = trusted(
  '<svg class="sign arrow" viewBox="0 0 16 12" width="16" height="12" aria-hidden="true"><path d="M1 6h13M10 2l4 4-4 4"/></svg>',
);

/** What a check of a quote found: a word, then a mark, then a colour. */
const VERDICTS: Record<string, Verdict> = {
  exact: { word: 'exact', mark: 'tick', tone: 'good' },
  normalized: { word: 'normalized', mark: 'tick', tone: 'good' },
  elided: { word: 'elided', mark: 'tick', tone: 'good' },
  ambiguous: { word: 'ambiguous', mark: 'same', tone: 'fair' },
  altered: { word: 'altered', mark: 'unlike', tone: 'bad' },
  misattributed: { word: 'misattributed', mark: 'unlike', tone: 'bad' },
  spliced: { word: 'spliced', mark: 'unlike', tone: 'bad' },
  'not-found': { word: 'notFound', mark: 'cross', tone: 'bad' },
  'no-text': { word: 'noText', mark: 'open', tone: 'unknown' },
  unchanged: { word: 'unchanged', mark: 'tick', tone: 'good' },
  moved: { word: 'moved', mark: 'tick', tone: 'good' },
  gone: { word: 'gone', mark: 'cross', tone: 'bad' },
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
  const { word, mark, tone } = VERDICTS[result] ?? { word: 'noText', mark: 'open', tone: 'unknown' };
  const named = difference ? DIFFERENCES[difference] : undefined;
  return html`<span class="verdict ${tone}">${say(word)}${named && `: ${say(named)}`}⁠ ${signOf(mark)}</span>`;
}

/** The word of a verdict alone, as a list of choices has it. */
export function resultWord({ say }: Locale, result: string): string {
  return say(VERDICTS[result]?.word ?? 'noText');
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
