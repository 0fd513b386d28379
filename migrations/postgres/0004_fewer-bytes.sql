-- Words are kept as numbers, ids of imports as keys, facets in fewer letters.
DROP INDEX "statements_by_repeats";
--> statement-breakpoint
DROP INDEX "statements_by_words";
--> statement-breakpoint
ALTER TABLE "imported_ids"
  ALTER COLUMN "kind" SET DATA TYPE smallint USING CASE kind WHEN 'review' THEN 0 WHEN 'statement' THEN 1 END,
  ALTER COLUMN "entity_id" SET DATA TYPE bigint USING ((strpos('0123456789abcdefghjkmnpqrstvwxyz', substr(entity_id, 5, 1)) - 1)::bigint * 35184372088832 + (strpos('0123456789abcdefghjkmnpqrstvwxyz', substr(entity_id, 6, 1)) - 1)::bigint * 1099511627776 + (strpos('0123456789abcdefghjkmnpqrstvwxyz', substr(entity_id, 7, 1)) - 1)::bigint * 34359738368 + (strpos('0123456789abcdefghjkmnpqrstvwxyz', substr(entity_id, 8, 1)) - 1)::bigint * 1073741824 + (strpos('0123456789abcdefghjkmnpqrstvwxyz', substr(entity_id, 9, 1)) - 1)::bigint * 33554432 + (strpos('0123456789abcdefghjkmnpqrstvwxyz', substr(entity_id, 10, 1)) - 1)::bigint * 1048576 + (strpos('0123456789abcdefghjkmnpqrstvwxyz', substr(entity_id, 11, 1)) - 1)::bigint * 32768 + (strpos('0123456789abcdefghjkmnpqrstvwxyz', substr(entity_id, 12, 1)) - 1)::bigint * 1024 + (strpos('0123456789abcdefghjkmnpqrstvwxyz', substr(entity_id, 13, 1)) - 1)::bigint * 32 + (strpos('0123456789abcdefghjkmnpqrstvwxyz', substr(entity_id, 14, 1)) - 1)::bigint * 1 - 1577836800000) * 4096 + (strpos('0123456789abcdefghjkmnpqrstvwxyz', substr(entity_id, 15, 1)) - 1)::bigint * 1024 + (strpos('0123456789abcdefghjkmnpqrstvwxyz', substr(entity_id, 16, 1)) - 1)::bigint * 32 + (strpos('0123456789abcdefghjkmnpqrstvwxyz', substr(entity_id, 17, 1)) - 1)::bigint * 1;
--> statement-breakpoint
ALTER TABLE "statement_warnings" ALTER COLUMN "warning" SET DATA TYPE smallint USING CASE warning WHEN 'answers-later-words' THEN 0 WHEN 'context-differs' THEN 1 WHEN 'cut-compound' THEN 2 WHEN 'duplicate' THEN 3 WHEN 'ends-early' THEN 4 WHEN 'far-apart' THEN 5 WHEN 'markup' THEN 6 WHEN 'outside-quotation-marks' THEN 7 WHEN 'said-after-publication' THEN 8 WHEN 'short-part' THEN 9 WHEN 'skips-negation' THEN 10 END;
--> statement-breakpoint
ALTER TABLE "statements"
  ALTER COLUMN "quote_type" SET DATA TYPE smallint USING CASE quote_type WHEN 'direct' THEN 0 WHEN 'indirect' THEN 1 WHEN 'mixed' THEN 2 END,
  ALTER COLUMN "ground_rules" SET DATA TYPE smallint USING CASE ground_rules WHEN 'background' THEN 0 WHEN 'deep-background' THEN 1 WHEN 'on-record' THEN 2 END;
--> statement-breakpoint
CREATE INDEX "statements_by_repeats" ON "statements" USING btree ("repeats_id","id") WHERE "statements"."repeats_id" is not null;
--> statement-breakpoint
CREATE INDEX "statements_by_words" ON "statements" USING btree ("article_id",substr("quote_key", 1, 6));
--> statement-breakpoint
ALTER TABLE "search_entries"
  ALTER COLUMN "kind" SET DATA TYPE smallint USING CASE kind WHEN 'article' THEN 0 WHEN 'claim' THEN 1 WHEN 'speaker' THEN 2 WHEN 'statement' THEN 3 END,
  ALTER COLUMN "facets" SET DATA TYPE text COLLATE "C" USING replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(facets, 'is_statement', 'xs'), 'is_draft', 'xd'), 'is_claim', 'xc'), 'is_speaker', 'xp'), 'is_article', 'xa'), 'dsp_0', 'd'), 'sid_0', 's'), 'spk_0', 'p'), 'out_0', 'o'), 'art_0', 'a'), 'clm_0', 'c'), 'qst_0', 'q');
--> statement-breakpoint
DELETE FROM search_index;
--> statement-breakpoint
INSERT INTO search_index SELECT place, search_vector(words, more, facets) FROM search_entries;
