import { z } from 'zod';
import type { Formats } from '../access/route-context.ts';
import { rowById } from '../platform/engine/rows.ts';
import type { Engine } from '../platform/engine/tables.ts';
import type { Format, RequestedFormat } from '../platform/http/format.ts';
import type { Claim } from '../record/claims/claim.ts';
import type { Review } from '../record/reviews/review.ts';
import type { Statement } from '../record/statements/statement.ts';
import { aroundClaim, homepageOf, reviewsOfClaim, speakerKind } from './around.ts';
import { csv, feeds, graphOf, jsonLd, tablesOf } from './formats/answers.ts';
import { bibliographyLine, STYLES, type Style } from './formats/bibliography.ts';
import { bibtex, type Citation, citationOf, cslJson, ris } from './formats/citation.ts';
import {
  claimComparisonTable,
  claimTimelineTable,
  type ToldClaimComparison,
  type ToldTermComparison,
  termComparisonTable,
  termTimelineTable,
} from './formats/comparison-tables.ts';
import { CHANGES, CORRECTIONS, DRIFTS, PAIRS, STATEMENTS } from './formats/csv-tables.ts';
import { correctionEntry, driftEntry, statementEntry } from './formats/feed.ts';
import { disputePositionsTable, speakerPositionsTable } from './formats/position-tables.ts';
import { claimJsonLd, claimReviewJsonLd, quotationJsonLd, type Supporter } from './formats/schema-org.ts';

const STYLE = z.enum(STYLES).optional().describe('How the line is written; `apa`, when left out');
const CslItems = z.array(z.looseObject({ id: z.string(), type: z.string() })).meta({ id: 'CslItems' });
/** Speakers that a list of statements remembers while it is written. */
const SPEAKERS_MAX = 10_000;

/** How answers can be had besides JSON and lines of JSON. */
export function formatsOf(engine: Engine): Formats {
  return {
    one: {
      statement: citations(engine),
      claim: [
        jsonLd<Claim>(async (claim, writing) => {
          const reviews = await reviewsOfClaim(engine.read, claim.id);
          return claimJsonLd(claim, { ...(await aroundClaim(engine, claim.id)), reviews }, writing);
        }),
      ],
      review: [
        jsonLd<Review>(async (review, writing) =>
          claimReviewJsonLd(review, await aroundReview(engine, review), writing),
        ),
      ],
      claimComparison: tablesOf<ToldClaimComparison, 'sides' | 'timeline'>('sides', {
        sides: claimComparisonTable,
        timeline: claimTimelineTable,
      }),
      termComparison: tablesOf<ToldTermComparison, 'sides' | 'timeline'>('sides', {
        sides: termComparisonTable,
        timeline: termTimelineTable,
      }),
      disputePositions: tablesOf('positions', { positions: disputePositionsTable }),
      speakerPositions: tablesOf('positions', { positions: speakerPositionsTable }),
    },
    list: {
      statements: [csv(STATEMENTS), quotations(engine), ...feeds('Statements', statementEntry)],
      pairs: [csv(PAIRS)],
      drift: [csv(DRIFTS), ...feeds('Changed quotes', driftEntry)],
      corrections: [csv(CORRECTIONS), ...feeds('Corrections', correctionEntry)],
      changes: [csv(CHANGES)],
    },
  };
}

/** Who made what a review is of, and where its publisher is at home. */
export async function aroundReview(engine: Engine, { claim, publisher }: Review) {
  const around = claim ? await aroundClaim(engine, claim.id) : { claimant: null };
  return { ...around, homepage: await homepageOf(engine.read, publisher.id) };
}

function quotations(engine: Engine) {
  return graphOf<Statement>(() => {
    const speakers = new Map<string, Supporter['speaker']>();
    return async (statement, writing) => {
      const { id } = statement.speaker;
      const known = speakers.get(id) ?? (await speakerKind(engine.read, id));
      if (speakers.size >= SPEAKERS_MAX) speakers.clear();
      speakers.set(id, known);
      return quotationJsonLd(statement, writing, known);
    };
  });
}

function citations(engine: Engine): readonly Format<Statement>[] {
  const cited =
    (write: (citation: Citation, asked: RequestedFormat) => string) =>
    async (statement: Statement, asked: RequestedFormat) =>
      write(citationOf(statement, await rowById(engine.read, 'articles', statement.article.id)), asked);
  return [
    { mediaType: 'application/x-bibtex', name: 'bibtex', write: cited(bibtex) },
    { mediaType: 'application/x-research-info-systems', name: 'ris', write: cited(ris) },
    { mediaType: 'application/vnd.citationstyles.csl+json', name: 'csl', schema: CslItems, write: cited(cslJson) },
    {
      mediaType: 'text/x-bibliography',
      name: 'bibliography',
      options: { style: STYLE },
      write: cited((citation, { options }) =>
        bibliographyLine(citation, (options.style as Style | undefined) ?? 'apa'),
      ),
    },
  ];
}
