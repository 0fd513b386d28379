CREATE TABLE `tallies` (
	`subject` text NOT NULL,
	`granularity` text NOT NULL,
	`period` text NOT NULL,
	`side_id` text NOT NULL,
	`kind` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`subject`, `granularity`, `period`, `side_id`, `kind`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `tally_members` (
	`subject` text NOT NULL,
	`member` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`subject`, `member`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `tally_sizes` (
	`subject` text NOT NULL,
	`kind` text NOT NULL,
	`n` integer NOT NULL,
	PRIMARY KEY(`subject`, `kind`)
) WITHOUT ROWID;
--> statement-breakpoint
CREATE TABLE `term_places` (
	`article_id` text NOT NULL,
	`wording` text NOT NULL,
	`outlet_id` text NOT NULL,
	`places` text NOT NULL,
	`own_voice` integer NOT NULL,
	PRIMARY KEY(`article_id`, `wording`),
	FOREIGN KEY (`article_id`) REFERENCES `articles`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `term_places_by_term` ON `term_places` (`wording`,`outlet_id`,`article_id`,`own_voice`);--> statement-breakpoint
CREATE TABLE `term_usages` (
	`statement_id` text NOT NULL,
	`wording` text NOT NULL,
	`usage` text NOT NULL,
	`side_id` text NOT NULL,
	`speaker_id` text NOT NULL,
	`outlet_id` text NOT NULL,
	`utterance_id` text NOT NULL,
	`said_sort` text NOT NULL,
	`together` text,
	PRIMARY KEY(`statement_id`, `wording`),
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `term_usages_by_date` ON `term_usages` (`wording`,`usage`,`said_sort`,`statement_id`);--> statement-breakpoint
CREATE INDEX `term_usages_by_side` ON `term_usages` (`wording`,`usage`,`side_id`,`said_sort`,`statement_id`);--> statement-breakpoint
CREATE INDEX `repeats_by_term` ON `term_usages` (`wording`,`utterance_id`,`statement_id`) WHERE "term_usages"."utterance_id" <> "term_usages"."statement_id";--> statement-breakpoint
CREATE TABLE `terms` (
	`wording` text PRIMARY KEY NOT NULL,
	`first_word` text NOT NULL,
	`variants` text NOT NULL,
	`claims` text NOT NULL,
	`is_whole` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `terms_by_first_word` ON `terms` (`first_word`);--> statement-breakpoint
CREATE INDEX `terms_to_count` ON `terms` (`is_whole`,`wording`);--> statement-breakpoint
ALTER TABLE `stances` ADD `together` text;--> statement-breakpoint
CREATE INDEX `articles_by_text` ON `articles` (`outlet_id`,`snapshots`);
--> statement-breakpoint
-- From here on by hand. What a row of stances or of term_usages adds to the tallies, or takes from them (`change` is 1
-- or -1), is said by an insert into this view.
CREATE VIEW tally_changes AS
SELECT '' AS subject, '' AS side_id, '' AS kind, '' AS said_sort, '' AS speaker_id, '' AS outlet_id, '' AS article_id,
  '' AS together, 0 AS change WHERE 0;
--> statement-breakpoint
CREATE TRIGGER tallies_changed INSTEAD OF INSERT ON tally_changes BEGIN
  INSERT INTO tallies (subject, granularity, period, side_id, kind, n)
  SELECT new.subject, granularity, period, new.side_id, new.kind, new.change
  FROM (
    SELECT 'day' AS granularity, substr(new.said_sort, 1, 10) AS period
    UNION ALL SELECT 'month', substr(new.said_sort, 1, 7)
  ) WHERE true
  ON CONFLICT DO UPDATE SET n = n + excluded.n;
  DELETE FROM tallies
  WHERE new.change < 0 AND n = 0 AND subject = new.subject AND granularity = 'day'
    AND period = substr(new.said_sort, 1, 10) AND side_id = new.side_id AND kind = new.kind;
  DELETE FROM tallies
  WHERE new.change < 0 AND n = 0 AND subject = new.subject AND granularity = 'month'
    AND period = substr(new.said_sort, 1, 7) AND side_id = new.side_id AND kind = new.kind;
  INSERT INTO tally_members (subject, member, n)
  SELECT new.subject, member, new.change
  FROM (
    SELECT new.speaker_id AS member UNION ALL SELECT new.outlet_id UNION ALL SELECT new.article_id
    UNION ALL SELECT new.together
  ) WHERE member IS NOT NULL
  ON CONFLICT DO UPDATE SET n = n + excluded.n;
  DELETE FROM tally_members
  WHERE new.change < 0 AND n = 0 AND subject = new.subject
    AND member IN (new.speaker_id, new.outlet_id, new.article_id, new.together);
END;
--> statement-breakpoint
CREATE TRIGGER tally_members_inserted AFTER INSERT ON tally_members BEGIN
  INSERT INTO tally_sizes (subject, kind, n) VALUES (new.subject, substr(new.member, 1, 3), 1)
  ON CONFLICT DO UPDATE SET n = n + 1;
END;
--> statement-breakpoint
CREATE TRIGGER tally_members_deleted AFTER DELETE ON tally_members BEGIN
  UPDATE tally_sizes SET n = n - 1 WHERE subject = old.subject AND kind = substr(old.member, 1, 3);
  DELETE FROM tally_sizes WHERE n = 0 AND subject = old.subject AND kind = substr(old.member, 1, 3);
END;
--> statement-breakpoint
UPDATE stances SET together = (
  SELECT 'set_' || group_concat(others.claim_id, ' ' ORDER BY others.claim_id)
  FROM stances AS others WHERE others.statement_id = stances.statement_id
)
WHERE EXISTS (
  SELECT 1 FROM stances AS others
  WHERE others.statement_id = stances.statement_id AND others.claim_id <> stances.claim_id
);
--> statement-breakpoint
INSERT INTO tallies (subject, granularity, period, side_id, kind, n)
SELECT claim_id, 'day', substr(said_sort, 1, 10), side_id, stance, count(*)
FROM stances WHERE status = 'published' GROUP BY 1, 3, 4, 5;
--> statement-breakpoint
INSERT INTO tallies (subject, granularity, period, side_id, kind, n)
SELECT subject, 'month', substr(period, 1, 7), side_id, kind, sum(n) FROM tallies GROUP BY 1, 3, 4, 5;
--> statement-breakpoint
INSERT INTO tally_members (subject, member, n)
SELECT claim_id, member, count(*)
FROM (
  SELECT claim_id, speaker_id AS member FROM stances WHERE status = 'published'
  UNION ALL SELECT claim_id, outlet_id FROM stances WHERE status = 'published'
  UNION ALL SELECT claim_id, article_id FROM stances WHERE status = 'published'
  UNION ALL SELECT claim_id, together FROM stances WHERE status = 'published' AND together IS NOT NULL
)
GROUP BY 1, 2;
--> statement-breakpoint
INSERT INTO terms (wording, first_word, variants, claims, is_whole)
SELECT DISTINCT wording, substr(wording || ' ', 1, instr(wording || ' ', ' ') - 1), '[]', '[]', 0 FROM claim_terms;
--> statement-breakpoint
CREATE TRIGGER stances_counted AFTER INSERT ON stances WHEN new.status = 'published' BEGIN
  INSERT INTO tally_changes
  VALUES (new.claim_id, new.side_id, new.stance, new.said_sort, new.speaker_id, new.outlet_id, new.article_id,
    new.together, 1);
END;
--> statement-breakpoint
CREATE TRIGGER stances_uncounted AFTER DELETE ON stances WHEN old.status = 'published' BEGIN
  INSERT INTO tally_changes
  VALUES (old.claim_id, old.side_id, old.stance, old.said_sort, old.speaker_id, old.outlet_id, old.article_id,
    old.together, -1);
END;
--> statement-breakpoint
CREATE TRIGGER stances_recounted AFTER UPDATE ON stances BEGIN
  INSERT INTO tally_changes
  SELECT old.claim_id, old.side_id, old.stance, old.said_sort, old.speaker_id, old.outlet_id, old.article_id,
    old.together, -1
  WHERE old.status = 'published';
  INSERT INTO tally_changes
  SELECT new.claim_id, new.side_id, new.stance, new.said_sort, new.speaker_id, new.outlet_id, new.article_id,
    new.together, 1
  WHERE new.status = 'published';
END;
--> statement-breakpoint
CREATE TRIGGER term_usages_counted AFTER INSERT ON term_usages BEGIN
  INSERT INTO tally_changes
  VALUES (new.wording, new.side_id, new.usage, new.said_sort, new.speaker_id, new.outlet_id, NULL, new.together, 1);
END;
--> statement-breakpoint
CREATE TRIGGER term_usages_uncounted AFTER DELETE ON term_usages BEGIN
  INSERT INTO tally_changes
  VALUES (old.wording, old.side_id, old.usage, old.said_sort, old.speaker_id, old.outlet_id, NULL, old.together, -1);
END;
--> statement-breakpoint
CREATE TRIGGER term_usages_recounted AFTER UPDATE ON term_usages BEGIN
  INSERT INTO tally_changes
  VALUES (old.wording, old.side_id, old.usage, old.said_sort, old.speaker_id, old.outlet_id, NULL, old.together, -1);
  INSERT INTO tally_changes
  VALUES (new.wording, new.side_id, new.usage, new.said_sort, new.speaker_id, new.outlet_id, NULL, new.together, 1);
END;
