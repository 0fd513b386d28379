-- A term has the forms that claims list in one entry, an editor's stances outweigh the words, what is not read is counted
-- apart, and own voice by usage: all that is kept of terms is counted anew, in the background, and until it is comparisons
-- read quotes and texts. The summaries begin anew, too. Terms that claims listed one by one stay as history has them;
-- they are read in the groups that counted together.
DELETE FROM `term_places`;--> statement-breakpoint
DELETE FROM `term_usages`;--> statement-breakpoint
DELETE FROM `tallies`;--> statement-breakpoint
DELETE FROM `tally_members`;--> statement-breakpoint
DELETE FROM `tally_sizes`;--> statement-breakpoint
DELETE FROM `summary_marks`;--> statement-breakpoint
UPDATE `terms` SET `is_whole` = false;--> statement-breakpoint
DROP INDEX `term_places_by_term`;--> statement-breakpoint
ALTER TABLE `term_places` ADD `language` text NOT NULL;--> statement-breakpoint
ALTER TABLE `term_places` ADD `own_use` integer NOT NULL;--> statement-breakpoint
ALTER TABLE `term_places` ADD `own_denial` integer NOT NULL;--> statement-breakpoint
ALTER TABLE `term_places` ADD `own_mention` integer NOT NULL;--> statement-breakpoint
ALTER TABLE `term_places` ADD `own_unread` integer NOT NULL;--> statement-breakpoint
CREATE INDEX `term_places_by_term` ON `term_places` (`wording`,`outlet_id`,`article_id`,`language`,`own_use`,`own_denial`,`own_mention`,`own_unread`);--> statement-breakpoint
ALTER TABLE `term_places` DROP COLUMN `own_voice`;--> statement-breakpoint
ALTER TABLE `term_usages` ADD `last_day` text NOT NULL;--> statement-breakpoint
ALTER TABLE `term_usages` ADD `language` text NOT NULL;--> statement-breakpoint
ALTER TABLE `term_usages` ADD `paraphrased` integer NOT NULL;--> statement-breakpoint
CREATE TABLE `term_covers` (
	`statement_id` text NOT NULL,
	`article_id` text NOT NULL,
	`wording` text NOT NULL,
	`start` integer NOT NULL,
	PRIMARY KEY(`statement_id`, `article_id`, `wording`, `start`),
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `term_covers_by_place` ON `term_covers` (`article_id`,`wording`,`start`,`statement_id`);
