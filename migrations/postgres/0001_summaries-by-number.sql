CREATE TABLE "repeated" (
	"statement_id" bigint PRIMARY KEY NOT NULL
);
--> statement-breakpoint
INSERT INTO "repeated" SELECT DISTINCT "repeats_id" FROM "statements" WHERE "repeats_id" IS NOT NULL;
--> statement-breakpoint
CREATE TABLE "tally_subjects" (
	"key" bigint PRIMARY KEY NOT NULL,
	"subject" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX "tally_subjects_subject" ON "tally_subjects" USING btree ("subject");--> statement-breakpoint
-- The summaries follow from the record, and all is folded into them anew beside everything else.
DELETE FROM "summary_marks";--> statement-breakpoint
DROP TABLE "tallies";--> statement-breakpoint
CREATE TABLE "tallies" (
	"subject" bigint NOT NULL,
	"granularity" smallint NOT NULL,
	"period" text COLLATE "C" NOT NULL,
	"side_id" bigint NOT NULL,
	"kind" smallint NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "tallies_subject_granularity_period_side_id_kind_pk" PRIMARY KEY("subject","granularity","period","side_id","kind")
);
--> statement-breakpoint
DROP TABLE "tally_members";--> statement-breakpoint
CREATE TABLE "tally_members" (
	"subject" bigint NOT NULL,
	"kind" smallint NOT NULL,
	"member" text COLLATE "C" NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "tally_members_subject_kind_member_pk" PRIMARY KEY("subject","kind","member")
);
--> statement-breakpoint
CREATE INDEX "tally_members_often" ON "tally_members" USING btree ("subject","n","member") WHERE "tally_members"."n" > 1 and "tally_members"."kind" = 0;--> statement-breakpoint
DROP TABLE "tally_sizes";--> statement-breakpoint
CREATE TABLE "tally_sizes" (
	"subject" bigint NOT NULL,
	"kind" smallint NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "tally_sizes_subject_kind_pk" PRIMARY KEY("subject","kind")
);
