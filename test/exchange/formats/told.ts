import type { ToldStatement } from '../../../src/exchange/formats/written.ts';
import type { Review } from '../../../src/record/reviews/review.ts';

export const WRITING = { publicUrl: 'https://claims.example', version: '1.2.3' };

const at = '2024-03-03T10:00:00.000Z';
const letters = '01k6v0a9q21y3';

/** A statement with everything that makes writing hard: marks, markup, a formula, an astral letter, a control character. */
export function toldStatement(over: Partial<ToldStatement> = {}): ToldStatement {
  return {
    ...{ id: `stm_${letters}`, revision: 2, createdAt: at, updatedAt: at, status: 'published' },
    dispute: { id: `dsp_${letters}`, slug: 'harbour', title: 'The harbour' },
    speaker: { id: `spk_${letters}`, slug: 'anna-quay', name: 'Anna O’Quay & Sons', title: 'Harbour master' },
    side: { id: `sid_${letters}`, slug: 'board', name: 'Harbour Board', role: 'party' },
    quote: '=SUM(1) "open" & <b>free</b> 50% \u{1F6A2}, we said\u0007',
    quoteType: 'direct',
    ...{ cue: 'said', groundRules: 'on-record', language: 'en', original: null, translations: [] },
    ...{ saidAt: '2024-03-01', setting: null, context: null },
    article: {
      ...{
        id: `art_${letters}`,
        url: 'https://courier.example/quay_{1}?a=1&b=2',
        title: 'Harbour “open”, 100%',
        publishedAt: '2024-03-02',
      },
      outlet: { id: `out_${letters}`, slug: 'courier', name: 'The Courier' },
    },
    anchor: {
      ...{ result: 'exact', snapshot: 1, start: 10, end: 20, prefix: '', suffix: '', warnings: [] },
      url: 'https://courier.example/quay_{1}?a=1&b=2#:~:text=open%20and%20free',
    },
    stances: [{ claim: { id: `clm_${letters}`, slug: 'is-open', text: 'The harbour is open' }, stance: 'support' }],
    ...{ repeats: null, rebuts: [], rebuttals: [], corrections: [], warnings: [], drift: null, note: '-1 + tab' },
    ...over,
  };
}

export function toldReview(over: Partial<Review> = {}): Review {
  return {
    ...{ id: `rev_${letters}`, revision: 1, createdAt: at, updatedAt: at },
    claim: { id: `clm_${letters}`, slug: 'is-open', text: 'The harbour is open' },
    statement: null,
    publisher: { id: `out_${letters}`, slug: 'checks-example', name: 'Harbour Checks' },
    url: 'https://www.checks.example/harbour',
    title: 'Was the harbour open?',
    reviewedAt: '2024-03-04',
    rating: { label: 'Mostly false', value: 2, best: 5, worst: 1, normalized: 'false' },
    language: 'en',
    corrections: [],
    ...over,
  };
}
