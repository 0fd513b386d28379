import type { Caller } from '../../access/guard.ts';
import type { Comparer } from '../../analysis/comparer.ts';
import type { Cursors } from '../../platform/cursor.ts';
import type { Engine } from '../../platform/engine/tables.ts';
import type { QuoteChecker } from '../../text/quotes/checker.ts';
import type { Locale } from './locale.ts';

/** What every page is made from: the service, and who looks at it in which language. */
export type Visit = {
  engine: Engine;
  comparer: Comparer;
  checker: QuoteChecker;
  cursors: Cursors;
  locale: Locale;
  caller: Caller;
  sight: { drafts: boolean };
  /** Whether the full texts of articles may be shown: they are their outlets'. */
  seesTexts: boolean;
  /** The address under which the caller reaches this service. */
  base: string;
  /** The path of the page with its query, as it was asked for. */
  address: string;
  /** Aborted when who looks at it has gone. */
  signal: AbortSignal;
};
