CREATE TABLE "answered" (
	"statement_id" bigint PRIMARY KEY NOT NULL,
	"dispute_id" bigint NOT NULL,
	"side_id" bigint NOT NULL,
	"hours" double precision,
	"days" bigint
);
--> statement-breakpoint
CREATE TABLE "articles" (
	"id" bigint PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"url" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"outlet_id" bigint NOT NULL,
	"byline" json NOT NULL,
	"agencies" json NOT NULL,
	"published_at" text COLLATE "C" NOT NULL,
	"published_sort" bigint NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"archive_url" text COLLATE "C",
	"accessed_at" text COLLATE "C",
	"snapshots" bigint NOT NULL,
	"newest" bigint NOT NULL
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
	"id" bigint PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C",
	"own_claim_id" bigint NOT NULL,
	"own_target_id" bigint NOT NULL,
	"claim_id" bigint NOT NULL,
	"target_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claim_relations_aside" (
	"id" bigint PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C",
	"own_claim_id" bigint NOT NULL,
	"own_target_id" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "claim_terms" (
	"claim_id" bigint NOT NULL,
	"wording" text COLLATE "C" NOT NULL,
	CONSTRAINT "claim_terms_claim_id_wording_pk" PRIMARY KEY("claim_id","wording")
);
--> statement-breakpoint
CREATE TABLE "claims" (
	"id" bigint PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"slug" text COLLATE "C" NOT NULL,
	"question_id" bigint NOT NULL,
	"dispute_id" bigint NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"terms" json NOT NULL,
	"note" text COLLATE "C",
	"merged_into_id" bigint,
	"root_id" bigint,
	"merged" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "corrections" (
	"id" bigint PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"statement_id" bigint,
	"article_id" bigint,
	"claim_id" bigint,
	"own_claim_id" bigint,
	"review_id" bigint,
	"kind" text COLLATE "C" NOT NULL,
	"note" text COLLATE "C" NOT NULL,
	"effective_at" text COLLATE "C" NOT NULL,
	"effective_sort" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "dispute_sides" (
	"dispute_id" bigint NOT NULL,
	"side_id" bigint NOT NULL,
	"role" text COLLATE "C" NOT NULL,
	CONSTRAINT "dispute_sides_dispute_id_side_id_pk" PRIMARY KEY("dispute_id","side_id")
);
--> statement-breakpoint
CREATE TABLE "disputes" (
	"id" bigint PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"slug" text COLLATE "C" NOT NULL,
	"title" text COLLATE "C" NOT NULL,
	"summary" text COLLATE "C",
	"sides" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "drifts" (
	"statement_id" bigint NOT NULL,
	"article_id" bigint NOT NULL,
	"snapshot" bigint NOT NULL,
	"drift" smallint NOT NULL,
	"found" json,
	"difference" smallint,
	"at_sort" bigint NOT NULL,
	"is_earlier" boolean NOT NULL,
	"is_newest" boolean NOT NULL,
	CONSTRAINT "drifts_statement_id_snapshot_pk" PRIMARY KEY("statement_id","snapshot")
);
--> statement-breakpoint
CREATE TABLE "former_names" (
	"kind" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"entity_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "former_names_kind_name_pk" PRIMARY KEY("kind","name")
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
CREATE TABLE "import_reports" (
	"import_id" bigint NOT NULL,
	"part" bigint NOT NULL,
	"rows" json NOT NULL,
	CONSTRAINT "import_reports_import_id_part_pk" PRIMARY KEY("import_id","part")
);
--> statement-breakpoint
CREATE TABLE "imported_ids" (
	"kind" text COLLATE "C" NOT NULL,
	"external_id" text COLLATE "C" NOT NULL,
	"entity_id" text COLLATE "C" NOT NULL,
	"is_alias" boolean NOT NULL,
	CONSTRAINT "imported_ids_kind_external_id_pk" PRIMARY KEY("kind","external_id")
);
--> statement-breakpoint
CREATE TABLE "imports" (
	"id" bigint PRIMARY KEY NOT NULL,
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
	"id" bigint PRIMARY KEY NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"scope" text COLLATE "C" NOT NULL,
	"hash" text COLLATE "C" NOT NULL,
	"created_at" text COLLATE "C" NOT NULL,
	"expires_at" text COLLATE "C",
	"last_used_at" text COLLATE "C",
	"revoked_at" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "likenesses" (
	"kind" text COLLATE "C" NOT NULL,
	"folded" text COLLATE "C" NOT NULL,
	"entity_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "likenesses_kind_folded_entity_id_pk" PRIMARY KEY("kind","folded","entity_id")
);
--> statement-breakpoint
CREATE TABLE "outlets" (
	"id" bigint PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"slug" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"homepage" text COLLATE "C",
	"kind" text COLLATE "C" NOT NULL,
	"country" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" bigint PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"slug" text COLLATE "C" NOT NULL,
	"dispute_id" bigint NOT NULL,
	"text" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rebuttals" (
	"id" bigint PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"statement_id" bigint NOT NULL,
	"rebuts_id" bigint NOT NULL,
	"kind" smallint NOT NULL,
	"note" text COLLATE "C"
);
--> statement-breakpoint
CREATE TABLE "rechecks" (
	"kind" text COLLATE "C" PRIMARY KEY NOT NULL,
	"after" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reviews" (
	"id" bigint PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"claim_id" bigint,
	"own_claim_id" bigint,
	"statement_id" bigint,
	"publisher_id" bigint NOT NULL,
	"url" text COLLATE "C",
	"title" text COLLATE "C",
	"reviewed_at" text COLLATE "C",
	"reviewed_sort" bigint,
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
	"entity_id" bigint NOT NULL,
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
	"id" bigint PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"slug" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "snapshots" (
	"id" bigint PRIMARY KEY NOT NULL,
	"article_id" bigint NOT NULL,
	"number" bigint NOT NULL,
	"text" text COLLATE "C" NOT NULL,
	"sha256" text COLLATE "C" NOT NULL,
	"length" bigint NOT NULL,
	"retrieved_at" text COLLATE "C" NOT NULL,
	"redacted" boolean NOT NULL,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "speaker_sides" (
	"speaker_id" bigint NOT NULL,
	"side_id" bigint NOT NULL,
	CONSTRAINT "speaker_sides_speaker_id_side_id_pk" PRIMARY KEY("speaker_id","side_id")
);
--> statement-breakpoint
CREATE TABLE "speakers" (
	"id" bigint PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"slug" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"aliases" json NOT NULL,
	"wikidata" text COLLATE "C",
	"affiliations" json NOT NULL
);
--> statement-breakpoint
CREATE TABLE "stances" (
	"statement_id" bigint NOT NULL,
	"claim_id" bigint NOT NULL,
	"stance" smallint NOT NULL,
	"question_id" bigint NOT NULL,
	"side_id" bigint NOT NULL,
	"speaker_id" bigint NOT NULL,
	"outlet_id" bigint NOT NULL,
	"article_id" bigint NOT NULL,
	"utterance_id" bigint NOT NULL,
	"status" smallint NOT NULL,
	"said_sort" bigint NOT NULL,
	"said_on" text COLLATE "C" NOT NULL,
	"said_as" smallint NOT NULL,
	"of_question" bigint NOT NULL,
	"of_statement" bigint NOT NULL,
	"together" text COLLATE "C",
	CONSTRAINT "stances_statement_id_claim_id_pk" PRIMARY KEY("statement_id","claim_id")
);
--> statement-breakpoint
CREATE TABLE "statement_warnings" (
	"statement_id" bigint NOT NULL,
	"warning" text COLLATE "C" NOT NULL,
	CONSTRAINT "statement_warnings_statement_id_warning_pk" PRIMARY KEY("statement_id","warning")
);
--> statement-breakpoint
CREATE TABLE "statements" (
	"id" bigint PRIMARY KEY NOT NULL,
	"revision" bigint NOT NULL,
	"created_at" bigint NOT NULL,
	"updated_at" bigint NOT NULL,
	"status" smallint NOT NULL,
	"article_id" bigint NOT NULL,
	"outlet_id" bigint NOT NULL,
	"speaker_id" bigint NOT NULL,
	"dispute_id" bigint NOT NULL,
	"side_id" bigint NOT NULL,
	"title" text COLLATE "C",
	"quote" text COLLATE "C" NOT NULL,
	"quote_type" text COLLATE "C" NOT NULL,
	"cue" text COLLATE "C",
	"ground_rules" text COLLATE "C" NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"original" json,
	"translations" json NOT NULL,
	"said_at" text COLLATE "C",
	"said_sort" bigint NOT NULL,
	"said_on" text COLLATE "C" NOT NULL,
	"said_as" smallint NOT NULL,
	"published_sort" bigint NOT NULL,
	"setting" text COLLATE "C",
	"context" text COLLATE "C",
	"anchor_result" smallint NOT NULL,
	"anchor" json NOT NULL,
	"stances" json NOT NULL,
	"own_stances" json,
	"repeats_id" bigint,
	"quote_key" text COLLATE "C",
	"note" text COLLATE "C",
	"withdrawn_at" text COLLATE "C",
	"withdrawn_reason" text COLLATE "C",
	"withdrawn_from" text COLLATE "C",
	"redacted_at" text COLLATE "C",
	"redacted_lines" json
);
--> statement-breakpoint
CREATE TABLE "summary_marks" (
	"name" text COLLATE "C" PRIMARY KEY NOT NULL,
	"statement_id" bigint,
	"folds" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tallies" (
	"subject" text COLLATE "C" NOT NULL,
	"granularity" text COLLATE "C" NOT NULL,
	"period" text COLLATE "C" NOT NULL,
	"side_id" bigint NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "tallies_subject_granularity_period_side_id_kind_pk" PRIMARY KEY("subject","granularity","period","side_id","kind")
);
--> statement-breakpoint
CREATE TABLE "tally_members" (
	"subject" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"member" text COLLATE "C" NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "tally_members_subject_kind_member_pk" PRIMARY KEY("subject","kind","member")
);
--> statement-breakpoint
CREATE TABLE "tally_sizes" (
	"subject" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "tally_sizes_subject_kind_pk" PRIMARY KEY("subject","kind")
);
--> statement-breakpoint
CREATE TABLE "term_covers" (
	"statement_id" bigint NOT NULL,
	"article_id" bigint NOT NULL,
	"wording" text COLLATE "C" NOT NULL,
	"start" bigint NOT NULL,
	CONSTRAINT "term_covers_statement_id_article_id_wording_start_pk" PRIMARY KEY("statement_id","article_id","wording","start")
);
--> statement-breakpoint
CREATE TABLE "term_places" (
	"article_id" bigint NOT NULL,
	"wording" text COLLATE "C" NOT NULL,
	"outlet_id" bigint NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"places" json NOT NULL,
	"own_use" bigint NOT NULL,
	"own_denial" bigint NOT NULL,
	"own_mention" bigint NOT NULL,
	"own_unread" bigint NOT NULL,
	CONSTRAINT "term_places_article_id_wording_pk" PRIMARY KEY("article_id","wording")
);
--> statement-breakpoint
CREATE TABLE "term_usages" (
	"statement_id" bigint NOT NULL,
	"wording" text COLLATE "C" NOT NULL,
	"usage" smallint NOT NULL,
	"side_id" bigint NOT NULL,
	"speaker_id" bigint NOT NULL,
	"outlet_id" bigint NOT NULL,
	"utterance_id" bigint NOT NULL,
	"said_sort" bigint NOT NULL,
	"said_on" text COLLATE "C" NOT NULL,
	"said_as" smallint NOT NULL,
	"language" text COLLATE "C" NOT NULL,
	"paraphrased" bigint NOT NULL,
	"together" text COLLATE "C",
	CONSTRAINT "term_usages_statement_id_wording_pk" PRIMARY KEY("statement_id","wording")
);
--> statement-breakpoint
CREATE TABLE "terms" (
	"wording" text COLLATE "C" PRIMARY KEY NOT NULL,
	"first_word" text COLLATE "C" NOT NULL,
	"variants" json NOT NULL,
	"claims" json NOT NULL,
	"listing" text COLLATE "C" NOT NULL,
	"is_whole" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "answered" ADD CONSTRAINT "answered_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
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
ALTER TABLE "statement_warnings" ADD CONSTRAINT "statement_warnings_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_speaker_id_speakers_id_fk" FOREIGN KEY ("speaker_id") REFERENCES "public"."speakers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_dispute_id_disputes_id_fk" FOREIGN KEY ("dispute_id") REFERENCES "public"."disputes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "statements" ADD CONSTRAINT "statements_side_id_sides_id_fk" FOREIGN KEY ("side_id") REFERENCES "public"."sides"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_covers" ADD CONSTRAINT "term_covers_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_places" ADD CONSTRAINT "term_places_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_usages" ADD CONSTRAINT "term_usages_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answered_by_side" ON "answered" USING btree ("dispute_id","side_id","hours");--> statement-breakpoint
CREATE INDEX "answered_by_days" ON "answered" USING btree ("dispute_id","side_id","days");--> statement-breakpoint
CREATE UNIQUE INDEX "articles_url" ON "articles" USING btree ("url");--> statement-breakpoint
CREATE INDEX "articles_by_outlet" ON "articles" USING btree ("outlet_id","id");--> statement-breakpoint
CREATE INDEX "articles_by_text" ON "articles" USING btree ("outlet_id","snapshots");--> statement-breakpoint
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
CREATE INDEX "drifts_by_article" ON "drifts" USING btree ("article_id","at_sort","statement_id","snapshot");--> statement-breakpoint
CREATE INDEX "drifts_by_date" ON "drifts" USING btree ("at_sort","statement_id","snapshot");--> statement-breakpoint
CREATE INDEX "drifts_of_note" ON "drifts" USING btree ("at_sort","statement_id","snapshot","drift","difference") WHERE "drifts"."drift" <> 3 and not "drifts"."is_earlier";--> statement-breakpoint
CREATE INDEX "drifts_now" ON "drifts" USING btree ("is_newest","drift","statement_id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_by_age" ON "idempotency_keys" USING btree ("at");--> statement-breakpoint
CREATE INDEX "imported_ids_by_entity" ON "imported_ids" USING btree ("entity_id");--> statement-breakpoint
CREATE INDEX "imports_by_state" ON "imports" USING btree ("state","id");--> statement-breakpoint
CREATE UNIQUE INDEX "keys_hash" ON "keys" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "likenesses_by_entity" ON "likenesses" USING btree ("entity_id");--> statement-breakpoint
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
CREATE INDEX "stances_by_claim" ON "stances" USING btree ("claim_id","status","said_sort","statement_id","stance","side_id","outlet_id","speaker_id","article_id","utterance_id","said_on","said_as");--> statement-breakpoint
CREATE INDEX "stances_by_question" ON "stances" USING btree ("question_id","status","said_sort","statement_id","claim_id","side_id","stance","utterance_id","said_on");--> statement-breakpoint
CREATE INDEX "stances_by_group" ON "stances" USING btree ("claim_id","stance","status","side_id","said_sort","statement_id","speaker_id","said_on","said_as");--> statement-breakpoint
CREATE INDEX "stances_by_speaker" ON "stances" USING btree ("speaker_id","claim_id","stance","status","side_id","said_sort","statement_id","said_on");--> statement-breakpoint
CREATE INDEX "stances_of_speaker" ON "stances" USING btree ("speaker_id","status","said_sort","statement_id","claim_id","question_id","stance","of_statement","said_on");--> statement-breakpoint
CREATE INDEX "repeats_by_speaker" ON "stances" USING btree ("speaker_id","status","utterance_id") WHERE "stances"."utterance_id" <> "stances"."statement_id";--> statement-breakpoint
CREATE INDEX "repeats_by_claim" ON "stances" USING btree ("claim_id","status","side_id","stance","utterance_id","statement_id") WHERE "stances"."utterance_id" <> "stances"."statement_id";--> statement-breakpoint
CREATE INDEX "statements_by_warning" ON "statement_warnings" USING btree ("warning","statement_id");--> statement-breakpoint
CREATE INDEX "statements_by_date" ON "statements" USING btree ("status","said_sort","id","said_on");--> statement-breakpoint
CREATE INDEX "statements_by_creation" ON "statements" USING btree ("status","id");--> statement-breakpoint
CREATE INDEX "statements_by_dispute" ON "statements" USING btree ("dispute_id","status","said_sort","id","said_on");--> statement-breakpoint
CREATE INDEX "statements_by_speaker" ON "statements" USING btree ("speaker_id","status","said_sort","id","said_on");--> statement-breakpoint
CREATE INDEX "statements_by_side" ON "statements" USING btree ("side_id","status","said_sort","id","said_on");--> statement-breakpoint
CREATE INDEX "statements_by_outlet" ON "statements" USING btree ("outlet_id","status","said_sort","id","said_on");--> statement-breakpoint
CREATE INDEX "statements_by_article" ON "statements" USING btree ("article_id","status","said_sort","id","said_on");--> statement-breakpoint
CREATE INDEX "statements_by_repeats" ON "statements" USING btree ("repeats_id","id");--> statement-breakpoint
CREATE INDEX "statements_by_words" ON "statements" USING btree ("article_id","quote_key");--> statement-breakpoint
CREATE INDEX "tally_members_often" ON "tally_members" USING btree ("subject","n","member") WHERE "tally_members"."n" > 1 and "tally_members"."kind" = 'art';--> statement-breakpoint
CREATE INDEX "term_covers_by_place" ON "term_covers" USING btree ("article_id","wording","start","statement_id");--> statement-breakpoint
CREATE INDEX "term_places_by_term" ON "term_places" USING btree ("wording","outlet_id","article_id","language","own_use","own_denial","own_mention","own_unread");--> statement-breakpoint
CREATE INDEX "term_usages_by_date" ON "term_usages" USING btree ("wording","usage","said_sort","statement_id","said_on");--> statement-breakpoint
CREATE INDEX "term_usages_by_side" ON "term_usages" USING btree ("wording","usage","side_id","said_sort","statement_id","said_on");--> statement-breakpoint
CREATE INDEX "terms_by_first_word" ON "terms" USING btree ("first_word");--> statement-breakpoint
CREATE INDEX "terms_to_count" ON "terms" USING btree ("is_whole","wording");
--> statement-breakpoint
-- From here on by hand.
-- The full-text index of search_entries. Its text was folded and split into tokens by the service; here every token
-- becomes a lexeme at its place. Words carry the label A, `_` keeps a place without a lexeme, facets have no place and
-- begin with `_`, so that no beginning of a word is one of them.
CREATE FUNCTION search_vector(words text, more text, facets text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_agg(format('''%s'':%s%s', token, at, label), ' '), '')::tsvector
    || array_to_tsvector(array(SELECT '_' || facet FROM unnest(string_to_array(facets, ' ')) AS facet))
  FROM (
    SELECT token, at, 'A' AS label FROM unnest(string_to_array(words, ' ')) WITH ORDINALITY AS w (token, at)
    UNION ALL
    SELECT token, at + 1 + cardinality(string_to_array(words, ' ')), ''
    FROM unnest(string_to_array(more, ' ')) WITH ORDINALITY AS m (token, at)
  ) AS tokens
  WHERE token <> '_' AND token <> ''
$$;
--> statement-breakpoint
CREATE TABLE search_index (
  rowid bigint PRIMARY KEY,
  vector tsvector NOT NULL
);
--> statement-breakpoint
CREATE INDEX search_index_vector ON search_index USING gin (vector);
--> statement-breakpoint
CREATE FUNCTION search_entries_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM search_index WHERE rowid = old.place;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO search_index (rowid, vector) VALUES (new.place, search_vector(new.words, new.more, new.facets));
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER search_entries_changed AFTER INSERT OR UPDATE OR DELETE ON search_entries
FOR EACH ROW EXECUTE FUNCTION search_entries_changed();
--> statement-breakpoint
-- What rebuttals, corrections, reviews and snapshots were ever of, from the lines of history that say so. A line
-- that makes one tells it whole; one that moves it begins with what it is of.
CREATE INDEX changes_by_whole ON changes (coalesce((patch -> 0 -> 'value' ->> 'statement'), (patch -> 0 -> 'value' ->> 'article'), (patch -> 0 -> 'value' ->> 'claim'), (patch -> 0 -> 'value' ->> 'review')), entity_type, entity_id) WHERE entity_type IN ('rebuttal', 'correction', 'review', 'snapshot');
--> statement-breakpoint
CREATE INDEX changes_by_rebutted ON changes ((patch -> 0 -> 'value' ->> 'rebuts'), entity_type, entity_id) WHERE entity_type = 'rebuttal';
--> statement-breakpoint
CREATE INDEX changes_by_moved ON changes ((patch -> 0 ->> 'value'), entity_type, entity_id) WHERE entity_type IN ('rebuttal', 'correction', 'review', 'snapshot') AND (patch -> 0 ->> 'path') IN ('/statement', '/rebuts', '/article', '/claim', '/review');
--> statement-breakpoint
CREATE INDEX changes_by_moved_too ON changes ((patch -> 1 ->> 'value'), entity_type, entity_id) WHERE entity_type IN ('rebuttal', 'correction', 'review', 'snapshot') AND (patch -> 1 ->> 'path') IN ('/statement', '/rebuts', '/article', '/claim', '/review');
