import type { Table } from './csv-tables.ts';
import type { ToldBrief } from './written.ts';

type Since = {
  side: { slug: string };
  stance: string;
  n: number;
  utterances?: number;
  first: ToldBrief | null;
  latest: ToldBrief | null;
};
type Side = { side: { slug: string; name: string }; n: number; utterances?: number };
const STANCES = ['support', 'deny', 'query', 'comment'] as const;
const USAGES = ['use', 'denial', 'mention', 'unread'] as const;
type Counts<Name extends string> = { [Key in Name]?: number };

/** A comparison of claims, as far as its tables read it. */
export type ToldClaimComparison = {
  columns: readonly {
    claim: { slug: string; text: string };
    sides: readonly (Side & Counts<(typeof STANCES)[number]>)[];
    since?: readonly Since[];
  }[];
  timeline: readonly { period: string; counts: readonly number[]; undated?: number }[];
};
/** A comparison of terms, as far as its tables read it. */
export type ToldTermComparison = {
  columns: readonly {
    term: string;
    sides: readonly (Side & Counts<(typeof USAGES)[number]>)[];
    first: ToldBrief | null;
    latest: ToldBrief | null;
  }[];
  timeline: readonly { period: string; counts: readonly Counts<(typeof USAGES)[number]>[] }[];
};

const SIDED = ['side', 'sideName'] as const;
const SPAN = ['n', 'utterances', 'first', 'firstId', 'latest', 'latestId'] as const;

type Row = readonly (string | number | null | undefined)[];
const asIs: (row: Row) => Row = (row) => row;

/** A row a claim, side and stance; those that nobody took are left out. */
export function claimComparisonTable({ columns }: ToldClaimComparison): { table: Table<Row>; rows: Row[] } {
  const rows = columns.flatMap(({ claim, sides, since }) =>
    sides.flatMap(({ side, ...counts }) =>
      STANCES.filter((stance) => (counts[stance] ?? 0) > 0).map((stance): Row => {
        const known = since?.find((one) => one.side.slug === side.slug && one.stance === stance);
        const ends = [known?.first, known?.latest].flatMap((one) => [one?.saidAt, one?.id]);
        return [claim.slug, claim.text, side.slug, side.name, stance, counts[stance], known?.utterances, ...ends];
      }),
    ),
  );
  return { table: { columns: ['claim', 'claimText', ...SIDED, 'stance', ...SPAN], row: asIs }, rows };
}

/** A row a period and claim. */
export function claimTimelineTable({ columns, timeline }: ToldClaimComparison): { table: Table<Row>; rows: Row[] } {
  const rows = timeline.flatMap(({ period, counts, undated }) =>
    columns.map(({ claim }, at): Row => [period, claim.slug, counts[at], undated]),
  );
  return { table: { columns: ['period', 'claim', 'n', 'undatedInPeriod'], row: asIs }, rows };
}

/** A row a term, side and usage; first and latest are those of the term. */
export function termComparisonTable({ columns }: ToldTermComparison): { table: Table<Row>; rows: Row[] } {
  const rows = columns.flatMap(({ term, sides, first, latest }) =>
    sides.flatMap(({ side, utterances, ...counts }) =>
      USAGES.filter((usage) => (counts[usage] ?? 0) > 0).map((usage): Row => {
        const ends = [first, latest].flatMap((one) => [one?.saidAt, one?.id]);
        return [term, side.slug, side.name, usage, counts[usage], utterances, ...ends];
      }),
    ),
  );
  return {
    table: {
      columns: [
        'term',
        ...SIDED,
        'usage',
        'n',
        'sideUtterances',
        'termFirst',
        'termFirstId',
        'termLatest',
        'termLatestId',
      ],
      row: asIs,
    },
    rows,
  };
}

/** A row a period and term, a column a usage. */
export function termTimelineTable({ columns, timeline }: ToldTermComparison): { table: Table<Row>; rows: Row[] } {
  const rows = timeline.flatMap(({ period, counts }) =>
    columns.map(({ term }, at): Row => [period, term, ...USAGES.map((usage) => counts[at]?.[usage])]),
  );
  return { table: { columns: ['period', 'term', ...USAGES], row: asIs }, rows };
}
