CREATE TABLE `articles` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`url` text NOT NULL,
	`title` text NOT NULL,
	`outlet_id` text NOT NULL,
	`byline` text NOT NULL,
	`agencies` text NOT NULL,
	`published_at` text NOT NULL,
	`published_sort` text NOT NULL,
	`language` text NOT NULL,
	`archive_url` text,
	`accessed_at` text,
	`snapshots` integer NOT NULL,
	FOREIGN KEY (`outlet_id`) REFERENCES `outlets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `articles_url` ON `articles` (`url`);--> statement-breakpoint
CREATE INDEX `articles_by_outlet` ON `articles` (`outlet_id`,`id`);--> statement-breakpoint
CREATE INDEX `articles_by_date` ON `articles` (`published_sort`,`id`);--> statement-breakpoint
CREATE TABLE `changes` (
	`seq` integer PRIMARY KEY NOT NULL,
	`at` text NOT NULL,
	`actor` text NOT NULL,
	`action` text NOT NULL,
	`entity_type` text NOT NULL,
	`entity_id` text NOT NULL,
	`revision` integer NOT NULL,
	`draft` integer NOT NULL,
	`patch` text,
	`comment` text,
	`salt` text,
	`digest` text NOT NULL,
	`hash` text NOT NULL,
	`redacted` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `changes_by_entity` ON `changes` (`entity_id`,`seq`);--> statement-breakpoint
CREATE INDEX `changes_by_type` ON `changes` (`entity_type`,`seq`);--> statement-breakpoint
CREATE TABLE `claim_relations` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`kind` text NOT NULL,
	`note` text,
	`own_claim_id` text NOT NULL,
	`own_target_id` text NOT NULL,
	`claim_id` text NOT NULL,
	`target_id` text NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`target_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claim_relations_once` ON `claim_relations` (`claim_id`,`target_id`,`kind`);--> statement-breakpoint
CREATE INDEX `claim_relations_by_target` ON `claim_relations` (`target_id`,`id`);--> statement-breakpoint
CREATE TABLE `claim_relations_aside` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`kind` text NOT NULL,
	`note` text,
	`own_claim_id` text NOT NULL,
	`own_target_id` text NOT NULL,
	FOREIGN KEY (`own_claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`own_target_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `claim_relations_aside_by_claim` ON `claim_relations_aside` (`own_claim_id`);--> statement-breakpoint
CREATE INDEX `claim_relations_aside_by_target` ON `claim_relations_aside` (`own_target_id`);--> statement-breakpoint
CREATE TABLE `claim_terms` (
	`claim_id` text NOT NULL,
	`wording` text NOT NULL,
	PRIMARY KEY(`claim_id`, `wording`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `claim_terms_by_wording` ON `claim_terms` (`wording`,`claim_id`);--> statement-breakpoint
CREATE TABLE `claims` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`slug` text NOT NULL,
	`question_id` text NOT NULL,
	`dispute_id` text NOT NULL,
	`text` text NOT NULL,
	`terms` text NOT NULL,
	`note` text,
	`merged_into_id` text,
	`root_id` text,
	`merged` text NOT NULL,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_into_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claims_slug` ON `claims` (`slug`);--> statement-breakpoint
CREATE INDEX `claims_by_root` ON `claims` (`root_id`,`id`);--> statement-breakpoint
CREATE INDEX `claims_merged_into` ON `claims` (`merged_into_id`);--> statement-breakpoint
CREATE INDEX `claims_by_question` ON `claims` (`question_id`,`id`);--> statement-breakpoint
CREATE INDEX `claims_by_dispute` ON `claims` (`dispute_id`,`id`);--> statement-breakpoint
CREATE TABLE `corrections` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`statement_id` text,
	`article_id` text,
	`claim_id` text,
	`own_claim_id` text,
	`review_id` text,
	`kind` text NOT NULL,
	`note` text NOT NULL,
	`effective_at` text NOT NULL,
	`effective_sort` text NOT NULL,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `corrections_by_date` ON `corrections` (`effective_sort`,`id`);--> statement-breakpoint
