CREATE TABLE `likenesses` (
	`kind` text NOT NULL,
	`folded` text NOT NULL,
	`entity_id` text NOT NULL,
	PRIMARY KEY(`kind`, `folded`, `entity_id`)
);
--> statement-breakpoint
CREATE INDEX `likenesses_by_entity` ON `likenesses` (`entity_id`);--> statement-breakpoint
CREATE TABLE `rechecks` (
	`kind` text PRIMARY KEY NOT NULL,
	`after` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `statement_warnings` (
	`statement_id` text NOT NULL,
	`warning` text NOT NULL,
	PRIMARY KEY(`statement_id`, `warning`),
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `statements_by_warning` ON `statement_warnings` (`warning`,`statement_id`);--> statement-breakpoint
DROP INDEX `drifts_by_article`;--> statement-breakpoint
ALTER TABLE `drifts` ADD `difference` text;--> statement-breakpoint
ALTER TABLE `drifts` ADD `at_sort` text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE `drifts` ADD `is_earlier` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `drifts` ADD `is_newest` integer DEFAULT false NOT NULL;--> statement-breakpoint
CREATE INDEX `drifts_by_date` ON `drifts` (`at_sort`,`statement_id`,`snapshot`);--> statement-breakpoint
CREATE INDEX `drifts_of_note` ON `drifts` (`at_sort`,`statement_id`,`snapshot`,`drift`,`difference`) WHERE "drifts"."drift" <> 'unchanged' and not "drifts"."is_earlier";--> statement-breakpoint
CREATE INDEX `drifts_now` ON `drifts` (`is_newest`,`drift`,`statement_id`);--> statement-breakpoint
CREATE INDEX `drifts_by_article` ON `drifts` (`article_id`,`at_sort`,`statement_id`,`snapshot`);--> statement-breakpoint
ALTER TABLE `articles` ADD `newest` integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE `imported_ids` ADD `is_alias` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `statements` ADD `quote_key` text;--> statement-breakpoint
CREATE INDEX `statements_by_words` ON `statements` (`article_id`,`quote_key`);--> statement-breakpoint
-- What is written here of what was stored before is close; what is looked through in the background makes it true.
UPDATE articles SET newest = snapshots;--> statement-breakpoint
UPDATE drifts SET
  at_sort = (SELECT s.retrieved_at FROM snapshots s WHERE s.article_id = drifts.article_id AND s.number = drifts.snapshot),
  is_newest = drifts.snapshot = (SELECT a.snapshots FROM articles a WHERE a.id = drifts.article_id);--> statement-breakpoint
INSERT INTO rechecks (kind, after)
  SELECT 'article', '' WHERE EXISTS (SELECT 1 FROM articles) UNION ALL
  SELECT 'outlet', '' WHERE EXISTS (SELECT 1 FROM outlets) UNION ALL
  SELECT 'speaker', '' WHERE EXISTS (SELECT 1 FROM speakers) UNION ALL
  SELECT 'claim', '' WHERE EXISTS (SELECT 1 FROM claims);
