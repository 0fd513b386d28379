CREATE TABLE `repeated` (
	`statement_id` integer PRIMARY KEY NOT NULL
);
--> statement-breakpoint
INSERT INTO `repeated` SELECT DISTINCT `repeats_id` FROM `statements` WHERE `repeats_id` IS NOT NULL;
--> statement-breakpoint
CREATE TABLE `tally_subjects` (
	`key` integer PRIMARY KEY NOT NULL,
	`subject` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `tally_subjects_subject` ON `tally_subjects` (`subject`);--> statement-breakpoint
-- The summaries follow from the record, and all is folded into them anew beside everything else.
DELETE FROM `summary_marks`;--> statement-breakpoint
DROP TABLE `tallies`;--> statement-breakpoint
CREATE TABLE `tallies` (
	`subject` integer NOT NULL,
	`granularity` integer NOT NULL,
	`period` text NOT NULL,
	`side_id` integer NOT NULL,
	`kind` integer NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`subject`, `granularity`, `period`, `side_id`, `kind`)
) WITHOUT ROWID;
--> statement-breakpoint
DROP TABLE `tally_members`;--> statement-breakpoint
CREATE TABLE `tally_members` (
	`subject` integer NOT NULL,
	`kind` integer NOT NULL,
	`member` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`subject`, `kind`, `member`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `tally_members_often` ON `tally_members` (`subject`,`n`,`member`) WHERE "tally_members"."n" > 1 and "tally_members"."kind" = 0;--> statement-breakpoint
DROP TABLE `tally_sizes`;--> statement-breakpoint
CREATE TABLE `tally_sizes` (
	`subject` integer NOT NULL,
	`kind` integer NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`subject`, `kind`)
) WITHOUT ROWID;
