import type { Members } from '../../kernel/page.ts';
import type { PublicRow, RowOf } from '../kinds.ts';
import type { AnchorState } from './anchor.ts';
import { shownSide, shownSpeaker } from './columns.ts';
import type { Names } from './names.ts';
import type { Statement } from './statement.ts';

/** With the columns that whoever reads it named, and which other tables have something to be shown with it. */
export type StatementRow = RowOf<'statement'> &
  Record<'rebuts' | 'isRebutted' | 'isCorrected' | 'hasDrift' | 'isWarned', boolean>;

type Row = Omit<PublicRow<'statement'>, 'redactedLines'>;

/** What an answer shows of a statement besides its row and the names in it. */
export type Beside = Pick<Statement, 'drift' | 'repeats' | 'rebuts' | 'rebuttals' | 'corrections' | 'warnings'>;

/** The columns that a member is shown from, and how. */
type Shown<Value, Of = Row> = [
  from: readonly (keyof StatementRow)[],
  show: (row: Of, names: Names, beside: Beside) => Value,
];
type All = { [Name in keyof Omit<Statement, 'similar'>]: Shown<Statement[Name]> };

/** Every member of a statement, in the order in which answers have them: one left out here does not compile. */
const ALL: All = {
  id: [['id'], ({ id }) => id],
  revision: [['revision'], ({ revision }) => revision],
  status: [['status'], ({ status }) => status],
  createdAt: [['createdAt'], ({ createdAt }) => createdAt],
  updatedAt: [['updatedAt'], ({ updatedAt }) => updatedAt],
  dispute: [['disputeId'], ({ disputeId }, names) => names.dispute(disputeId)],
  speaker: [['speakerId', 'title'], shownSpeaker],
  side: [['sideId', 'disputeId'], shownSide],
  quote: [['quote'], ({ quote }) => quote],
  quoteType: [['quoteType'], ({ quoteType }) => quoteType],
  cue: [['cue'], ({ cue }) => cue],
  groundRules: [['groundRules'], ({ groundRules }) => groundRules],
  language: [['language'], ({ language }) => language],
  original: [['original'], ({ original }) => original],
  translations: [['translations'], ({ translations }) => translations],
  saidAt: [['saidAt'], ({ saidAt }) => saidAt],
  setting: [['setting'], ({ setting }) => setting],
  context: [['context'], ({ context }) => context],
  article: [['articleId'], ({ articleId }, names) => names.article(articleId)],
  anchor: [
    ['anchor', 'articleId'],
    ({ anchor, articleId }, names) => shownAnchor(anchor, names.article(articleId).url),
  ],
  drift: [['hasDrift'], (_row, _names, { drift }) => drift],
  stances: [['stances'], ({ stances }, names) => shownStances(stances, names)],
  repeats: [['repeatsId'], (_row, _names, { repeats }) => repeats],
  rebuts: [['rebuts'], (_row, _names, { rebuts }) => rebuts],
  rebuttals: [['isRebutted'], (_row, _names, { rebuttals }) => rebuttals],
  corrections: [['isCorrected'], (_row, _names, { corrections }) => corrections],
  warnings: [['isWarned'], (_row, _names, { warnings }) => warnings],
  note: [['note'], ({ note }) => note],
};

/** Of a member one of its own, where that takes less. */
const PARTS: Record<string, Shown<unknown, Pick<RowOf<'statement'>, 'anchorResult'>>> = {
  'anchor.result': [['anchorResult'], ({ anchorResult }) => ({ result: anchorResult })],
};

type Showing = {
  columns: ReadonlySet<string>;
  show(row: Row, names: Names, beside: Beside): Statement;
};

/** How a statement is shown with these members; with all of them where nothing is said. */
export function showingOf(members: Members | undefined): Showing {
  if (members === undefined) return WHOLE;
  const name = members.join();
  const known = showings.get(name);
  if (known) return known;
  const showing = showingBy(members.map((member) => [member, PARTS[member] ?? ALL[member as keyof All]]));
  if (showings.size >= SHOWINGS_MAX) showings.clear();
  showings.set(name, showing);
  return showing;
}

const SHOWINGS_MAX = 200;
const showings = new Map<string, Showing>();

/** A function that is written out for these members: to look each of them up for each statement takes several times as long. */
function written(members: readonly (readonly [string, Shown<unknown, never>])[]): Showing['show'] {
  const shows = members.map(([, [, show]]) => show);
  // Of the names of members, which are ours.
  const parts = members.map(
    ([name], at) => `${JSON.stringify(name.split('.', 1)[0])}: shows[${at}](row, names, beside)`,
  );
  return new Function('shows', `return (row, names, beside) => ({ ${parts.join(', ')} });`)(shows);
}

function showingBy(members: readonly (readonly [string, Shown<unknown, never>])[]): Showing {
  return { columns: new Set(members.flatMap(([, [from]]): readonly string[] => from)), show: written(members) };
}

const WHOLE = showingBy(Object.entries(ALL));

/** A statement as every answer shows it, as it stands and as it stood. */
export const showStatement = WHOLE.show;

function shownAnchor(
  { fragment, hints: _hints, exact: _exact, warnings = [], ...anchor }: AnchorState,
  url: string,
): Statement['anchor'] {
  return { ...anchor, warnings, url: fragment === null ? url : `${url}#${fragment}` };
}

function shownStances(stances: Row['stances'], names: Names): Statement['stances'] {
  return stances.flatMap(({ claim, stance }) => {
    const brief = names.claim(claim);
    return brief ? [{ claim: brief, stance }] : [];
  });
}
