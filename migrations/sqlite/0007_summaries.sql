-- Summaries are folded in sets behind a mark, by the service: no trigger keeps them. They begin anew, with nothing in
-- them; until all is folded in, answers count the rest.
DROP TRIGGER stances_inserted;--> statement-breakpoint
DROP TRIGGER stances_deleted;--> statement-breakpoint
DROP TRIGGER stances_updated;--> statement-breakpoint
DROP TRIGGER stances_counted;--> statement-breakpoint
DROP TRIGGER stances_uncounted;--> statement-breakpoint
DROP TRIGGER stances_recounted;--> statement-breakpoint
DROP TRIGGER term_usages_counted;--> statement-breakpoint
DROP TRIGGER term_usages_uncounted;--> statement-breakpoint
DROP TRIGGER term_usages_recounted;--> statement-breakpoint
DROP TRIGGER statements_counted;--> statement-breakpoint
DROP TRIGGER statements_uncounted;--> statement-breakpoint
DROP TRIGGER statements_recounted;--> statement-breakpoint
DROP TRIGGER answered_counted;--> statement-breakpoint
DROP TRIGGER answered_uncounted;--> statement-breakpoint
DROP VIEW stance_changes;--> statement-breakpoint
DROP VIEW usage_changes;--> statement-breakpoint
DROP VIEW statement_changes;--> statement-breakpoint
DROP VIEW tally_changes;--> statement-breakpoint
DROP VIEW member_changes;--> statement-breakpoint
DROP TABLE `stance_totals`;--> statement-breakpoint
DROP TABLE `tally_members`;--> statement-breakpoint
DELETE FROM `tallies`;--> statement-breakpoint
DELETE FROM `tally_sizes`;--> statement-breakpoint
CREATE TABLE `summary_marks` (
	`name` text PRIMARY KEY NOT NULL,
	`statement_id` text NOT NULL,
	`folds` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `tally_members` (
	`subject` text NOT NULL,
	`kind` text NOT NULL,
	`member` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`subject`, `kind`, `member`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `tally_members_often` ON `tally_members` (`subject`,`n`,`member`) WHERE "tally_members"."n" > 1 and "tally_members"."kind" = 'art';
--> statement-breakpoint
DROP INDEX `statements_answering`;
--> statement-breakpoint
CREATE INDEX `statements_counted` ON `statements` (`id`,`status`,`dispute_id`,`side_id`,`said_at`,`said_sort`,`outlet_id`,`anchor_result`,`repeats_id`);
