-- Words are kept as numbers, ids of imports as keys, facets in fewer letters. The rows of stances lie in the order of claims.
DROP TRIGGER search_entries_inserted;
--> statement-breakpoint
DROP TRIGGER search_entries_deleted;
--> statement-breakpoint
DROP TRIGGER search_entries_updated;
--> statement-breakpoint
DROP TABLE search_index;
--> statement-breakpoint
CREATE TABLE `__new_stances` (
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
	PRIMARY KEY(`claim_id`, `status`, `said_sort`, `statement_id`),
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`claim_id`) REFERENCES `claims`(`id`) ON UPDATE no action ON DELETE no action
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_stances`("statement_id", "claim_id", "stance", "question_id", "side_id", "speaker_id", "outlet_id", "article_id", "utterance_id", "status", "said_sort", "said_on", "said_as", "of_question", "of_statement", "together")
SELECT "statement_id", "claim_id", "stance", "question_id", "side_id", "speaker_id", "outlet_id", "article_id", "utterance_id", "status", "said_sort", "said_on", "said_as", "of_question", "of_statement", "together"
FROM `stances` ORDER BY claim_id, status, said_sort, statement_id;--> statement-breakpoint
DROP TABLE `stances`;--> statement-breakpoint
ALTER TABLE `__new_stances` RENAME TO `stances`;--> statement-breakpoint
CREATE UNIQUE INDEX `stances_of_statement` ON `stances` (`statement_id`,`claim_id`);--> statement-breakpoint
CREATE INDEX `stances_by_question` ON `stances` (`question_id`,`status`,`said_sort`,`statement_id`,`claim_id`,`side_id`,`stance`,`utterance_id`,`said_on`);--> statement-breakpoint
CREATE INDEX `stances_by_group` ON `stances` (`claim_id`,`stance`,`status`,`side_id`,`said_sort`,`statement_id`,`speaker_id`,`said_on`,`said_as`);--> statement-breakpoint
CREATE INDEX `stances_by_speaker` ON `stances` (`speaker_id`,`claim_id`,`stance`,`status`,`side_id`,`said_sort`,`statement_id`,`said_on`);--> statement-breakpoint
CREATE INDEX `stances_of_speaker` ON `stances` (`speaker_id`,`status`,`said_sort`,`statement_id`,`claim_id`,`question_id`,`stance`,`of_statement`,`said_on`);--> statement-breakpoint
CREATE INDEX `repeats_by_speaker` ON `stances` (`speaker_id`,`status`,`utterance_id`) WHERE "stances"."utterance_id" <> "stances"."statement_id";--> statement-breakpoint
CREATE INDEX `repeats_by_claim` ON `stances` (`claim_id`,`status`,`side_id`,`stance`,`utterance_id`,`statement_id`) WHERE "stances"."utterance_id" <> "stances"."statement_id";--> statement-breakpoint
CREATE TABLE `__new_statements` (
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
	`quote_type` integer NOT NULL,
	`cue` text,
	`ground_rules` integer NOT NULL,
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
INSERT INTO `__new_statements`("id", "revision", "created_at", "updated_at", "status", "article_id", "outlet_id", "speaker_id", "dispute_id", "side_id", "title", "quote", "quote_type", "cue", "ground_rules", "language", "original", "translations", "said_at", "said_sort", "said_on", "said_as", "published_sort", "setting", "context", "anchor_result", "anchor", "stances", "own_stances", "repeats_id", "quote_key", "note", "withdrawn_at", "withdrawn_reason", "withdrawn_from", "redacted_at", "redacted_lines")
SELECT "id", "revision", "created_at", "updated_at", "status", "article_id", "outlet_id", "speaker_id", "dispute_id", "side_id", "title", "quote", CASE quote_type WHEN 'direct' THEN 0 WHEN 'indirect' THEN 1 WHEN 'mixed' THEN 2 END, "cue", CASE ground_rules WHEN 'background' THEN 0 WHEN 'deep-background' THEN 1 WHEN 'on-record' THEN 2 END, "language", nullif(original, 'null'), "translations", "said_at", "said_sort", "said_on", "said_as", "published_sort", "setting", "context", "anchor_result", "anchor", "stances", nullif(own_stances, 'null'), "repeats_id", "quote_key", "note", "withdrawn_at", "withdrawn_reason", "withdrawn_from", "redacted_at", nullif(redacted_lines, 'null')
FROM `statements` ORDER BY id;--> statement-breakpoint
DROP TABLE `statements`;--> statement-breakpoint
ALTER TABLE `__new_statements` RENAME TO `statements`;--> statement-breakpoint
CREATE INDEX `statements_by_date` ON `statements` (`status`,`said_sort`,`id`,`said_on`);--> statement-breakpoint
CREATE INDEX `statements_by_creation` ON `statements` (`status`);--> statement-breakpoint
CREATE INDEX `statements_by_dispute` ON `statements` (`dispute_id`,`status`,`said_sort`,`id`,`said_on`);--> statement-breakpoint
CREATE INDEX `statements_by_speaker` ON `statements` (`speaker_id`,`status`,`said_sort`,`id`,`said_on`);--> statement-breakpoint
CREATE INDEX `statements_by_side` ON `statements` (`side_id`,`status`,`said_sort`,`id`,`said_on`);--> statement-breakpoint
CREATE INDEX `statements_by_outlet` ON `statements` (`outlet_id`,`status`,`said_sort`,`id`,`said_on`);--> statement-breakpoint
CREATE INDEX `statements_by_article` ON `statements` (`article_id`,`status`,`said_sort`,`id`,`said_on`);--> statement-breakpoint
CREATE INDEX `statements_by_repeats` ON `statements` (`repeats_id`) WHERE "statements"."repeats_id" is not null;--> statement-breakpoint
CREATE INDEX `statements_by_words` ON `statements` (`article_id`,substr(`quote_key`, 1, 6));--> statement-breakpoint
CREATE TABLE `__new_imported_ids` (
	`kind` integer NOT NULL,
	`external_id` text NOT NULL,
	`entity_id` integer NOT NULL,
	`is_alias` integer NOT NULL,
	PRIMARY KEY(`kind`, `external_id`)
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_imported_ids`("kind", "external_id", "entity_id", "is_alias")
SELECT CASE kind WHEN 'review' THEN 0 WHEN 'statement' THEN 1 END, "external_id", ((instr('0123456789abcdefghjkmnpqrstvwxyz', substr(entity_id, 5, 1)) - 1) * 35184372088832 + (instr('0123456789abcdefghjkmnpqrstvwxyz', substr(entity_id, 6, 1)) - 1) * 1099511627776 + (instr('0123456789abcdefghjkmnpqrstvwxyz', substr(entity_id, 7, 1)) - 1) * 34359738368 + (instr('0123456789abcdefghjkmnpqrstvwxyz', substr(entity_id, 8, 1)) - 1) * 1073741824 + (instr('0123456789abcdefghjkmnpqrstvwxyz', substr(entity_id, 9, 1)) - 1) * 33554432 + (instr('0123456789abcdefghjkmnpqrstvwxyz', substr(entity_id, 10, 1)) - 1) * 1048576 + (instr('0123456789abcdefghjkmnpqrstvwxyz', substr(entity_id, 11, 1)) - 1) * 32768 + (instr('0123456789abcdefghjkmnpqrstvwxyz', substr(entity_id, 12, 1)) - 1) * 1024 + (instr('0123456789abcdefghjkmnpqrstvwxyz', substr(entity_id, 13, 1)) - 1) * 32 + (instr('0123456789abcdefghjkmnpqrstvwxyz', substr(entity_id, 14, 1)) - 1) * 1 - 1577836800000) * 4096 + (instr('0123456789abcdefghjkmnpqrstvwxyz', substr(entity_id, 15, 1)) - 1) * 1024 + (instr('0123456789abcdefghjkmnpqrstvwxyz', substr(entity_id, 16, 1)) - 1) * 32 + (instr('0123456789abcdefghjkmnpqrstvwxyz', substr(entity_id, 17, 1)) - 1) * 1, "is_alias"
FROM `imported_ids` ORDER BY kind, external_id;--> statement-breakpoint
DROP TABLE `imported_ids`;--> statement-breakpoint
ALTER TABLE `__new_imported_ids` RENAME TO `imported_ids`;--> statement-breakpoint
CREATE INDEX `imported_ids_by_entity` ON `imported_ids` (`entity_id`);--> statement-breakpoint
CREATE TABLE `__new_search_entries` (
	`place` integer PRIMARY KEY NOT NULL,
	`kind` integer NOT NULL,
	`entity_id` integer NOT NULL,
	`snapshot` integer,
	`start` integer,
	`end` integer,
	`words` text NOT NULL,
	`more` text NOT NULL,
	`facets` text NOT NULL
);
--> statement-breakpoint
INSERT INTO `__new_search_entries`("place", "kind", "entity_id", "snapshot", "start", "end", "words", "more", "facets")
SELECT "place", CASE kind WHEN 'article' THEN 0 WHEN 'claim' THEN 1 WHEN 'speaker' THEN 2 WHEN 'statement' THEN 3 END, "entity_id", "snapshot", "start", "end", "words", "more", replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(replace(facets, 'is_statement', 'xs'), 'is_draft', 'xd'), 'is_claim', 'xc'), 'is_speaker', 'xp'), 'is_article', 'xa'), 'dsp_0', 'd'), 'sid_0', 's'), 'spk_0', 'p'), 'out_0', 'o'), 'art_0', 'a'), 'clm_0', 'c'), 'qst_0', 'q')
FROM `search_entries` ORDER BY place;--> statement-breakpoint
DROP TABLE `search_entries`;--> statement-breakpoint
ALTER TABLE `__new_search_entries` RENAME TO `search_entries`;--> statement-breakpoint
CREATE INDEX `search_entries_by_entity` ON `search_entries` (`entity_id`);--> statement-breakpoint
CREATE TABLE `__new_statement_warnings` (
	`statement_id` integer NOT NULL,
	`warning` integer NOT NULL,
	PRIMARY KEY(`statement_id`, `warning`),
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade
) WITHOUT ROWID;
--> statement-breakpoint
INSERT INTO `__new_statement_warnings`("statement_id", "warning")
SELECT "statement_id", CASE warning WHEN 'answers-later-words' THEN 0 WHEN 'context-differs' THEN 1 WHEN 'cut-compound' THEN 2 WHEN 'duplicate' THEN 3 WHEN 'ends-early' THEN 4 WHEN 'far-apart' THEN 5 WHEN 'markup' THEN 6 WHEN 'outside-quotation-marks' THEN 7 WHEN 'said-after-publication' THEN 8 WHEN 'short-part' THEN 9 WHEN 'skips-negation' THEN 10 END
FROM `statement_warnings` ORDER BY statement_id;--> statement-breakpoint
DROP TABLE `statement_warnings`;--> statement-breakpoint
ALTER TABLE `__new_statement_warnings` RENAME TO `statement_warnings`;--> statement-breakpoint
CREATE INDEX `statements_by_warning` ON `statement_warnings` (`warning`,`statement_id`);
--> statement-breakpoint
-- As before, but without the sizes of entries, which only a rank of FTS5's own would need.
CREATE VIRTUAL TABLE search_index USING fts5(
  words, more, facets,
  content='search_entries', content_rowid='place', tokenize="ascii tokenchars '_'", detail=full, columnsize=0
);
--> statement-breakpoint
INSERT INTO search_index (search_index) VALUES ('rebuild');
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
