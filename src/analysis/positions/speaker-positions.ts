import { z } from 'zod';
import { isCertainlyBefore } from '../../kernel/written-date.ts';
import { ClaimBrief } from '../../record/claims/claim.ts';
import { DisputeBrief } from '../../record/disputes/dispute.ts';
import { QuestionBrief } from '../../record/disputes/question.ts';
import { NamedSpeaker } from '../../record/speakers/speaker.ts';
import { Stance, StatementBrief } from '../../record/statements/statement.ts';
import { Count, DateRange, StanceCounts, Utterances } from '../tally.ts';

/** Stances that one answer tells, the newest ones; `truncated` says that there are older ones. */
export const POSITIONS_MAX = 1000;

/** How a stance turns against one before: against the same claim, or to a claim that competes with it. */
export const Turn = z.enum(['reversed', 'moved']).meta({ id: 'Turn' });
export type Turn = z.infer<typeof Turn>;

/** What a speaker held on each question over time, the oldest first. */
export const SpeakerPositions = z
  .strictObject({
    speaker: NamedSpeaker,
    n: Count.describe('Statements that take a stance'),
    utterances: Utterances,
    range: DateRange,
    truncated: z.boolean().describe(`Whether there are more than the newest ${POSITIONS_MAX} stances`),
    questions: z.array(
      z.strictObject({
        dispute: DisputeBrief,
        question: QuestionBrief,
        stances: StanceCounts,
        changed: z.boolean().describe('Whether the speaker ever turned on this question'),
        positions: z.array(
          z.strictObject({
            claim: ClaimBrief,
            stance: Stance,
            changed: z.boolean().describe('Whether it turns against what the speaker held before'),
            turn: Turn.nullable().describe(
              '`reversed`: supports what the speaker denied the last time before, or denies what the speaker supported; `moved`: supports a claim that competes with the one supported the last time before',
            ),
            certain: z
              .boolean()
              .nullable()
              .describe('Of a turn, whether it is known to come after what it turns against; else null'),
            statement: StatementBrief,
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'SpeakerPositions' });
export type SpeakerPositions = z.infer<typeof SpeakerPositions>;

type Held = { statementId: string; claimId: string; stance: Stance; saidAt: string | null };
type Supported<Row> = { row: Row; at: number };

/**
 * Marks each stance that turns against one held before; the rows are in order of time, those of one statement together.
 * `reversed` against the last support or denial of the same claim; else `moved` where a claim is supported and, of it and
 * those that compete with it, another was supported last before, which is not supported in the same statement.
 */
export function withTurns<Row extends Held>(
  rows: readonly Row[],
  compete: (one: string, other: string) => boolean,
): (Row & { turn: Turn | null; certain: boolean | null })[] {
  const last = new Map<string, Row>();
  const supported = new Map<string, Supported<Row>>();
  return [...Map.groupBy(rows, ({ statementId }) => statementId).values()].flatMap((own, at) => {
    const supports = own.filter(({ stance }) => stance === 'support');
    const told = own.map((row) => {
      const against = turnedAgainst(row, last.get(row.claimId), () =>
        supports.includes(row) ? movedFrom(row, supports, supported, compete) : undefined,
      );
      if (row.stance === 'support' || row.stance === 'deny') last.set(row.claimId, row);
      return against
        ? { ...row, turn: against.turn, certain: isCertainlyBefore(against.row.saidAt, row.saidAt) }
        : { ...row, turn: null, certain: null };
    });
    for (const row of supports) supported.set(row.claimId, { row, at });
    return told;
  });
}

function turnedAgainst<Row extends Held>(
  row: Row,
  before: Row | undefined,
  moved: () => Row | undefined,
): { turn: Turn; row: Row } | null {
  if (row.stance !== 'support' && row.stance !== 'deny') return null;
  if (before && before.stance !== row.stance) return { turn: 'reversed', row: before };
  const left = moved();
  return left ? { turn: 'moved', row: left } : null;
}

function movedFrom<Row extends Held>(
  { claimId }: Row,
  supports: readonly Row[],
  supported: ReadonlyMap<string, Supported<Row>>,
  compete: (one: string, other: string) => boolean,
): Row | undefined {
  const rivals = [...supported].filter(([other]) => other !== claimId && compete(claimId, other)).map(([, one]) => one);
  const latest = rivals.reduce((most, { at }) => Math.max(most, at), -1);
  if (latest <= (supported.get(claimId)?.at ?? -1)) return undefined;
  const left = rivals.find(({ at }) => at === latest)?.row;
  return supports.some((one) => one.claimId === left?.claimId) ? undefined : left;
}
