-- Lines of history keep times and words as numbers and digests as bytes, and no digest that their words say. Patches stay
-- as they are: only of statements that are made from here on does the row tell the patch.
DROP INDEX changes_by_whole;
--> statement-breakpoint
DROP INDEX changes_by_rebutted;
--> statement-breakpoint
DROP INDEX changes_by_moved;
--> statement-breakpoint
DROP INDEX changes_by_moved_too;
--> statement-breakpoint
ALTER TABLE "changes"
  ADD COLUMN "told_by_row" bigint,
  ALTER COLUMN "at" SET DATA TYPE bigint USING (extract(epoch FROM at::timestamptz) * 1000)::bigint,
  ALTER COLUMN "action" SET DATA TYPE smallint USING CASE action WHEN 'create' THEN 0 WHEN 'delete' THEN 1 WHEN 'merge' THEN 2 WHEN 'publish' THEN 3 WHEN 'redact' THEN 4 WHEN 'restore' THEN 5 WHEN 'revise' THEN 6 WHEN 'unmerge' THEN 7 WHEN 'withdraw' THEN 8 END,
  ALTER COLUMN "entity_type" SET DATA TYPE smallint USING CASE entity_type WHEN 'article' THEN 0 WHEN 'claim' THEN 1 WHEN 'claim-relation' THEN 2 WHEN 'correction' THEN 3 WHEN 'dispute' THEN 4 WHEN 'outlet' THEN 5 WHEN 'question' THEN 6 WHEN 'rebuttal' THEN 7 WHEN 'review' THEN 8 WHEN 'side' THEN 9 WHEN 'snapshot' THEN 10 WHEN 'speaker' THEN 11 WHEN 'statement' THEN 12 END,
  ALTER COLUMN "salt" SET DATA TYPE bytea USING decode(salt, 'hex'),
  ALTER COLUMN "digest" DROP NOT NULL,
  ALTER COLUMN "digest" SET DATA TYPE bytea USING CASE WHEN redacted OR salt IS NULL OR patch IS NULL THEN decode(digest, 'hex') END,
  ALTER COLUMN "hash" SET DATA TYPE bytea USING decode(hash, 'hex');
--> statement-breakpoint
CREATE INDEX changes_by_whole ON changes (coalesce((patch -> 0 -> 'value' ->> 'statement'), (patch -> 0 -> 'value' ->> 'article'), (patch -> 0 -> 'value' ->> 'claim'), (patch -> 0 -> 'value' ->> 'review')), entity_type, entity_id) WHERE entity_type IN (7, 3, 8, 10);
--> statement-breakpoint
CREATE INDEX changes_by_rebutted ON changes ((patch -> 0 -> 'value' ->> 'rebuts'), entity_type, entity_id) WHERE entity_type = 7;
--> statement-breakpoint
CREATE INDEX changes_by_moved ON changes ((patch -> 0 ->> 'value'), entity_type, entity_id) WHERE entity_type IN (7, 3, 8, 10) AND (patch -> 0 ->> 'path') IN ('/statement', '/rebuts', '/article', '/claim', '/review');
--> statement-breakpoint
CREATE INDEX changes_by_moved_too ON changes ((patch -> 1 ->> 'value'), entity_type, entity_id) WHERE entity_type IN (7, 3, 8, 10) AND (patch -> 1 ->> 'path') IN ('/statement', '/rebuts', '/article', '/claim', '/review');
