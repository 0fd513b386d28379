import { defineAccess } from './access/table.ts';
import { defineAnswered } from './derived/answered/table.ts';
import { defineDrifts } from './derived/drift/table.ts';
import { defineSearch } from './derived/full-text/table.ts';
import { defineRechecks } from './derived/rechecks/table.ts';
import { defineTallies } from './derived/summaries/table.ts';
import { defineTerms } from './derived/terms/table.ts';
import { defineWarnings } from './derived/warnings/table.ts';
import { defineExchange } from './exchange/table.ts';
import { defineChanges } from './history/table.ts';
import { defineIdempotency } from './idempotency/table.ts';
import { type Dialect, postgresDialect, sqliteDialect } from './platform/engine/dialect.ts';
import type { Tables } from './platform/engine/tables.ts';
import { defineArticles } from './record/articles/table.ts';
import { defineClaims } from './record/claims/table.ts';
import { defineCorrections } from './record/corrections/table.ts';
import { defineDisputes } from './record/disputes/table.ts';
import { defineLikenesses } from './record/likenesses/table.ts';
import { defineOutlets } from './record/outlets/table.ts';
import { defineRebuttals } from './record/rebuttals/table.ts';
import { defineReviews } from './record/reviews/table.ts';
import { defineSides } from './record/sides/table.ts';
import { defineSpeakers } from './record/speakers/table.ts';
import { defineStatements } from './record/statements/table.ts';
import { defineFormerNames } from './record/table.ts';

/** Every table of the service, in the order of the story. */
function defineTables(d: Dialect): Tables {
  const sides = defineSides(d);
  const disputes = defineDisputes(d, sides);
  const outlets = defineOutlets(d);
  const articles = defineArticles(d, outlets);
  const speakers = defineSpeakers(d, sides);
  const claims = defineClaims(d, disputes);
  const statements = defineStatements(d, { ...sides, ...disputes, ...articles, ...speakers, ...claims });
  const rebuttals = defineRebuttals(d, statements);
  const reviews = defineReviews(d, { ...outlets, ...claims, ...statements });
  const corrections = defineCorrections(d, { ...articles, ...claims, ...statements, ...reviews });
  return {
    ...sides,
    ...disputes,
    ...outlets,
    ...articles,
    ...speakers,
    ...claims,
    ...statements,
    ...rebuttals,
    ...reviews,
    ...corrections,
    ...defineFormerNames(d),
    ...defineAnswered(d, statements),
    ...defineDrifts(d, { ...articles, ...statements }),
    ...defineWarnings(d, statements),
    ...defineLikenesses(d),
    ...defineRechecks(d),
    ...defineTallies(d),
    ...defineTerms(d, { ...articles, ...statements }),
    ...defineIdempotency(d),
    ...defineChanges(d),
    ...defineAccess(d),
    ...defineExchange(d),
    ...defineSearch(d),
  };
}

export const tables: { sqlite: Tables; postgres: Tables } = {
  sqlite: defineTables(sqliteDialect),
  postgres: defineTables(postgresDialect),
};
