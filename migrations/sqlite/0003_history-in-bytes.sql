-- Lines of history keep times and words as numbers and digests as bytes, and no digest that their words say. Patches stay
-- as they are: only of statements that are made from here on does the row tell the patch.
CREATE TABLE `__new_changes` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor` text NOT NULL,
	`action` integer NOT NULL,
	`entity_type` integer NOT NULL,
	`entity_id` text NOT NULL,
	`revision` integer NOT NULL,
	`draft` integer NOT NULL,
	`patch` text,
	`comment` text,
	`salt` blob,
	`digest` blob,
	`hash` blob NOT NULL,
	`redacted` integer NOT NULL,
	`told_by_row` integer
);
--> statement-breakpoint
INSERT INTO `__new_changes` (seq, at, actor, action, entity_type, entity_id, revision, draft, patch, comment, salt, digest, hash, redacted)
SELECT seq, CAST(strftime('%s', at) AS integer) * 1000 + CAST(substr(at, 21, 3) AS integer), actor,
  CASE action WHEN 'create' THEN 0 WHEN 'delete' THEN 1 WHEN 'merge' THEN 2 WHEN 'publish' THEN 3 WHEN 'redact' THEN 4 WHEN 'restore' THEN 5 WHEN 'revise' THEN 6 WHEN 'unmerge' THEN 7 WHEN 'withdraw' THEN 8 END,
  CASE entity_type WHEN 'article' THEN 0 WHEN 'claim' THEN 1 WHEN 'claim-relation' THEN 2 WHEN 'correction' THEN 3 WHEN 'dispute' THEN 4 WHEN 'outlet' THEN 5 WHEN 'question' THEN 6 WHEN 'rebuttal' THEN 7 WHEN 'review' THEN 8 WHEN 'side' THEN 9 WHEN 'snapshot' THEN 10 WHEN 'speaker' THEN 11 WHEN 'statement' THEN 12 END,
  entity_id, revision, draft, patch, comment, unhex(salt),
  CASE WHEN redacted OR salt IS NULL OR patch IS NULL THEN unhex(digest) END, unhex(hash), redacted
FROM changes ORDER BY seq;
--> statement-breakpoint
DROP TABLE `changes`;
--> statement-breakpoint
ALTER TABLE `__new_changes` RENAME TO `changes`;
--> statement-breakpoint
CREATE INDEX `changes_by_entity` ON `changes` (`entity_id`);
--> statement-breakpoint
CREATE INDEX `changes_by_type` ON `changes` (`entity_type`);
--> statement-breakpoint
CREATE INDEX changes_by_whole ON changes (coalesce(json_extract(patch, '$[0].value.statement'), json_extract(patch, '$[0].value.article'), json_extract(patch, '$[0].value.claim'), json_extract(patch, '$[0].value.review')), entity_type, entity_id) WHERE entity_type IN (7, 3, 8, 10);
--> statement-breakpoint
CREATE INDEX changes_by_rebutted ON changes (json_extract(patch, '$[0].value.rebuts'), entity_type, entity_id) WHERE entity_type = 7;
--> statement-breakpoint
CREATE INDEX changes_by_moved ON changes (json_extract(patch, '$[0].value'), entity_type, entity_id) WHERE entity_type IN (7, 3, 8, 10) AND json_extract(patch, '$[0].path') IN ('/statement', '/rebuts', '/article', '/claim', '/review');
--> statement-breakpoint
CREATE INDEX changes_by_moved_too ON changes (json_extract(patch, '$[1].value'), entity_type, entity_id) WHERE entity_type IN (7, 3, 8, 10) AND json_extract(patch, '$[1].path') IN ('/statement', '/rebuts', '/article', '/claim', '/review');
