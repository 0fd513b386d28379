DROP INDEX "stances_by_claim";--> statement-breakpoint
DROP INDEX "stances_by_question";--> statement-breakpoint
DROP INDEX "stances_by_group";--> statement-breakpoint
DROP INDEX "stances_by_speaker";--> statement-breakpoint
DROP INDEX "stances_of_speaker";--> statement-breakpoint
DROP INDEX "statements_by_date";--> statement-breakpoint
DROP INDEX "statements_by_dispute";--> statement-breakpoint
DROP INDEX "statements_balance";--> statement-breakpoint
DROP INDEX "statements_counted";--> statement-breakpoint
DROP INDEX "statements_by_speaker";--> statement-breakpoint
DROP INDEX "statements_by_side";--> statement-breakpoint
DROP INDEX "statements_by_outlet";--> statement-breakpoint
DROP INDEX "statements_by_article";--> statement-breakpoint
DROP INDEX "term_usages_by_date";--> statement-breakpoint
DROP INDEX "term_usages_by_side";--> statement-breakpoint
ALTER TABLE "answered" ADD COLUMN "days" bigint;--> statement-breakpoint
ALTER TABLE "stances" ADD COLUMN "said_on" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "stances" ADD COLUMN "said_as" text COLLATE "C" DEFAULT 'day' NOT NULL;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "said_on" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "said_as" text COLLATE "C" DEFAULT 'day' NOT NULL;--> statement-breakpoint
ALTER TABLE "term_usages" ADD COLUMN "said_on" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "term_usages" ADD COLUMN "said_as" text COLLATE "C" DEFAULT 'day' NOT NULL;--> statement-breakpoint
UPDATE "statements" SET
	"said_on" = substr(coalesce("said_at", (SELECT "published_at" FROM "articles" WHERE "articles"."id" = "article_id")), 1, 10),
	"said_as" = CASE WHEN "said_at" IS NOT NULL THEN CASE WHEN length("said_at") > 10 THEN 'time' ELSE 'day' END
		WHEN length((SELECT "published_at" FROM "articles" WHERE "articles"."id" = "article_id")) > 10 THEN 'article-time'
		ELSE 'article-day' END;--> statement-breakpoint
UPDATE "stances" SET
	"said_on" = (SELECT "statements"."said_on" FROM "statements" WHERE "statements"."id" = "statement_id"),
	"said_as" = (SELECT "statements"."said_as" FROM "statements" WHERE "statements"."id" = "statement_id");--> statement-breakpoint
UPDATE "term_usages" SET
	"said_on" = (SELECT "statements"."said_on" FROM "statements" WHERE "statements"."id" = "statement_id"),
	"said_as" = (SELECT "statements"."said_as" FROM "statements" WHERE "statements"."id" = "statement_id");--> statement-breakpoint
DELETE FROM "answered";--> statement-breakpoint
INSERT INTO "answered" ("statement_id", "dispute_id", "side_id", "hours", "days")
SELECT "id", "dispute_id", "side_id",
	CASE WHEN length("one") > 10 AND length("other") > 10 THEN round(extract(epoch FROM "other"::timestamptz - "one"::timestamptz) / 3600, 2) END,
	CASE WHEN length("one") >= 10 AND length("other") >= 10 THEN substr("other", 1, 10)::date - substr("one", 1, 10)::date END
FROM (
	SELECT "said"."id", "said"."dispute_id", "said"."side_id", "said"."said_at" AS "one", "answer"."said_at" AS "other",
		row_number() OVER (PARTITION BY "said"."id" ORDER BY "answer"."said_sort", "answer"."id") AS "place"
	FROM (
		SELECT "rebuts_id" AS "said_id", "statement_id", "kind" FROM "rebuttals"
		UNION ALL SELECT "statements"."id", "rebuttals"."statement_id", "rebuttals"."kind"
		FROM "rebuttals" JOIN "statements" ON "statements"."repeats_id" = "rebuttals"."rebuts_id"
	) AS "links"
	JOIN "statements" AS "said" ON "said"."id" = "links"."said_id"
	JOIN "statements" AS "answer" ON "answer"."id" = "links"."statement_id"
	WHERE "said"."status" = 'published' AND "answer"."status" = 'published' AND "answer"."side_id" <> "said"."side_id"
		AND "links"."kind" NOT IN ('concession', 'clarification')
) AS "answers" WHERE "place" = 1;--> statement-breakpoint
DELETE FROM "tallies";--> statement-breakpoint
DELETE FROM "tally_members";--> statement-breakpoint
DELETE FROM "tally_sizes";--> statement-breakpoint
DELETE FROM "summary_marks";--> statement-breakpoint
CREATE INDEX "answered_by_days" ON "answered" USING btree ("dispute_id","side_id","days");--> statement-breakpoint
CREATE INDEX "repeats_by_claim" ON "stances" USING btree ("claim_id","status","side_id","stance","utterance_id","statement_id") WHERE "stances"."utterance_id" <> "stances"."statement_id";--> statement-breakpoint
CREATE INDEX "stances_by_claim" ON "stances" USING btree ("claim_id","status","said_sort","statement_id","stance","side_id","outlet_id","speaker_id","article_id","utterance_id","said_on","said_as");--> statement-breakpoint
CREATE INDEX "stances_by_question" ON "stances" USING btree ("question_id","status","said_sort","statement_id","claim_id","side_id","stance","utterance_id","said_on");--> statement-breakpoint
CREATE INDEX "stances_by_group" ON "stances" USING btree ("claim_id","stance","status","side_id","said_sort","statement_id","speaker_id","said_on","said_as");--> statement-breakpoint
CREATE INDEX "stances_by_speaker" ON "stances" USING btree ("speaker_id","claim_id","stance","status","side_id","said_sort","statement_id","said_on");--> statement-breakpoint
CREATE INDEX "stances_of_speaker" ON "stances" USING btree ("speaker_id","status","said_sort","statement_id","claim_id","question_id","stance","of_statement","said_on");--> statement-breakpoint
CREATE INDEX "statements_by_date" ON "statements" USING btree ("status","said_sort","id","said_on");--> statement-breakpoint
CREATE INDEX "statements_by_dispute" ON "statements" USING btree ("dispute_id","status","said_sort","id","said_on");--> statement-breakpoint
CREATE INDEX "statements_balance" ON "statements" USING btree ("dispute_id","status","side_id","outlet_id","anchor_result","said_sort","said_on");--> statement-breakpoint
CREATE INDEX "statements_counted" ON "statements" USING btree ("id","status","dispute_id","side_id","said_at","said_sort","said_on","outlet_id","anchor_result","repeats_id");--> statement-breakpoint
CREATE INDEX "statements_by_speaker" ON "statements" USING btree ("speaker_id","status","said_sort","id","said_on");--> statement-breakpoint
CREATE INDEX "statements_by_side" ON "statements" USING btree ("side_id","status","said_sort","id","said_on");--> statement-breakpoint
CREATE INDEX "statements_by_outlet" ON "statements" USING btree ("outlet_id","status","said_sort","id","said_on");--> statement-breakpoint
CREATE INDEX "statements_by_article" ON "statements" USING btree ("article_id","status","said_sort","id","said_on");--> statement-breakpoint
CREATE INDEX "term_usages_by_date" ON "term_usages" USING btree ("wording","usage","said_sort","statement_id","said_on");--> statement-breakpoint
CREATE INDEX "term_usages_by_side" ON "term_usages" USING btree ("wording","usage","side_id","said_sort","statement_id","said_on");
