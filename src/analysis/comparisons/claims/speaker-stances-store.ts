import { sql } from 'drizzle-orm';
import { withMark } from '../../../derived/summaries/mark.ts';
import { membersIn } from '../../../derived/summaries/rest.ts';
import { allOf } from '../../../platform/engine/pages.ts';
import type { Handle } from '../../../platform/engine/tables.ts';
import { Stance } from '../../../record/statements/statement.ts';
import type { StanceFilter } from '../../statements/filter.ts';
import { noStances, type StanceCounts } from '../../tally.ts';

type Row = { claim: string; stance: Stance; speaker: string; n: number };

/** Of each speaker the stances on each of the claims, in the order of these; of all published statements. */
export async function keptSpeakerStances(
  from: Handle,
  claims: readonly string[],
  speakers: readonly string[],
): Promise<Map<string, StanceCounts[]>> {
  const subjects = claims.flatMap((claim) => Stance.options.map((stance) => `${claim} ${stance}`));
  const rows = await withMark(from, (mark) =>
    from.query(
      'stances of speakers on claims',
      (build) =>
        build.db
          .select({
            subject: sql`subject`.mapWith(build.t.tallySubjects.subject),
            member: sql`member`.mapWith(build.t.tallyMembers.member),
            n: sql`sum(n)`.mapWith(Number),
          })
          .from(
            membersIn(
              build,
              'stance on claim',
              'spk',
              (subject, member) => sql`${build.oneOf(subject, 'subjects')} and ${build.oneOf(member, 'speakers')}`,
            ),
          )
          .groupBy(sql`subject`, sql`member`),
      { subjects, speakers: [...speakers], mark },
    ),
  );
  return stancesBy(
    claims,
    rows.map(({ subject, member, n }) => {
      const [claim = '', stance] = subject.split(' ');
      return { claim, stance: stance as Stance, speaker: member, n };
    }),
  );
}

/** The same of what a filter leaves. */
export async function speakerStancesAmong(
  from: Handle,
  { conditions }: StanceFilter,
  claims: readonly string[],
  speakers: readonly string[],
): Promise<Map<string, StanceCounts[]>> {
  const { name, values, holds } = allOf(conditions);
  const rows = await from.query(
    `stances of speakers ${name}`,
    (build) => {
      const { claimId, stance, speakerId } = build.t.stances;
      return build.db
        .select({ claim: claimId, stance, speaker: speakerId, n: sql<number>`count(*)`.mapWith(Number) })
        .from(build.t.stances)
        .where(sql`${holds(build)} and ${build.oneOf(speakerId, 'speakers')}`)
        .groupBy(claimId, stance, speakerId);
    },
    { ...values, speakers: [...speakers] },
  );
  return stancesBy(claims, rows);
}

function stancesBy(claims: readonly string[], rows: readonly Row[]): Map<string, StanceCounts[]> {
  const counts = new Map<string, StanceCounts[]>();
  for (const { claim, stance, speaker, n } of rows) {
    const own = counts.get(speaker) ?? claims.map(noStances);
    counts.set(speaker, own);
    const column = own[claims.indexOf(claim)];
    if (column) column[stance] += n;
  }
  return counts;
}
