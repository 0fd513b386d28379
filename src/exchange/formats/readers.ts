import { readCitron } from './citron.ts';
import { readClaimReviews } from './claimreview.ts';
import { readClaimReviewCsv } from './claimreview-csv.ts';
import { readDataFeed } from './datafeed.ts';
import { readNinjs } from './ninjs.ts';
import { readQuotebank } from './quotebank.ts';
import type { Reader } from './row.ts';
import { readTei } from './tei.ts';

/** The formats that others write, and what reads each. */
export const READERS = {
  claimreview: readClaimReviews,
  datafeed: readDataFeed,
  'claimreview-csv': readClaimReviewCsv,
  quotebank: readQuotebank,
  citron: readCitron,
  ninjs: readNinjs,
  tei: readTei,
} satisfies Record<string, Reader>;

export type ForeignFormat = keyof typeof READERS;
