import { z } from 'zod';
import { ClaimComparison, ClaimComparisonQuery } from '../analysis/comparisons/claims/claim-comparison.ts';
import { TermComparison, TermQuery } from '../analysis/comparisons/terms/term-comparison.ts';
import { PairFilter } from '../analysis/pairs/pair.ts';
import { DisputePositions } from '../analysis/positions/dispute-positions.ts';
import { Reference } from '../kernel/entity.ts';
import { idReferred } from '../record/references.ts';
import { dispute, filtersIn, from, listOf, References, to } from './asked.ts';
import { tool } from './tool.ts';

const PAIRS = 5;
const granularity = z.enum(['day', 'week', 'month', 'year']).default('month');

export const compareClaims = tool({
  name: 'compare_claims',
  title: 'Set claims side by side',
  description:
    'Two to six claims of one dispute side by side: who supports and who denies each, since when, in whose words, reported where, and what is set against what. The counts are of what was recorded, and say nothing of what is true.',
  input: z.strictObject({
    claims: z.array(Reference).min(2).max(6).describe('Claims by id or slug'),
    side: References.optional(),
    outlet: References.optional(),
    from,
    to,
    granularity,
  }),
  result: ClaimComparison,
  async tell({ claims, ...asked }, { comparer, cursors, signal }) {
    const {
      limit,
      cursor: _,
      ...query
    } = ClaimComparisonQuery.parse({ claim: claims, ...asked, limit: String(PAIRS) });
    const { granularity: _g, ...filter } = asked;
    const pairs = PairFilter.parse({ claim: claims, ...filter });
    const list = listOf('find_pairs', pairs);
    const paging = { limit, after: null };
    const compared = { query, pairs: { filter: pairs, paging, list, secret: cursors.secret } };
    const made = await comparer.make('claims', compared, signal);
    const result = made.read();
    const searched = `The published statements on ${claims.join(', ')} were compared ${filtersIn(asked)}: ${result.total} statements.`;
    return { result, searched };
  },
});

export const compareTerms = tool({
  name: 'compare_terms',
  title: 'Set wordings side by side',
  description:
    'Two to six wordings ("blockade", "limited access"): who uses each as a framing of their own, who denies it ("there was no blockade"), who only mentions it ("the so-called blockade"), since when, and which outlet uses it in its own voice.',
  input: z.strictObject({
    terms: z.array(z.string().min(1).max(200)).min(2).max(6),
    dispute,
    side: References.optional(),
    speaker: References.optional(),
    outlet: References.optional(),
    from,
    to,
    granularity,
  }),
  result: TermComparison,
  async tell({ terms, dispute, ...asked }, { comparer, signal }) {
    const query = TermQuery.parse({ term: terms, ...asked, ...(dispute !== undefined && { dispute: [dispute] }) });
    const result = (await comparer.make('terms', query, signal)).read();
    const searched = `The quotes of published statements were looked through for ${terms.join(', ')} ${filtersIn({ dispute, ...asked })}: ${result.total} statements have one of them.`;
    return { result, searched };
  },
});

export const positions = tool({
  name: 'positions',
  title: 'Which side holds what in a dispute',
  description:
    'On each question of a dispute: what each side supports and denies, with how many statements, and whether the question is contested, agreed, one-sided or without a position. Start here for "both sides of …".',
  input: z.strictObject({ dispute: Reference.describe('A dispute by id or slug') }),
  result: DisputePositions,
  async tell({ dispute }, { engine, comparer, signal }) {
    const id = await idReferred(engine.read, 'dispute', dispute, '/dispute');
    const result = (await comparer.make('positions', { dispute: id }, signal)).read();
    const searched = `All published statements of the dispute were counted: ${result.total}, on ${result.rows.length} questions.`;
    return { result, searched };
  },
});
