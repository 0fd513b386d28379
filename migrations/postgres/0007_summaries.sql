-- Summaries are folded in sets behind a mark, by the service: no trigger keeps them. They begin anew, with nothing in
-- them; until all is folded in, answers count the rest.
DROP FUNCTION stances_changed() CASCADE;--> statement-breakpoint
DROP FUNCTION stances_tallied() CASCADE;--> statement-breakpoint
DROP FUNCTION term_usages_tallied() CASCADE;--> statement-breakpoint
DROP FUNCTION statements_tallied() CASCADE;--> statement-breakpoint
DROP FUNCTION answered_tallied() CASCADE;--> statement-breakpoint
DROP FUNCTION tally_members_changed() CASCADE;--> statement-breakpoint
DROP FUNCTION change_tally(text, text, text, text, bigint);--> statement-breakpoint
DROP FUNCTION change_members(text, text[], bigint);--> statement-breakpoint
DROP TABLE "stance_totals";--> statement-breakpoint
DELETE FROM "tallies";--> statement-breakpoint
DELETE FROM "tally_members";--> statement-breakpoint
DELETE FROM "tally_sizes";--> statement-breakpoint
CREATE TABLE "summary_marks" (
	"name" text COLLATE "C" PRIMARY KEY NOT NULL,
	"statement_id" text COLLATE "C" NOT NULL,
	"folds" bigint NOT NULL
);
--> statement-breakpoint
DROP INDEX "tally_members_often";--> statement-breakpoint
ALTER TABLE "tally_members" DROP CONSTRAINT "tally_members_subject_member_pk";--> statement-breakpoint
ALTER TABLE "tally_members" ADD COLUMN "kind" text COLLATE "C" NOT NULL;--> statement-breakpoint
ALTER TABLE "tally_members" ADD CONSTRAINT "tally_members_subject_kind_member_pk" PRIMARY KEY("subject","kind","member");--> statement-breakpoint
CREATE INDEX "tally_members_often" ON "tally_members" USING btree ("subject","n","member") WHERE "tally_members"."n" > 1 and "tally_members"."kind" = 'art';
--> statement-breakpoint
DROP INDEX "statements_answering";
--> statement-breakpoint
CREATE INDEX "statements_counted" ON "statements" USING btree ("id","status","dispute_id","side_id","said_at","said_sort","outlet_id","anchor_result","repeats_id");