CREATE INDEX `corrections_by_statement` ON `corrections` (`statement_id`,`effective_sort`,`id`);--> statement-breakpoint
CREATE INDEX `corrections_by_article` ON `corrections` (`article_id`,`effective_sort`,`id`);--> statement-breakpoint
CREATE INDEX `corrections_by_claim` ON `corrections` (`claim_id`,`effective_sort`,`id`);--> statement-breakpoint
CREATE INDEX `corrections_by_review` ON `corrections` (`review_id`,`effective_sort`,`id`);--> statement-breakpoint
CREATE TABLE `dispute_sides` (
	`dispute_id` text NOT NULL,
	`side_id` text NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`dispute_id`, `side_id`),
	FOREIGN KEY (`dispute_id`) REFERENCES `disputes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`side_id`) REFERENCES `sides`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `dispute_sides_by_side` ON `dispute_sides` (`side_id`,`dispute_id`);--> statement-breakpoint
CREATE TABLE `disputes` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`summary` text,
	`sides` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `disputes_slug` ON `disputes` (`slug`);--> statement-breakpoint
CREATE TABLE `drifts` (
	`statement_id` text NOT NULL,
	`article_id` text NOT NULL,
	`snapshot` integer NOT NULL,
	`drift` text NOT NULL,
	`found` text,
	PRIMARY KEY(`statement_id`, `snapshot`),
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `drifts_by_article` ON `drifts` (`article_id`,`statement_id`,`snapshot`);--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`caller` text NOT NULL,
	`key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`at` text NOT NULL,
	`entity_id` text NOT NULL,
	`answer` text,
	PRIMARY KEY(`caller`, `key`)
);
--> statement-breakpoint
CREATE INDEX `idempotency_keys_by_age` ON `idempotency_keys` (`at`);--> statement-breakpoint
CREATE TABLE `imported_ids` (
	`kind` text NOT NULL,
	`external_id` text NOT NULL,
	`entity_id` text NOT NULL,
	PRIMARY KEY(`kind`, `external_id`)
);
--> statement-breakpoint
CREATE INDEX `imported_ids_by_entity` ON `imported_ids` (`entity_id`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` text PRIMARY KEY NOT NULL,
	`format` text NOT NULL,
	`dry_run` integer NOT NULL,
	`actor` text NOT NULL,
	`comment` text,
	`state` text NOT NULL,
	`read` integer NOT NULL,
	`created` integer NOT NULL,
	`updated` integer NOT NULL,
	`unchanged` integer NOT NULL,
	`rejected` integer NOT NULL,
	`errors` text NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `imports_by_state` ON `imports` (`state`,`id`);--> statement-breakpoint
CREATE TABLE `keys` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`scope` text NOT NULL,
	`hash` text NOT NULL,
	`created_at` text NOT NULL,
	`expires_at` text,
	`last_used_at` text,
	`revoked_at` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `keys_hash` ON `keys` (`hash`);--> statement-breakpoint
CREATE TABLE `outlets` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`homepage` text,
	`kind` text NOT NULL,
	`country` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outlets_slug` ON `outlets` (`slug`);--> statement-breakpoint
CREATE TABLE `questions` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`slug` text NOT NULL,
	`dispute_id` text NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`dispute_id`) REFERENCES `disputes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `questions_slug` ON `questions` (`slug`);--> statement-breakpoint
CREATE INDEX `questions_by_dispute` ON `questions` (`dispute_id`,`id`);--> statement-breakpoint
CREATE TABLE `rebuttals` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`statement_id` text NOT NULL,
	`rebuts_id` text NOT NULL,
	`kind` text NOT NULL,
	`note` text,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rebuts_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rebuttals_once` ON `rebuttals` (`statement_id`,`rebuts_id`);--> statement-breakpoint
