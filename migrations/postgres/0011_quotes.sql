CREATE TABLE "likenesses" (
	"kind" text COLLATE "C" NOT NULL,
	"folded" text COLLATE "C" NOT NULL,
	"entity_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "likenesses_kind_folded_entity_id_pk" PRIMARY KEY("kind","folded","entity_id")
);
--> statement-breakpoint
CREATE TABLE "rechecks" (
	"kind" text COLLATE "C" PRIMARY KEY NOT NULL,
	"after" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "statement_warnings" (
	"statement_id" text COLLATE "C" NOT NULL,
	"warning" text COLLATE "C" NOT NULL,
	CONSTRAINT "statement_warnings_statement_id_warning_pk" PRIMARY KEY("statement_id","warning")
);
--> statement-breakpoint
DROP INDEX "drifts_by_article";--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "newest" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "drifts" ADD COLUMN "difference" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "drifts" ADD COLUMN "at_sort" text COLLATE "C" DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "drifts" ADD COLUMN "is_earlier" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "drifts" ADD COLUMN "is_newest" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "imported_ids" ADD COLUMN "is_alias" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "statements" ADD COLUMN "quote_key" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "statement_warnings" ADD CONSTRAINT "statement_warnings_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "likenesses_by_entity" ON "likenesses" USING btree ("entity_id");--> statement-breakpoint
CREATE INDEX "statements_by_warning" ON "statement_warnings" USING btree ("warning","statement_id");--> statement-breakpoint
CREATE INDEX "drifts_by_date" ON "drifts" USING btree ("at_sort","statement_id","snapshot");--> statement-breakpoint
CREATE INDEX "drifts_of_note" ON "drifts" USING btree ("at_sort","statement_id","snapshot","drift","difference") WHERE "drifts"."drift" <> 'unchanged' and not "drifts"."is_earlier";--> statement-breakpoint
CREATE INDEX "drifts_now" ON "drifts" USING btree ("is_newest","drift","statement_id");--> statement-breakpoint
CREATE INDEX "statements_by_words" ON "statements" USING btree ("article_id","quote_key");--> statement-breakpoint
CREATE INDEX "drifts_by_article" ON "drifts" USING btree ("article_id","at_sort","statement_id","snapshot");--> statement-breakpoint
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
