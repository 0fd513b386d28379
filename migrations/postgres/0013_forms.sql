-- A term has the forms that claims list in one entry, an editor's stances outweigh the words, what is not read is counted
-- apart, and own voice by usage: all that is kept of terms is counted anew, in the background, and until it is comparisons
-- read quotes and texts. The summaries begin anew, too. Terms that claims listed one by one stay as history has them;
-- they are read in the groups that counted together.
DELETE FROM "term_places";--> statement-breakpoint
DELETE FROM "term_usages";--> statement-breakpoint
DELETE FROM "tallies";--> statement-breakpoint
DELETE FROM "tally_members";--> statement-breakpoint
DELETE FROM "tally_sizes";--> statement-breakpoint
DELETE FROM "summary_marks";--> statement-breakpoint
UPDATE "terms" SET "is_whole" = false;--> statement-breakpoint
DROP INDEX "term_places_by_term";--> statement-breakpoint
ALTER TABLE "term_places" ADD COLUMN "language" text COLLATE "C" NOT NULL;--> statement-breakpoint
ALTER TABLE "term_places" ADD COLUMN "own_use" bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "term_places" ADD COLUMN "own_denial" bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "term_places" ADD COLUMN "own_mention" bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "term_places" ADD COLUMN "own_unread" bigint NOT NULL;--> statement-breakpoint
ALTER TABLE "term_usages" ADD COLUMN "last_day" text COLLATE "C" NOT NULL;--> statement-breakpoint
ALTER TABLE "term_usages" ADD COLUMN "language" text COLLATE "C" NOT NULL;--> statement-breakpoint
ALTER TABLE "term_usages" ADD COLUMN "paraphrased" bigint NOT NULL;--> statement-breakpoint
CREATE INDEX "term_places_by_term" ON "term_places" USING btree ("wording","outlet_id","article_id","language","own_use","own_denial","own_mention","own_unread");--> statement-breakpoint
ALTER TABLE "term_places" DROP COLUMN "own_voice";--> statement-breakpoint
CREATE TABLE "term_covers" (
	"statement_id" text COLLATE "C" NOT NULL,
	"article_id" text COLLATE "C" NOT NULL,
	"wording" text COLLATE "C" NOT NULL,
	"start" bigint NOT NULL,
	CONSTRAINT "term_covers_statement_id_article_id_wording_start_pk" PRIMARY KEY("statement_id","article_id","wording","start")
);
--> statement-breakpoint
ALTER TABLE "term_covers" ADD CONSTRAINT "term_covers_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "term_covers_by_place" ON "term_covers" USING btree ("article_id","wording","start","statement_id");