CREATE INDEX `rebuttals_of` ON `rebuttals` (`rebuts_id`,`id`);--> statement-breakpoint
CREATE INDEX `rebuttals_by_answered` ON `rebuttals` (`rebuts_id`,`kind`,`statement_id`);--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`claim_id` text,
	`own_claim_id` text,
	`statement_id` text,
	`publisher_id` text NOT NULL,
	`url` text,
	`title` text,
	`reviewed_at` text,
	`reviewed_sort` text,
	`label` text NOT NULL,
	`value` real,
	`best` real,
	`worst` real,
	`normalized` text,
	`normalized_by` text,
	`language` text NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`publisher_id`) REFERENCES `outlets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reviews_by_claim` ON `reviews` (`claim_id`,`id`);--> statement-breakpoint
CREATE INDEX `reviews_by_statement` ON `reviews` (`statement_id`,`id`);--> statement-breakpoint
CREATE INDEX `reviews_by_publisher` ON `reviews` (`publisher_id`,`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_once_of_claim` ON `reviews` (`publisher_id`,`url`,`own_claim_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_once_of_statement` ON `reviews` (`publisher_id`,`url`,`statement_id`);--> statement-breakpoint
CREATE TABLE `search_entries` (
	`place` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`entity_id` text NOT NULL,
	`snapshot` integer,
	`start` integer,
	`end` integer,
	`words` text NOT NULL,
	`more` text NOT NULL,
	`facets` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `search_entries_by_entity` ON `search_entries` (`entity_id`,`place`);--> statement-breakpoint
CREATE TABLE `secrets` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `sides` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sides_slug` ON `sides` (`slug`);--> statement-breakpoint
CREATE TABLE `snapshots` (
	`id` text PRIMARY KEY NOT NULL,
	`article_id` text NOT NULL,
	`number` integer NOT NULL,
	`text` text NOT NULL,
	`sha256` text NOT NULL,
	`length` integer NOT NULL,
	`retrieved_at` text NOT NULL,
	`redacted` integer NOT NULL,
	`created_at` text NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `snapshots_number` ON `snapshots` (`article_id`,`number`);--> statement-breakpoint
CREATE TABLE `speaker_sides` (
	`speaker_id` text NOT NULL,
	`side_id` text NOT NULL,
	PRIMARY KEY(`speaker_id`, `side_id`),
	FOREIGN KEY (`speaker_id`) REFERENCES `speakers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`side_id`) REFERENCES `sides`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `speaker_sides_by_side` ON `speaker_sides` (`side_id`,`speaker_id`);--> statement-breakpoint
CREATE TABLE `speakers` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`kind` text NOT NULL,
	`aliases` text NOT NULL,
	`wikidata` text,
	`affiliations` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `speakers_slug` ON `speakers` (`slug`);--> statement-breakpoint
CREATE INDEX `speakers_by_wikidata` ON `speakers` (`wikidata`);--> statement-breakpoint
CREATE TABLE `stance_totals` (
	`claim_id` text NOT NULL,
	`side_id` text NOT NULL,
	`stance` text NOT NULL,
	`question_id` text NOT NULL,
	`n` integer NOT NULL,
	`of_question` integer NOT NULL,
	`of_statement` integer NOT NULL,
	PRIMARY KEY(`claim_id`, `side_id`, `stance`)
);
--> statement-breakpoint
CREATE INDEX `stance_totals_by_question` ON `stance_totals` (`question_id`);--> statement-breakpoint
CREATE TABLE `stances` (
	`statement_id` text NOT NULL,
	`claim_id` text NOT NULL,
	`stance` text NOT NULL,
	`question_id` text NOT NULL,
	`side_id` text NOT NULL,
	`speaker_id` text NOT NULL,
	`outlet_id` text NOT NULL,
	`article_id` text NOT NULL,
	`utterance_id` text NOT NULL,
	`status` text NOT NULL,
	`said_sort` text NOT NULL,
	`of_question` integer NOT NULL,
	`of_statement` integer NOT NULL,
	PRIMARY KEY(`statement_id`, `claim_id`),
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `stances_by_claim` ON `stances` (`claim_id`,`status`,`said_sort`,`statement_id`,`stance`,`side_id`,`outlet_id`,`speaker_id`,`article_id`,`utterance_id`);--> statement-breakpoint
CREATE INDEX `stances_by_question` ON `stances` (`question_id`,`status`,`said_sort`,`statement_id`,`claim_id`,`side_id`,`stance`,`utterance_id`);--> statement-breakpoint
CREATE INDEX `stances_by_group` ON `stances` (`claim_id`,`stance`,`status`,`side_id`,`said_sort`,`statement_id`);--> statement-breakpoint
CREATE INDEX `stances_by_speaker` ON `stances` (`speaker_id`,`claim_id`,`stance`,`status`,`side_id`,`said_sort`,`statement_id`);--> statement-breakpoint
CREATE INDEX `stances_of_speaker` ON `stances` (`speaker_id`,`status`,`said_sort`,`statement_id`,`claim_id`,`question_id`,`stance`,`of_statement`);--> statement-breakpoint
CREATE INDEX `repeats_by_claim` ON `stances` (`claim_id`,`status`,`utterance_id`) WHERE "stances"."utterance_id" <> "stances"."statement_id";--> statement-breakpoint
CREATE INDEX `repeats_by_question` ON `stances` (`question_id`,`status`,`utterance_id`) WHERE "stances"."utterance_id" <> "stances"."statement_id";--> statement-breakpoint
CREATE INDEX `repeats_by_speaker` ON `stances` (`speaker_id`,`status`,`utterance_id`) WHERE "stances"."utterance_id" <> "stances"."statement_id";--> statement-breakpoint
CREATE TABLE `statements` (
	`id` text PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`created_at` text NOT NULL,
	`updated_at` text NOT NULL,
	`status` text NOT NULL,
	`article_id` text NOT NULL,
	`outlet_id` text NOT NULL,
	`speaker_id` text NOT NULL,
	`dispute_id` text NOT NULL,
	`side_id` text NOT NULL,
	`title` text,
	`quote` text NOT NULL,
	`quote_type` text NOT NULL,
	`cue` text,
	`ground_rules` text NOT NULL,
	`language` text NOT NULL,
	`original` text,
	`translations` text NOT NULL,
	`said_at` text,
	`said_sort` text NOT NULL,
	`published_sort` text NOT NULL,
	`setting` text,
	`context` text,
	`anchor_result` text NOT NULL,
	`anchor` text NOT NULL,
	`stances` text NOT NULL,
	`own_stances` text,
	`repeats_id` text,
	`note` text,
	`withdrawn_at` text,
	`withdrawn_reason` text,
	`withdrawn_from` text,
	`redacted_at` text,
	`redacted_lines` text,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`speaker_id`) REFERENCES `speakers`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`dispute_id`) REFERENCES `disputes`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`side_id`) REFERENCES `sides`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `statements_by_date` ON `statements` (`status`,`said_sort`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_creation` ON `statements` (`status`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_dispute` ON `statements` (`dispute_id`,`status`,`said_sort`,`id`);--> statement-breakpoint
CREATE INDEX `statements_balance` ON `statements` (`dispute_id`,`status`,`side_id`,`outlet_id`,`anchor_result`,`said_sort`);--> statement-breakpoint
CREATE INDEX `statements_answering` ON `statements` (`id`,`status`,`dispute_id`,`side_id`,`said_at`);--> statement-breakpoint
CREATE INDEX `repeats_by_dispute` ON `statements` (`dispute_id`,`status`,`side_id`,`repeats_id`,`id`) WHERE "statements"."repeats_id" <> "statements"."id";--> statement-breakpoint
CREATE INDEX `statements_by_speaker` ON `statements` (`speaker_id`,`status`,`said_sort`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_side` ON `statements` (`side_id`,`status`,`said_sort`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_outlet` ON `statements` (`outlet_id`,`status`,`said_sort`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_article` ON `statements` (`article_id`,`status`,`said_sort`,`id`);--> statement-breakpoint
CREATE INDEX `statements_by_repeats` ON `statements` (`repeats_id`,`id`);