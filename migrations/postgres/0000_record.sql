CREATE TABLE "articles" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"updated_at" text COLLATE "C" NOT NULL,
	"url" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"outlet_id" text COLLATE "C" NOT NULL,
	"byline" json NOT NULL,
	"agencies" json NOT NULL,
	"published_at" text COLLATE "C" NOT NULL,
	"published_sort" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"archive_url" text COLLATE "C",
	"accessed_at" text COLLATE "C",
	"snapshots" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "changes" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"actor" text COLLATE "C" NOT NULL,
	"action" text COLLATE "C" NOT NULL,
	"entity_type" text COLLATE "C" NOT NULL,
	"entity_id" text COLLATE "C" NOT NULL,
	"revision" bigint NOT NULL,
	"draft" boolean NOT NULL,
	"patch" json,
	"comment" text COLLATE "C",
	"salt" text COLLATE "C",
	"digest" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"redacted" boolean NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claim_relations" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"updated_at" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C",
	"own_claim_id" text COLLATE "C" NOT NULL,
	"own_target_id" text COLLATE "C" NOT NULL,
	"claim_id" text COLLATE "C" NOT NULL,
	"target_id" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claim_relations_aside" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"updated_at" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C",
	"own_claim_id" text COLLATE "C" NOT NULL,
	"own_target_id" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claim_terms" (
	"claim_id" text COLLATE "C" NOT NULL,
	"wording" text COLLATE "C" NOT NULL,
	CONSTRAINT "claim_terms_claim_id_wording_pk" PRIMARY KEY("claim_id","wording")
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"updated_at" text COLLATE "C" NOT NULL,
	"slug" text COLLATE "C" NOT NULL,
	"question_id" text COLLATE "C" NOT NULL,
	"dispute_id" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"terms" json NOT NULL,
	"note" text COLLATE "C",
	"merged_into_id" text COLLATE "C",
	"root_id" text COLLATE "C",
	"merged" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "corrections" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"updated_at" text COLLATE "C" NOT NULL,
	"statement_id" text COLLATE "C",
	"article_id" text COLLATE "C",
	"claim_id" text COLLATE "C",
	"own_claim_id" text COLLATE "C",
	"review_id" text COLLATE "C",
	"kind" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C" NOT NULL,
	"effective_at" text COLLATE "C" NOT NULL,
	"effective_sort" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dispute_sides" (
	"dispute_id" text COLLATE "C" NOT NULL,
	"side_id" text COLLATE "C" NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	CONSTRAINT "dispute_sides_dispute_id_side_id_pk" PRIMARY KEY("dispute_id","side_id")
);
--> statement-breakpoint
CREATE TABLE "disputes" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"updated_at" text COLLATE "C" NOT NULL,
	"slug" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"summary" text COLLATE "C",
	"sides" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "drifts" (
	"statement_id" text COLLATE "C" NOT NULL,
	"article_id" text COLLATE "C" NOT NULL,
	"snapshot" bigint NOT NULL,
	"drift" text COLLATE "C" NOT NULL,
	"found" json,
	CONSTRAINT "drifts_statement_id_snapshot_pk" PRIMARY KEY("statement_id","snapshot")
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"caller" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"fingerprint" text COLLATE "C" NOT NULL,
	"at" text COLLATE "C" NOT NULL,
	"entity_id" text COLLATE "C" NOT NULL,
	"answer" json,
	CONSTRAINT "idempotency_keys_caller_key_pk" PRIMARY KEY("caller","key")
);
--> statement-breakpoint
CREATE TABLE "imported_ids" (
	"kind" text COLLATE "C" NOT NULL,
	"external_id" text COLLATE "C" NOT NULL,
	"entity_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "imported_ids_kind_external_id_pk" PRIMARY KEY("kind","external_id")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"format" text COLLATE "C" NOT NULL,
	"dry_run" boolean NOT NULL,
	"actor" text COLLATE "C" NOT NULL,
	"comment" text COLLATE "C",
	"state" text COLLATE "C" NOT NULL,
	"read" bigint NOT NULL,
	"created" bigint NOT NULL,
	"updated" bigint NOT NULL,
	"unchanged" bigint NOT NULL,
	"rejected" bigint NOT NULL,
	"errors" json NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"updated_at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "keys" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"expires_at" text COLLATE "C",
	"last_used_at" text COLLATE "C",
	"revoked_at" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "outlets" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"updated_at" text COLLATE "C" NOT NULL,
	"slug" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"homepage" text COLLATE "C",
	"kind" text COLLATE "C" NOT NULL,
	"country" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"updated_at" text COLLATE "C" NOT NULL,
	"slug" text COLLATE "C" NOT NULL,
	"dispute_id" text COLLATE "C" NOT NULL,
	"text" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rebuttals" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"updated_at" text COLLATE "C" NOT NULL,
	"statement_id" text COLLATE "C" NOT NULL,
	"rebuts_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"updated_at" text COLLATE "C" NOT NULL,
	"claim_id" text COLLATE "C",
	"own_claim_id" text COLLATE "C",
	"statement_id" text COLLATE "C",
	"publisher_id" text COLLATE "C" NOT NULL,
	"url" text COLLATE "C",
	"title" text COLLATE "C",
	"reviewed_at" text COLLATE "C",
	"reviewed_sort" text COLLATE "C",
	"label" text COLLATE "C" NOT NULL,
	"value" double precision,
	"best" double precision,
	"worst" double precision,
	"normalized" text COLLATE "C",
	"normalized_by" text COLLATE "C",
	"language" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "search_entries" (
	"place" bigint PRIMARY KEY NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"entity_id" text COLLATE "C" NOT NULL,
	"snapshot" bigint,
	"start" bigint,
	"end" bigint,
	"words" text COLLATE "C" NOT NULL,
	"more" text COLLATE "C" NOT NULL,
	"facets" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "secrets" (
	"name" text COLLATE "C" PRIMARY KEY NOT NULL,
	"value" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sides" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"updated_at" text COLLATE "C" NOT NULL,
	"slug" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "snapshots" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"article_id" text COLLATE "C" NOT NULL,
	"number" bigint NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"length" bigint NOT NULL,
	"retrieved_at" text COLLATE "C" NOT NULL,
	"redacted" boolean NOT NULL,
	"created_at" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "speaker_sides" (
	"speaker_id" text COLLATE "C" NOT NULL,
	"side_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "speaker_sides_speaker_id_side_id_pk" PRIMARY KEY("speaker_id","side_id")
);
--> statement-breakpoint
CREATE TABLE "speakers" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"updated_at" text COLLATE "C" NOT NULL,
	"slug" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"aliases" json NOT NULL,
	"wikidata" text COLLATE "C",
	"affiliations" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stance_totals" (
	"claim_id" text COLLATE "C" NOT NULL,
	"side_id" text COLLATE "C" NOT NULL,
	"stance" text COLLATE "C" NOT NULL,
	"question_id" text COLLATE "C" NOT NULL,
	"n" bigint NOT NULL,
	"of_question" bigint NOT NULL,
	"of_statement" bigint NOT NULL,
	CONSTRAINT "stance_totals_claim_id_side_id_stance_pk" PRIMARY KEY("claim_id","side_id","stance")
);
--> statement-breakpoint
CREATE TABLE "stances" (
	"statement_id" text COLLATE "C" NOT NULL,
	"claim_id" text COLLATE "C" NOT NULL,
	"stance" text COLLATE "C" NOT NULL,
	"question_id" text COLLATE "C" NOT NULL,
	"side_id" text COLLATE "C" NOT NULL,
	"speaker_id" text COLLATE "C" NOT NULL,
	"outlet_id" text COLLATE "C" NOT NULL,
	"article_id" text COLLATE "C" NOT NULL,
	"utterance_id" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"said_sort" text COLLATE "C" NOT NULL,
	"of_question" bigint NOT NULL,
	"of_statement" bigint NOT NULL,
	CONSTRAINT "stances_statement_id_claim_id_pk" PRIMARY KEY("statement_id","claim_id")
);
--> statement-breakpoint
CREATE TABLE "statements" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"updated_at" text COLLATE "C" NOT NULL,
	"status" text COLLATE "C" NOT NULL,
	"article_id" text COLLATE "C" NOT NULL,
	"outlet_id" text COLLATE "C" NOT NULL,
	"speaker_id" text COLLATE "C" NOT NULL,
	"dispute_id" text COLLATE "C" NOT NULL,
	"side_id" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C",
	"quote" text COLLATE "C" NOT NULL,
	"quote_type" text COLLATE "C" NOT NULL,
	"cue" text COLLATE "C",
	"ground_rules" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"original" json,
	"translations" json NOT NULL,
	"said_at" text COLLATE "C",
	"said_sort" text COLLATE "C" NOT NULL,
	"published_sort" text COLLATE "C" NOT NULL,
	"setting" text COLLATE "C",
	"context" text COLLATE "C",
	"anchor_result" text COLLATE "C" NOT NULL,
	"anchor" json NOT NULL,
	"stances" json NOT NULL,
	"own_stances" json,
	"repeats_id" text COLLATE "C",
	"note" text COLLATE "C",
	"withdrawn_at" text COLLATE "C",
	"withdrawn_reason" text COLLATE "C",
	"withdrawn_from" text COLLATE "C",
	"redacted_at" text COLLATE "C",
	"redacted_lines" json
);
--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_outlet_id_outlets_id_fk" FOREIGN KEY ("outlet_id") REFERENCES "public"."outlets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_relations" ADD CONSTRAINT "claim_relations_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_relations" ADD CONSTRAINT "claim_relations_target_id_claims_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_relations_aside" ADD CONSTRAINT "claim_relations_aside_own_claim_id_claims_id_fk" FOREIGN KEY ("own_claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_relations_aside" ADD CONSTRAINT "claim_relations_aside_own_target_id_claims_id_fk" FOREIGN KEY ("own_target_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_terms" ADD CONSTRAINT "claim_terms_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_question_id_questions_id_fk" FOREIGN KEY ("question_id") REFERENCES "public"."questions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claims" ADD CONSTRAINT "claims_merged_into_id_claims_id_fk" FOREIGN KEY ("merged_into_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_review_id_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."reviews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_sides" ADD CONSTRAINT "dispute_sides_dispute_id_disputes_id_fk" FOREIGN KEY ("dispute_id") REFERENCES "public"."disputes"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dispute_sides" ADD CONSTRAINT "dispute_sides_side_id_sides_id_fk" FOREIGN KEY ("side_id") REFERENCES "public"."sides"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drifts" ADD CONSTRAINT "drifts_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "drifts" ADD CONSTRAINT "drifts_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_dispute_id_disputes_id_fk" FOREIGN KEY ("dispute_id") REFERENCES "public"."disputes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rebuttals" ADD CONSTRAINT "rebuttals_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rebuttals" ADD CONSTRAINT "rebuttals_rebuts_id_statements_id_fk" FOREIGN KEY ("rebuts_id") REFERENCES "public"."statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reviews" ADD CONSTRAINT "reviews_publisher_id_outlets_id_fk" FOREIGN KEY ("publisher_id") REFERENCES "public"."outlets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "snapshots" ADD CONSTRAINT "snapshots_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speaker_sides" ADD CONSTRAINT "speaker_sides_speaker_id_speakers_id_fk" FOREIGN KEY ("speaker_id") REFERENCES "public"."speakers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "speaker_sides" ADD CONSTRAINT "speaker_sides_side_id_sides_id_fk" FOREIGN KEY ("side_id") REFERENCES "public"."sides"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stances" ADD CONSTRAINT "stances_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "stances" ADD CONSTRAINT "stances_claim_id_claims_id_fk" FOREIGN KEY ("claim_id") REFERENCES "public"."claims"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_speaker_id_speakers_id_fk" FOREIGN KEY ("speaker_id") REFERENCES "public"."speakers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_dispute_id_disputes_id_fk" FOREIGN KEY ("dispute_id") REFERENCES "public"."disputes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_side_id_sides_id_fk" FOREIGN KEY ("side_id") REFERENCES "public"."sides"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "articles_url" ON "articles" USING btree ("url");--> statement-breakpoint
CREATE INDEX "articles_by_outlet" ON "articles" USING btree ("outlet_id","id");--> statement-breakpoint
CREATE INDEX "articles_by_date" ON "articles" USING btree ("published_sort","id");--> statement-breakpoint
CREATE INDEX "changes_by_entity" ON "changes" USING btree ("entity_id","seq");--> statement-breakpoint
CREATE INDEX "changes_by_type" ON "changes" USING btree ("entity_type","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "claim_relations_once" ON "claim_relations" USING btree ("claim_id","target_id","kind");--> statement-breakpoint
CREATE INDEX "claim_relations_by_target" ON "claim_relations" USING btree ("target_id","id");--> statement-breakpoint
CREATE INDEX "claim_relations_aside_by_claim" ON "claim_relations_aside" USING btree ("own_claim_id");--> statement-breakpoint
CREATE INDEX "claim_relations_aside_by_target" ON "claim_relations_aside" USING btree ("own_target_id");--> statement-breakpoint
CREATE INDEX "claim_terms_by_wording" ON "claim_terms" USING btree ("wording","claim_id");--> statement-breakpoint
CREATE UNIQUE INDEX "claims_slug" ON "claims" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "claims_by_root" ON "claims" USING btree ("root_id","id");--> statement-breakpoint
CREATE INDEX "claims_merged_into" ON "claims" USING btree ("merged_into_id");--> statement-breakpoint
CREATE INDEX "claims_by_question" ON "claims" USING btree ("question_id","id");--> statement-breakpoint
CREATE INDEX "claims_by_dispute" ON "claims" USING btree ("dispute_id","id");--> statement-breakpoint
CREATE INDEX "corrections_by_date" ON "corrections" USING btree ("effective_sort","id");--> statement-breakpoint
CREATE INDEX "corrections_by_statement" ON "corrections" USING btree ("statement_id","effective_sort","id");--> statement-breakpoint
CREATE INDEX "corrections_by_article" ON "corrections" USING btree ("article_id","effective_sort","id");--> statement-breakpoint
CREATE INDEX "corrections_by_claim" ON "corrections" USING btree ("claim_id","effective_sort","id");--> statement-breakpoint
CREATE INDEX "corrections_by_review" ON "corrections" USING btree ("review_id","effective_sort","id");--> statement-breakpoint
CREATE INDEX "dispute_sides_by_side" ON "dispute_sides" USING btree ("side_id","dispute_id");--> statement-breakpoint
CREATE UNIQUE INDEX "disputes_slug" ON "disputes" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "drifts_by_article" ON "drifts" USING btree ("article_id","statement_id","snapshot");--> statement-breakpoint
CREATE INDEX "idempotency_keys_by_age" ON "idempotency_keys" USING btree ("at");--> statement-breakpoint
CREATE INDEX "imported_ids_by_entity" ON "imported_ids" USING btree ("entity_id");--> statement-breakpoint
CREATE INDEX "imports_by_state" ON "imports" USING btree ("state","id");--> statement-breakpoint
CREATE UNIQUE INDEX "keys_hash" ON "keys" USING btree ("hash");--> statement-breakpoint
CREATE UNIQUE INDEX "outlets_slug" ON "outlets" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "questions_slug" ON "questions" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "questions_by_dispute" ON "questions" USING btree ("dispute_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "rebuttals_once" ON "rebuttals" USING btree ("statement_id","rebuts_id");--> statement-breakpoint
CREATE INDEX "rebuttals_of" ON "rebuttals" USING btree ("rebuts_id","id");--> statement-breakpoint
CREATE INDEX "rebuttals_by_answered" ON "rebuttals" USING btree ("rebuts_id","kind","statement_id");--> statement-breakpoint
CREATE INDEX "reviews_by_claim" ON "reviews" USING btree ("claim_id","id");--> statement-breakpoint
CREATE INDEX "reviews_by_statement" ON "reviews" USING btree ("statement_id","id");--> statement-breakpoint
CREATE INDEX "reviews_by_publisher" ON "reviews" USING btree ("publisher_id","id");--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_once_of_claim" ON "reviews" USING btree ("publisher_id","url","own_claim_id");--> statement-breakpoint
CREATE UNIQUE INDEX "reviews_once_of_statement" ON "reviews" USING btree ("publisher_id","url","statement_id");--> statement-breakpoint
CREATE INDEX "search_entries_by_entity" ON "search_entries" USING btree ("entity_id","place");--> statement-breakpoint
CREATE UNIQUE INDEX "sides_slug" ON "sides" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "snapshots_number" ON "snapshots" USING btree ("article_id","number");--> statement-breakpoint
CREATE INDEX "speaker_sides_by_side" ON "speaker_sides" USING btree ("side_id","speaker_id");--> statement-breakpoint
CREATE UNIQUE INDEX "speakers_slug" ON "speakers" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "speakers_by_wikidata" ON "speakers" USING btree ("wikidata");--> statement-breakpoint
CREATE INDEX "stance_totals_by_question" ON "stance_totals" USING btree ("question_id");--> statement-breakpoint
CREATE INDEX "stances_by_claim" ON "stances" USING btree ("claim_id","status","said_sort","statement_id","stance","side_id","outlet_id","speaker_id","article_id","utterance_id");--> statement-breakpoint
CREATE INDEX "stances_by_question" ON "stances" USING btree ("question_id","status","said_sort","statement_id","claim_id","side_id","stance","utterance_id");--> statement-breakpoint
CREATE INDEX "stances_by_group" ON "stances" USING btree ("claim_id","stance","status","side_id","said_sort","statement_id");--> statement-breakpoint
CREATE INDEX "stances_by_speaker" ON "stances" USING btree ("speaker_id","claim_id","stance","status","side_id","said_sort","statement_id");--> statement-breakpoint
CREATE INDEX "stances_of_speaker" ON "stances" USING btree ("speaker_id","status","said_sort","statement_id","claim_id","question_id","stance","of_statement");--> statement-breakpoint
CREATE INDEX "repeats_by_claim" ON "stances" USING btree ("claim_id","status","utterance_id") WHERE "stances"."utterance_id" <> "stances"."statement_id";--> statement-breakpoint
CREATE INDEX "repeats_by_question" ON "stances" USING btree ("question_id","status","utterance_id") WHERE "stances"."utterance_id" <> "stances"."statement_id";--> statement-breakpoint
CREATE INDEX "repeats_by_speaker" ON "stances" USING btree ("speaker_id","status","utterance_id") WHERE "stances"."utterance_id" <> "stances"."statement_id";--> statement-breakpoint
CREATE INDEX "statements_by_date" ON "statements" USING btree ("status","said_sort","id");--> statement-breakpoint
CREATE INDEX "statements_by_creation" ON "statements" USING btree ("status","id");--> statement-breakpoint
CREATE INDEX "statements_by_dispute" ON "statements" USING btree ("dispute_id","status","said_sort","id");--> statement-breakpoint
CREATE INDEX "statements_balance" ON "statements" USING btree ("dispute_id","status","side_id","outlet_id","anchor_result","said_sort");--> statement-breakpoint
CREATE INDEX "statements_answering" ON "statements" USING btree ("id","status","dispute_id","side_id","said_at");--> statement-breakpoint
CREATE INDEX "repeats_by_dispute" ON "statements" USING btree ("dispute_id","status","side_id","repeats_id","id") WHERE "statements"."repeats_id" <> "statements"."id";--> statement-breakpoint
CREATE INDEX "statements_by_speaker" ON "statements" USING btree ("speaker_id","status","said_sort","id");--> statement-breakpoint
CREATE INDEX "statements_by_side" ON "statements" USING btree ("side_id","status","said_sort","id");--> statement-breakpoint
CREATE INDEX "statements_by_outlet" ON "statements" USING btree ("outlet_id","status","said_sort","id");--> statement-breakpoint
CREATE INDEX "statements_by_article" ON "statements" USING btree ("article_id","status","said_sort","id");--> statement-breakpoint
CREATE INDEX "statements_by_repeats" ON "statements" USING btree ("repeats_id","id");