import { tables } from '../src/tables.ts';

/** What drizzle-kit compares with the migrations: the tables as SQLite has them. */
export const {
  sides, disputes, disputeSides, questions, outlets, articles, snapshots, speakers, speakerSides, claims, claimRelations,
  claimTerms, claimRelationsAside, formerNames,
  statements, stances, drifts, statementWarnings, likenesses, rechecks, rebuttals, reviews, corrections, changes, keys, secrets, imports, importedIds, importReports, idempotencyKeys,
  searchEntries, tallySubjects, tallies, tallyMembers, tallySizes, summaryMarks, repeated, answered, terms, termUsages, termPlaces, termCovers,
} = tables.sqlite;
