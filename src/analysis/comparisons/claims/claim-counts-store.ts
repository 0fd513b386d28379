import { membersOfAll, type Shared } from '../../../derived/summaries/shared-members-store.ts';
import { tallySizes } from '../../../derived/summaries/store.ts';
import type { Handle } from '../../../platform/engine/tables.ts';
import { type Granularity, keptFor } from '../../periods.ts';
import { countBy, countUndated } from '../../statements/counting.ts';
import type { ReadFilter, StanceFilter } from '../../statements/filter.ts';
import { isEverything } from '../../statements/summary-filter.ts';
import { type Counted, sumOf } from '../../statements/tabulate.ts';
import { BOTH_MAX } from './claim-comparison.ts';
import type { ClaimCounts, ClaimMembers } from './claim-counts.ts';
import { countMembers, usersOfAll } from './claim-users-store.ts';
import { utterancesAmong, utterancesOfAll } from './claim-utterances-store.ts';
import { keptSpeakerStances, speakerStancesAmong } from './speaker-stances-store.ts';

/** `filter` asks for statements on the claims. */
export async function countClaims(
  from: Handle,
  filter: ReadFilter & { stances: StanceFilter },
  claims: readonly string[],
  granularity: Granularity,
): Promise<ClaimCounts> {
  // Of a filter that leaves some, members are not kept.
  const areMembersKept = filter.kept !== null && isEverything(filter.kept);
  const period = keptFor(granularity);
  const bySide = await countBy(from, filter, ['claim', 'side', 'stance']);
  const undated = await countUndated(from, filter, ['claim', 'side', 'stance']);
  const inDays = ({ claim, [period]: days, n }: Counted<'claim' | 'day' | 'month'>) => ({ claim, days, n });
  const members = areMembersKept ? await keptMembers(from, claims) : await countedMembers(from, filter, claims);
  const speakers = [...members.both.speakers.members.keys()];
  return {
    total: sumOf(await countBy(from, filter, [])),
    bySide,
    undated,
    byPeriod: ((await countBy(from, filter, ['claim', period])) as Counted<'claim' | 'day' | 'month'>[]).map(inDays),
    undatedByPeriod:
      undated.length === 0
        ? []
        : ((await countUndated(from, filter, ['claim', period])) as Counted<'claim' | 'day' | 'month'>[]).map(inDays),
    utterances: areMembersKept
      ? await utterancesOfAll(from, claims, bySide)
      : await utterancesAmong(from, filter.stances),
    ...members,
    speakerStances: areMembersKept
      ? await keptSpeakerStances(from, claims, speakers)
      : await speakerStancesAmong(from, filter.stances, claims, speakers),
  };
}

type Members = Pick<ClaimCounts, 'members' | 'both'>;

async function keptMembers(from: Handle, claims: readonly string[]): Promise<Members> {
  const sizes = await tallySizes(from, { of: 'claim', subjects: claims });
  const sizeOf = (claim: string, kind: string) => sizes.get(`${claim} ${kind}`) ?? 0;
  const membersOf = (claim: string): ClaimMembers => ({
    utterances: sizeOf(claim, 'stm'),
    speakers: sizeOf(claim, 'spk'),
    outlets: sizeOf(claim, 'out'),
    articles: sizeOf(claim, 'art'),
  });
  return {
    members: new Map(claims.map((claim) => [claim, membersOf(claim)])),
    both: {
      speakers: await membersOfAll(from, claims, 'spk', sizes, BOTH_MAX),
      articles: await membersOfAll(from, claims, 'art', sizes, BOTH_MAX),
    },
  };
}

async function countedMembers(from: Handle, { stances }: ReadFilter, claims: readonly string[]): Promise<Members> {
  const shared = async (by: 'speakerId' | 'articleId'): Promise<Shared> => ({
    members: await usersOfAll(from, stances as StanceFilter, claims, by),
    isComplete: true,
  });
  return {
    members: await countMembers(from, stances as StanceFilter, claims),
    both: { speakers: await shared('speakerId'), articles: await shared('articleId') },
  };
}
