CREATE TABLE `answered` (
	`statement_id` integer PRIMARY KEY NOT NULL,
	`dispute_id` integer NOT NULL,
	`side_id` integer NOT NULL,
	`hours` real,
	`days` integer,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `answered_by_side` ON `answered` (`dispute_id`,`side_id`,`hours`);--> statement-breakpoint
CREATE INDEX `answered_by_days` ON `answered` (`dispute_id`,`side_id`,`days`);--> statement-breakpoint
CREATE TABLE `articles` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`url` text NOT NULL,
	`title` text NOT NULL,
	`outlet_id` integer NOT NULL,
	`byline` text NOT NULL,
	`agencies` text NOT NULL,
	`published_at` text NOT NULL,
	`published_sort` integer NOT NULL,
	`language` text NOT NULL,
	`archive_url` text,
	`accessed_at` text,
	`snapshots` integer NOT NULL,
	`newest` integer NOT NULL,
	FOREIGN KEY (`outlet_id`) REFERENCES `outlets`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `articles_url` ON `articles` (`url`);--> statement-breakpoint
CREATE INDEX `articles_by_outlet` ON `articles` (`outlet_id`);--> statement-breakpoint
CREATE INDEX `articles_by_text` ON `articles` (`outlet_id`,`snapshots`);--> statement-breakpoint
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
CREATE INDEX `changes_by_entity` ON `changes` (`entity_id`);--> statement-breakpoint
CREATE INDEX `changes_by_type` ON `changes` (`entity_type`);--> statement-breakpoint
CREATE TABLE `claim_relations` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`kind` text NOT NULL,
	`note` text,
	`own_claim_id` integer NOT NULL,
	`own_target_id` integer NOT NULL,
	`claim_id` integer NOT NULL,
	`target_id` integer NOT NULL,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`target_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claim_relations_once` ON `claim_relations` (`claim_id`,`target_id`,`kind`);--> statement-breakpoint
CREATE INDEX `claim_relations_by_target` ON `claim_relations` (`target_id`);--> statement-breakpoint
CREATE TABLE `claim_relations_aside` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`kind` text NOT NULL,
	`note` text,
	`own_claim_id` integer NOT NULL,
	`own_target_id` integer NOT NULL,
	FOREIGN KEY (`own_claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`own_target_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `claim_relations_aside_by_claim` ON `claim_relations_aside` (`own_claim_id`);--> statement-breakpoint
CREATE INDEX `claim_relations_aside_by_target` ON `claim_relations_aside` (`own_target_id`);--> statement-breakpoint
CREATE TABLE `claim_terms` (
	`claim_id` integer NOT NULL,
	`wording` text NOT NULL,
	PRIMARY KEY(`claim_id`, `wording`),
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `claim_terms_by_wording` ON `claim_terms` (`wording`,`claim_id`);--> statement-breakpoint
CREATE TABLE `claims` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`slug` text NOT NULL,
	`question_id` integer NOT NULL,
	`dispute_id` integer NOT NULL,
	`text` text NOT NULL,
	`terms` text NOT NULL,
	`note` text,
	`merged_into_id` integer,
	`root_id` integer,
	`merged` text NOT NULL,
	FOREIGN KEY (`question_id`) REFERENCES `questions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merged_into_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `claims_slug` ON `claims` (`slug`);--> statement-breakpoint
CREATE INDEX `claims_by_root` ON `claims` (`root_id`);--> statement-breakpoint
CREATE INDEX `claims_merged_into` ON `claims` (`merged_into_id`);--> statement-breakpoint
CREATE INDEX `claims_by_question` ON `claims` (`question_id`);--> statement-breakpoint
CREATE INDEX `claims_by_dispute` ON `claims` (`dispute_id`);--> statement-breakpoint
CREATE TABLE `corrections` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`statement_id` integer,
	`article_id` integer,
	`claim_id` integer,
	`own_claim_id` integer,
	`review_id` integer,
	`kind` text NOT NULL,
	`note` text NOT NULL,
	`effective_at` text NOT NULL,
	`effective_sort` integer NOT NULL,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`review_id`) REFERENCES `reviews`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `corrections_by_date` ON `corrections` (`effective_sort`);--> statement-breakpoint
CREATE INDEX `corrections_by_statement` ON `corrections` (`statement_id`,`effective_sort`);--> statement-breakpoint
CREATE INDEX `corrections_by_article` ON `corrections` (`article_id`,`effective_sort`);--> statement-breakpoint
CREATE INDEX `corrections_by_claim` ON `corrections` (`claim_id`,`effective_sort`);--> statement-breakpoint
CREATE INDEX `corrections_by_review` ON `corrections` (`review_id`,`effective_sort`);--> statement-breakpoint
CREATE TABLE `dispute_sides` (
	`dispute_id` integer NOT NULL,
	`side_id` integer NOT NULL,
	`role` text NOT NULL,
	PRIMARY KEY(`dispute_id`, `side_id`),
	FOREIGN KEY (`dispute_id`) REFERENCES `disputes`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`side_id`) REFERENCES `sides`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `dispute_sides_by_side` ON `dispute_sides` (`side_id`,`dispute_id`);--> statement-breakpoint
CREATE TABLE `disputes` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`slug` text NOT NULL,
	`title` text NOT NULL,
	`summary` text,
	`sides` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `disputes_slug` ON `disputes` (`slug`);--> statement-breakpoint
CREATE TABLE `drifts` (
	`statement_id` integer NOT NULL,
	`article_id` integer NOT NULL,
	`snapshot` integer NOT NULL,
	`drift` integer NOT NULL,
	`found` text,
	`difference` integer,
	`at_sort` integer NOT NULL,
	`is_earlier` integer NOT NULL,
	`is_newest` integer NOT NULL,
	PRIMARY KEY(`statement_id`, `snapshot`),
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `drifts_by_article` ON `drifts` (`article_id`,`at_sort`,`statement_id`,`snapshot`);--> statement-breakpoint
CREATE INDEX `drifts_by_date` ON `drifts` (`at_sort`,`statement_id`,`snapshot`);--> statement-breakpoint
CREATE INDEX `drifts_of_note` ON `drifts` (`at_sort`,`statement_id`,`snapshot`,`drift`,`difference`) WHERE "drifts"."drift" <> 3 and not "drifts"."is_earlier";--> statement-breakpoint
CREATE INDEX `drifts_now` ON `drifts` (`is_newest`,`drift`,`statement_id`);--> statement-breakpoint
CREATE TABLE `former_names` (
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`entity_id` text NOT NULL,
	PRIMARY KEY(`kind`, `name`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `idempotency_keys` (
	`caller` text NOT NULL,
	`key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`at` text NOT NULL,
	`entity_id` text NOT NULL,
	`answer` text,
	PRIMARY KEY(`caller`, `key`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `idempotency_keys_by_age` ON `idempotency_keys` (`at`);--> statement-breakpoint
CREATE TABLE `import_reports` (
	`import_id` integer NOT NULL,
	`part` integer NOT NULL,
	`rows` text NOT NULL,
	PRIMARY KEY(`import_id`, `part`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `imported_ids` (
	`kind` text NOT NULL,
	`external_id` text NOT NULL,
	`entity_id` text NOT NULL,
	`is_alias` integer NOT NULL,
	PRIMARY KEY(`kind`, `external_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `imported_ids_by_entity` ON `imported_ids` (`entity_id`);--> statement-breakpoint
CREATE TABLE `imports` (
	`id` integer PRIMARY KEY NOT NULL,
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
CREATE INDEX `imports_by_state` ON `imports` (`state`);--> statement-breakpoint
CREATE TABLE `keys` (
	`id` integer PRIMARY KEY NOT NULL,
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
CREATE TABLE `likenesses` (
	`kind` text NOT NULL,
	`folded` text NOT NULL,
	`entity_id` text NOT NULL,
	PRIMARY KEY(`kind`, `folded`, `entity_id`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `likenesses_by_entity` ON `likenesses` (`entity_id`);--> statement-breakpoint
CREATE TABLE `outlets` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL,
	`homepage` text,
	`kind` text NOT NULL,
	`country` text
);
--> statement-breakpoint
CREATE UNIQUE INDEX `outlets_slug` ON `outlets` (`slug`);--> statement-breakpoint
CREATE TABLE `questions` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`slug` text NOT NULL,
	`dispute_id` integer NOT NULL,
	`text` text NOT NULL,
	FOREIGN KEY (`dispute_id`) REFERENCES `disputes`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `questions_slug` ON `questions` (`slug`);--> statement-breakpoint
CREATE INDEX `questions_by_dispute` ON `questions` (`dispute_id`);--> statement-breakpoint
CREATE TABLE `rebuttals` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`statement_id` integer NOT NULL,
	`rebuts_id` integer NOT NULL,
	`kind` integer NOT NULL,
	`note` text,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`rebuts_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `rebuttals_once` ON `rebuttals` (`statement_id`,`rebuts_id`);--> statement-breakpoint
CREATE INDEX `rebuttals_of` ON `rebuttals` (`rebuts_id`);--> statement-breakpoint
CREATE INDEX `rebuttals_by_answered` ON `rebuttals` (`rebuts_id`,`kind`,`statement_id`);--> statement-breakpoint
CREATE TABLE `rechecks` (
	`kind` text PRIMARY KEY NOT NULL,
	`after` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `reviews` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`claim_id` integer,
	`own_claim_id` integer,
	`statement_id` integer,
	`publisher_id` integer NOT NULL,
	`url` text,
	`title` text,
	`reviewed_at` text,
	`reviewed_sort` integer,
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
CREATE INDEX `reviews_by_claim` ON `reviews` (`claim_id`);--> statement-breakpoint
CREATE INDEX `reviews_by_statement` ON `reviews` (`statement_id`);--> statement-breakpoint
CREATE INDEX `reviews_by_publisher` ON `reviews` (`publisher_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_once_of_claim` ON `reviews` (`publisher_id`,`url`,`own_claim_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `reviews_once_of_statement` ON `reviews` (`publisher_id`,`url`,`statement_id`);--> statement-breakpoint
CREATE TABLE `search_entries` (
	`place` integer PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`entity_id` integer NOT NULL,
	`snapshot` integer,
	`start` integer,
	`end` integer,
	`words` text NOT NULL,
	`more` text NOT NULL,
	`facets` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `search_entries_by_entity` ON `search_entries` (`entity_id`);--> statement-breakpoint
CREATE TABLE `secrets` (
	`name` text PRIMARY KEY NOT NULL,
	`value` text NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `sides` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`slug` text NOT NULL,
	`name` text NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `sides_slug` ON `sides` (`slug`);--> statement-breakpoint
CREATE TABLE `snapshots` (
	`id` integer PRIMARY KEY NOT NULL,
	`article_id` integer NOT NULL,
	`number` integer NOT NULL,
	`text` text NOT NULL,
	`sha256` text NOT NULL,
	`length` integer NOT NULL,
	`retrieved_at` text NOT NULL,
	`redacted` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `snapshots_number` ON `snapshots` (`article_id`,`number`);--> statement-breakpoint
CREATE TABLE `speaker_sides` (
	`speaker_id` integer NOT NULL,
	`side_id` integer NOT NULL,
	PRIMARY KEY(`speaker_id`, `side_id`),
	FOREIGN KEY (`speaker_id`) REFERENCES `speakers`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`side_id`) REFERENCES `sides`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `speaker_sides_by_side` ON `speaker_sides` (`side_id`,`speaker_id`);--> statement-breakpoint
CREATE TABLE `speakers` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
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
CREATE TABLE `stances` (
	`statement_id` integer NOT NULL,
	`claim_id` integer NOT NULL,
	`stance` integer NOT NULL,
	`question_id` integer NOT NULL,
	`side_id` integer NOT NULL,
	`speaker_id` integer NOT NULL,
	`outlet_id` integer NOT NULL,
	`article_id` integer NOT NULL,
	`utterance_id` integer NOT NULL,
	`status` integer NOT NULL,
	`said_sort` integer NOT NULL,
	`said_on` text NOT NULL,
	`said_as` integer NOT NULL,
	`of_question` integer NOT NULL,
	`of_statement` integer NOT NULL,
	`together` text,
	PRIMARY KEY(`statement_id`, `claim_id`),
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `stances_by_claim` ON `stances` (`claim_id`,`status`,`said_sort`,`statement_id`,`stance`,`side_id`,`outlet_id`,`speaker_id`,`article_id`,`utterance_id`,`said_on`,`said_as`);--> statement-breakpoint
CREATE INDEX `stances_by_question` ON `stances` (`question_id`,`status`,`said_sort`,`statement_id`,`claim_id`,`side_id`,`stance`,`utterance_id`,`said_on`);--> statement-breakpoint
CREATE INDEX `stances_by_group` ON `stances` (`claim_id`,`stance`,`status`,`side_id`,`said_sort`,`statement_id`,`speaker_id`,`said_on`,`said_as`);--> statement-breakpoint
CREATE INDEX `stances_by_speaker` ON `stances` (`speaker_id`,`claim_id`,`stance`,`status`,`side_id`,`said_sort`,`statement_id`,`said_on`);--> statement-breakpoint
CREATE INDEX `stances_of_speaker` ON `stances` (`speaker_id`,`status`,`said_sort`,`statement_id`,`claim_id`,`question_id`,`stance`,`of_statement`,`said_on`);--> statement-breakpoint
CREATE INDEX `repeats_by_speaker` ON `stances` (`speaker_id`,`status`,`utterance_id`) WHERE "stances"."utterance_id" <> "stances"."statement_id";--> statement-breakpoint
CREATE INDEX `repeats_by_claim` ON `stances` (`claim_id`,`status`,`side_id`,`stance`,`utterance_id`,`statement_id`) WHERE "stances"."utterance_id" <> "stances"."statement_id";--> statement-breakpoint
CREATE TABLE `statement_warnings` (
	`statement_id` integer NOT NULL,
	`warning` text NOT NULL,
	PRIMARY KEY(`statement_id`, `warning`),
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `statements_by_warning` ON `statement_warnings` (`warning`,`statement_id`);--> statement-breakpoint
CREATE TABLE `statements` (
	`id` integer PRIMARY KEY NOT NULL,
	`revision` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`status` integer NOT NULL,
	`article_id` integer NOT NULL,
	`outlet_id` integer NOT NULL,
	`speaker_id` integer NOT NULL,
	`dispute_id` integer NOT NULL,
	`side_id` integer NOT NULL,
	`title` text,
	`quote` text NOT NULL,
	`quote_type` text NOT NULL,
	`cue` text,
	`ground_rules` text NOT NULL,
	`language` text NOT NULL,
	`original` text,
	`translations` text NOT NULL,
	`said_at` text,
	`said_sort` integer NOT NULL,
	`said_on` text NOT NULL,
	`said_as` integer NOT NULL,
	`published_sort` integer NOT NULL,
	`setting` text,
	`context` text,
	`anchor_result` integer NOT NULL,
	`anchor` text NOT NULL,
	`stances` text NOT NULL,
	`own_stances` text,
	`repeats_id` integer,
	`quote_key` text,
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
CREATE INDEX `statements_by_date` ON `statements` (`status`,`said_sort`,`id`,`said_on`);--> statement-breakpoint
CREATE INDEX `statements_by_creation` ON `statements` (`status`);--> statement-breakpoint
CREATE INDEX `statements_by_dispute` ON `statements` (`dispute_id`,`status`,`said_sort`,`id`,`said_on`);--> statement-breakpoint
CREATE INDEX `statements_by_speaker` ON `statements` (`speaker_id`,`status`,`said_sort`,`id`,`said_on`);--> statement-breakpoint
CREATE INDEX `statements_by_side` ON `statements` (`side_id`,`status`,`said_sort`,`id`,`said_on`);--> statement-breakpoint
CREATE INDEX `statements_by_outlet` ON `statements` (`outlet_id`,`status`,`said_sort`,`id`,`said_on`);--> statement-breakpoint
CREATE INDEX `statements_by_article` ON `statements` (`article_id`,`status`,`said_sort`,`id`,`said_on`);--> statement-breakpoint
CREATE INDEX `statements_by_repeats` ON `statements` (`repeats_id`);--> statement-breakpoint
CREATE INDEX `statements_by_words` ON `statements` (`article_id`,`quote_key`);--> statement-breakpoint
CREATE TABLE `summary_marks` (
	`name` text PRIMARY KEY NOT NULL,
	`statement_id` integer,
	`folds` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `tallies` (
	`subject` text NOT NULL,
	`granularity` text NOT NULL,
	`period` text NOT NULL,
	`side_id` integer NOT NULL,
	`kind` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`subject`, `granularity`, `period`, `side_id`, `kind`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `tally_members` (
	`subject` text NOT NULL,
	`kind` text NOT NULL,
	`member` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`subject`, `kind`, `member`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `tally_members_often` ON `tally_members` (`subject`,`n`,`member`) WHERE "tally_members"."n" > 1 and "tally_members"."kind" = 'art';--> statement-breakpoint
CREATE TABLE `tally_sizes` (
	`subject` text NOT NULL,
	`kind` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`subject`, `kind`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `term_covers` (
	`statement_id` integer NOT NULL,
	`article_id` integer NOT NULL,
	`wording` text NOT NULL,
	`start` integer NOT NULL,
	PRIMARY KEY(`statement_id`, `article_id`, `wording`, `start`),
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `term_covers_by_place` ON `term_covers` (`article_id`,`wording`,`start`,`statement_id`);--> statement-breakpoint
CREATE TABLE `term_places` (
	`article_id` integer NOT NULL,
	`wording` text NOT NULL,
	`outlet_id` integer NOT NULL,
	`language` text NOT NULL,
	`places` text NOT NULL,
	`own_use` integer NOT NULL,
	`own_denial` integer NOT NULL,
	`own_mention` integer NOT NULL,
	`own_unread` integer NOT NULL,
	PRIMARY KEY(`article_id`, `wording`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `term_places_by_term` ON `term_places` (`wording`,`outlet_id`,`article_id`,`language`,`own_use`,`own_denial`,`own_mention`,`own_unread`);--> statement-breakpoint
CREATE TABLE `term_usages` (
	`statement_id` integer NOT NULL,
	`wording` text NOT NULL,
	`usage` integer NOT NULL,
	`side_id` integer NOT NULL,
	`speaker_id` integer NOT NULL,
	`outlet_id` integer NOT NULL,
	`utterance_id` integer NOT NULL,
	`said_sort` integer NOT NULL,
	`said_on` text NOT NULL,
	`said_as` integer NOT NULL,
	`language` text NOT NULL,
	`paraphrased` integer NOT NULL,
	`together` text,
	PRIMARY KEY(`statement_id`, `wording`),
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `term_usages_by_date` ON `term_usages` (`wording`,`usage`,`said_sort`,`statement_id`,`said_on`);--> statement-breakpoint
CREATE INDEX `term_usages_by_side` ON `term_usages` (`wording`,`usage`,`side_id`,`said_sort`,`statement_id`,`said_on`);--> statement-breakpoint
CREATE TABLE `terms` (
	`wording` text PRIMARY KEY NOT NULL,
	`first_word` text NOT NULL,
	`variants` text NOT NULL,
	`claims` text NOT NULL,
	`listing` text NOT NULL,
	`is_whole` integer NOT NULL
) WITHOUT ROWID;
--> statement-breakpoint
CREATE INDEX `terms_by_first_word` ON `terms` (`first_word`);--> statement-breakpoint
CREATE INDEX `terms_to_count` ON `terms` (`is_whole`,`wording`);
--> statement-breakpoint
-- From here on by hand.
-- The full-text index of search_entries. Its text was folded and split into tokens by the service, so the tokenizer
-- only has to part it at spaces: it takes every character beyond ASCII for a part of a word.
CREATE VIRTUAL TABLE search_index USING fts5(
  words, more, facets,
  content='search_entries', content_rowid='place', tokenize="ascii tokenchars '_'", detail=full
);
--> statement-breakpoint
CREATE TRIGGER search_entries_inserted AFTER INSERT ON search_entries BEGIN
  INSERT INTO search_index (rowid, words, more, facets) VALUES (new.place, new.words, new.more, new.facets);
END;
--> statement-breakpoint
CREATE TRIGGER search_entries_deleted AFTER DELETE ON search_entries BEGIN
  INSERT INTO search_index (search_index, rowid, words, more, facets)
  VALUES ('delete', old.place, old.words, old.more, old.facets);
END;
--> statement-breakpoint
CREATE TRIGGER search_entries_updated AFTER UPDATE ON search_entries BEGIN
  INSERT INTO search_index (search_index, rowid, words, more, facets)
  VALUES ('delete', old.place, old.words, old.more, old.facets);
  INSERT INTO search_index (rowid, words, more, facets) VALUES (new.place, new.words, new.more, new.facets);
END;
--> statement-breakpoint
-- What rebuttals, corrections, reviews and snapshots were ever of, from the lines of history that say so. A line
-- that makes one tells it whole; one that moves it begins with what it is of.
CREATE INDEX changes_by_whole ON changes (coalesce(json_extract(patch, '$[0].value.statement'), json_extract(patch, '$[0].value.article'), json_extract(patch, '$[0].value.claim'), json_extract(patch, '$[0].value.review')), entity_type, entity_id) WHERE entity_type IN ('rebuttal', 'correction', 'review', 'snapshot');
--> statement-breakpoint
CREATE INDEX changes_by_rebutted ON changes (json_extract(patch, '$[0].value.rebuts'), entity_type, entity_id) WHERE entity_type = 'rebuttal';
--> statement-breakpoint
CREATE INDEX changes_by_moved ON changes (json_extract(patch, '$[0].value'), entity_type, entity_id) WHERE entity_type IN ('rebuttal', 'correction', 'review', 'snapshot') AND json_extract(patch, '$[0].path') IN ('/statement', '/rebuts', '/article', '/claim', '/review');
--> statement-breakpoint
CREATE INDEX changes_by_moved_too ON changes (json_extract(patch, '$[1].value'), entity_type, entity_id) WHERE entity_type IN ('rebuttal', 'correction', 'review', 'snapshot') AND json_extract(patch, '$[1].path') IN ('/statement', '/rebuts', '/article', '/claim', '/review');
