import type { Rows } from './answers.ts';

const STANCES = ['support', 'deny', 'query', 'comment'] as const;
type Brief = { id: string; quote: string; saidAt: string | null; article: { url: string } };
type Counts = { support: number; deny: number; query: number; comment: number };

/** The positions of a dispute, as far as the table reads them. */
export type ToldDisputePositions = {
  rows: readonly {
    question: { slug: string; text: string };
    verdict: string;
    cells: readonly {
      side: { slug: string; name: string };
      n: number;
      claims: readonly (Counts & { claim: { slug: string; text: string }; latest: Brief | null })[];
    }[];
  }[];
};
/** The positions of a speaker, as far as the table reads them. */
export type ToldSpeakerPositions = {
  questions: readonly {
    dispute: { slug: string };
    question: { slug: string; text: string };
    positions: readonly {
      claim: { slug: string; text: string };
      stance: string;
      statement: Brief;
      changed?: boolean;
      turn?: string | null | undefined;
    }[];
  }[];
};

/** A row a question, side and claim; a side that holds nothing on a question has a row without a claim. */
export function disputePositionsTable({ rows }: ToldDisputePositions): Rows {
  const columns = 'question questionText verdict side sideName sideN claim claimText'.split(' ');
  const last = ['latest', 'latestId', 'latestQuote'];
  return {
    table: { columns: [...columns, ...STANCES, ...last], row: (row) => row },
    rows: rows.flatMap(({ question, verdict, cells }) =>
      cells.flatMap(({ side, n, claims }) => {
        const head = [question.slug, question.text, verdict, side.slug, side.name, n];
        if (claims.length === 0) return [[...head, null, null, 0, 0, 0, 0, null, null, null]];
        return claims.map(({ claim, latest, ...counts }) => [
          ...[...head, claim.slug, claim.text, ...STANCES.map((stance) => counts[stance])],
          ...[latest?.saidAt, latest?.id, latest?.quote],
        ]);
      }),
    ),
  };
}

/** A row a stance, in the order of time within a question. */
export function speakerPositionsTable({ questions }: ToldSpeakerPositions): Rows {
  const columns = 'dispute question questionText claim claimText stance turn saidAt statement quote article'.split(' ');
  return {
    table: { columns, row: (row) => row },
    rows: questions.flatMap(({ dispute, question, positions }) =>
      positions.map(({ claim, stance, statement, changed, turn }) => [
        ...[dispute.slug, question.slug, question.text, claim.slug, claim.text, stance],
        ...[turn ?? (changed ? 'reversed' : null), statement.saidAt, statement.id, statement.quote],
        statement.article.url,
      ]),
    ),
  };
}
