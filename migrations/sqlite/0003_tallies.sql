CREATE TABLE `answered` (
	`statement_id` text PRIMARY KEY NOT NULL,
	`dispute_id` text NOT NULL,
	`side_id` text NOT NULL,
	`hours` real,
	FOREIGN KEY (`statement_id`) REFERENCES `statements`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `answered_by_side` ON `answered` (`dispute_id`,`side_id`,`hours`);--> statement-breakpoint
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
CREATE TABLE `terms` (
	`wording` text PRIMARY KEY NOT NULL,
	`first_word` text NOT NULL,
	`variants` text NOT NULL,
	`claims` text NOT NULL,
	`listing` text NOT NULL,
	`is_whole` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `terms_by_first_word` ON `terms` (`first_word`);--> statement-breakpoint
CREATE INDEX `terms_to_count` ON `terms` (`is_whole`,`wording`);--> statement-breakpoint
DROP INDEX IF EXISTS `repeats_by_claim`;--> statement-breakpoint
DROP INDEX IF EXISTS `repeats_by_question`;--> statement-breakpoint
ALTER TABLE `stances` ADD `together` text;--> statement-breakpoint
DROP INDEX IF EXISTS `repeats_by_dispute`;--> statement-breakpoint
CREATE INDEX `articles_by_text` ON `articles` (`outlet_id`,`snapshots`);
--> statement-breakpoint
-- From here on by hand. The views hold nothing: an insert into one of them says what a row adds to the tallies (`change`
-- is 1), or takes from them (-1), so that it is written down once what that is.
CREATE VIEW tally_changes AS
SELECT '' AS subject, '' AS side_id, '' AS kind, '' AS said_sort, 0 AS change WHERE 0;
--> statement-breakpoint
CREATE TRIGGER tallies_changed INSTEAD OF INSERT ON tally_changes BEGIN
  INSERT INTO tallies (subject, granularity, period, side_id, kind, n)
  VALUES (new.subject, 'day', substr(new.said_sort, 1, 10), new.side_id, new.kind, new.change),
    (new.subject, 'month', substr(new.said_sort, 1, 7), new.side_id, new.kind, new.change)
  ON CONFLICT DO UPDATE SET n = n + excluded.n;
  DELETE FROM tallies
  WHERE new.change < 0 AND n = 0 AND subject = new.subject AND granularity = 'day'
    AND period = substr(new.said_sort, 1, 10) AND side_id = new.side_id AND kind = new.kind;
  DELETE FROM tallies
  WHERE new.change < 0 AND n = 0 AND subject = new.subject AND granularity = 'month'
    AND period = substr(new.said_sort, 1, 7) AND side_id = new.side_id AND kind = new.kind;
END;
--> statement-breakpoint
CREATE VIEW member_changes AS SELECT '' AS subject, '' AS member, 0 AS change WHERE 0;
--> statement-breakpoint
CREATE TRIGGER members_changed INSTEAD OF INSERT ON member_changes WHEN new.member IS NOT NULL BEGIN
  INSERT INTO tally_members (subject, member, n) VALUES (new.subject, new.member, new.change)
  ON CONFLICT DO UPDATE SET n = n + excluded.n;
  DELETE FROM tally_members
  WHERE new.change < 0 AND n = 0 AND subject = new.subject AND member = new.member;
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
-- A stance counts under its claim, and its statement once under the question, and under the question and the side.
CREATE VIEW stance_changes AS
SELECT claim_id, question_id, side_id, stance, said_sort, speaker_id, outlet_id, article_id, utterance_id, together,
  of_question, 0 AS change FROM stances WHERE 0;
--> statement-breakpoint
CREATE TRIGGER stance_changed INSTEAD OF INSERT ON stance_changes BEGIN
  INSERT INTO tally_changes VALUES (new.claim_id, new.side_id, new.stance, new.said_sort, new.change);
  INSERT INTO member_changes VALUES
    (new.claim_id, new.speaker_id, new.change), (new.claim_id, new.outlet_id, new.change),
    (new.claim_id, new.article_id, new.change), (new.claim_id, new.utterance_id, new.change),
    (new.claim_id, new.together, new.change),
    (new.question_id, CASE new.of_question WHEN 1 THEN new.utterance_id END, new.change),
    (new.question_id || ' ' || new.side_id, CASE new.of_question WHEN 1 THEN new.utterance_id END, new.change);
END;
--> statement-breakpoint
-- A usage counts under its term.
CREATE VIEW usage_changes AS
SELECT wording, side_id, usage, said_sort, speaker_id, outlet_id, utterance_id, together, 0 AS change
FROM term_usages WHERE 0;
--> statement-breakpoint
CREATE TRIGGER usage_changed INSTEAD OF INSERT ON usage_changes BEGIN
  INSERT INTO tally_changes VALUES (new.wording, new.side_id, new.usage, new.said_sort, new.change);
  INSERT INTO member_changes VALUES
    (new.wording, new.speaker_id, new.change), (new.wording, new.outlet_id, new.change),
    (new.wording, new.utterance_id, new.change), (new.wording, new.together, new.change);
END;
--> statement-breakpoint
-- A statement counts under its dispute, under the dispute and the side, and, if it takes a stance, under those that do.
CREATE VIEW statement_changes AS
SELECT '' AS dispute_id, '' AS side_id, '' AS said_sort, '' AS outlet_id, '' AS utterance_id, '' AS stances, '' AS kind,
  0 AS change WHERE 0;
--> statement-breakpoint
CREATE TRIGGER statement_changed INSTEAD OF INSERT ON statement_changes BEGIN
  INSERT INTO tally_changes VALUES (new.dispute_id, new.side_id, new.kind, new.said_sort, new.change);
  INSERT INTO member_changes VALUES
    (new.dispute_id, new.utterance_id, new.change),
    (new.dispute_id || ' ' || new.side_id, new.utterance_id, new.change),
    (new.dispute_id || ' ' || new.side_id, new.outlet_id, new.change),
    (new.dispute_id || ' stances', CASE WHEN new.stances <> '[]' THEN new.utterance_id END, new.change);
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
SELECT dispute_id, 'day', substr(said_sort, 1, 10), side_id,
  CASE WHEN anchor_result IN ('exact', 'normalized', 'elided') THEN 'verified' ELSE 'unverified' END, count(*)
FROM statements WHERE status = 'published' GROUP BY 1, 3, 4, 5;
--> statement-breakpoint
INSERT INTO tallies (subject, granularity, period, side_id, kind, n)
SELECT subject, 'month', substr(period, 1, 7), side_id, kind, sum(n) FROM tallies GROUP BY 1, 3, 4, 5;
--> statement-breakpoint
INSERT INTO tally_members (subject, member, n)
SELECT subject, member, count(*)
FROM (
  SELECT claim_id AS subject, speaker_id AS member FROM stances WHERE status = 'published'
  UNION ALL SELECT claim_id, outlet_id FROM stances WHERE status = 'published'
  UNION ALL SELECT claim_id, article_id FROM stances WHERE status = 'published'
  UNION ALL SELECT claim_id, utterance_id FROM stances WHERE status = 'published'
  UNION ALL SELECT claim_id, together FROM stances WHERE status = 'published' AND together IS NOT NULL
  UNION ALL SELECT question_id, utterance_id FROM stances WHERE status = 'published' AND of_question = 1
  UNION ALL SELECT question_id || ' ' || side_id, utterance_id FROM stances
    WHERE status = 'published' AND of_question = 1
  UNION ALL SELECT dispute_id, coalesce(repeats_id, id) FROM statements WHERE status = 'published'
  UNION ALL SELECT dispute_id || ' ' || side_id, coalesce(repeats_id, id) FROM statements WHERE status = 'published'
  UNION ALL SELECT dispute_id || ' ' || side_id, outlet_id FROM statements WHERE status = 'published'
  UNION ALL SELECT dispute_id || ' stances', coalesce(repeats_id, id) FROM statements
    WHERE status = 'published' AND stances <> '[]'
)
GROUP BY 1, 2;
--> statement-breakpoint
INSERT INTO answered (statement_id, dispute_id, side_id, hours)
SELECT statement_id, dispute_id, side_id, min(CASE WHEN hours >= 0 THEN hours END)
FROM (
  SELECT said.id AS statement_id, said.dispute_id, said.side_id,
    CASE
      WHEN length(said.said_at) < 10 OR length(answer.said_at) < 10 THEN NULL
      WHEN instr(said.said_at, 'T') > 0 AND instr(answer.said_at, 'T') > 0
      THEN round((unixepoch(answer.said_at, 'subsec') - unixepoch(said.said_at, 'subsec')) / 36.0) / 100
      ELSE (julianday(date(answer.said_at)) - julianday(date(said.said_at))) * 24
    END AS hours
  FROM rebuttals
  JOIN statements AS said ON said.id = rebuttals.rebuts_id AND said.status = 'published'
  JOIN statements AS answer ON answer.id = rebuttals.statement_id AND answer.status = 'published'
  WHERE rebuttals.kind NOT IN ('concession', 'clarification')
)
GROUP BY 1;
--> statement-breakpoint
INSERT INTO terms (wording, first_word, variants, claims, listing, is_whole)
SELECT DISTINCT wording, substr(wording || ' ', 1, instr(wording || ' ', ' ') - 1), '[]', '[]', '', 0 FROM claim_terms;
--> statement-breakpoint
CREATE TRIGGER stances_counted AFTER INSERT ON stances WHEN new.status = 'published' BEGIN
  INSERT INTO stance_changes VALUES (new.claim_id, new.question_id, new.side_id, new.stance, new.said_sort, new.speaker_id, new.outlet_id,
    new.article_id, new.utterance_id, new.together, new.of_question, 1);
END;
--> statement-breakpoint
CREATE TRIGGER stances_uncounted AFTER DELETE ON stances WHEN old.status = 'published' BEGIN
  INSERT INTO stance_changes VALUES (old.claim_id, old.question_id, old.side_id, old.stance, old.said_sort, old.speaker_id, old.outlet_id,
    old.article_id, old.utterance_id, old.together, old.of_question, -1);
END;
--> statement-breakpoint
CREATE TRIGGER stances_recounted AFTER UPDATE ON stances BEGIN
  INSERT INTO stance_changes SELECT old.claim_id, old.question_id, old.side_id, old.stance, old.said_sort, old.speaker_id, old.outlet_id,
    old.article_id, old.utterance_id, old.together, old.of_question, -1
  WHERE old.status = 'published';
  INSERT INTO stance_changes SELECT new.claim_id, new.question_id, new.side_id, new.stance, new.said_sort, new.speaker_id, new.outlet_id,
    new.article_id, new.utterance_id, new.together, new.of_question, 1
  WHERE new.status = 'published';
END;
--> statement-breakpoint
CREATE TRIGGER term_usages_counted AFTER INSERT ON term_usages BEGIN
  INSERT INTO usage_changes VALUES (new.wording, new.side_id, new.usage, new.said_sort, new.speaker_id, new.outlet_id, new.utterance_id, new.together, 1);
END;
--> statement-breakpoint
CREATE TRIGGER term_usages_uncounted AFTER DELETE ON term_usages BEGIN
  INSERT INTO usage_changes VALUES (old.wording, old.side_id, old.usage, old.said_sort, old.speaker_id, old.outlet_id, old.utterance_id, old.together, -1);
END;
--> statement-breakpoint
CREATE TRIGGER term_usages_recounted AFTER UPDATE ON term_usages BEGIN
  INSERT INTO usage_changes VALUES (old.wording, old.side_id, old.usage, old.said_sort, old.speaker_id, old.outlet_id, old.utterance_id, old.together, -1);
  INSERT INTO usage_changes VALUES (new.wording, new.side_id, new.usage, new.said_sort, new.speaker_id, new.outlet_id, new.utterance_id, new.together, 1);
END;
--> statement-breakpoint
CREATE TRIGGER statements_counted AFTER INSERT ON statements WHEN new.status = 'published' BEGIN
  INSERT INTO statement_changes VALUES (new.dispute_id, new.side_id, new.said_sort, new.outlet_id, coalesce(new.repeats_id, new.id), new.stances,
    CASE WHEN new.anchor_result IN ('exact', 'normalized', 'elided') THEN 'verified' ELSE 'unverified' END, 1);
END;
--> statement-breakpoint
CREATE TRIGGER statements_uncounted AFTER DELETE ON statements WHEN old.status = 'published' BEGIN
  INSERT INTO statement_changes VALUES (old.dispute_id, old.side_id, old.said_sort, old.outlet_id, coalesce(old.repeats_id, old.id), old.stances,
    CASE WHEN old.anchor_result IN ('exact', 'normalized', 'elided') THEN 'verified' ELSE 'unverified' END, -1);
END;
--> statement-breakpoint
CREATE TRIGGER statements_recounted
AFTER UPDATE OF status, dispute_id, side_id, said_sort, outlet_id, repeats_id, stances, anchor_result ON statements BEGIN
  INSERT INTO statement_changes SELECT old.dispute_id, old.side_id, old.said_sort, old.outlet_id, coalesce(old.repeats_id, old.id), old.stances,
    CASE WHEN old.anchor_result IN ('exact', 'normalized', 'elided') THEN 'verified' ELSE 'unverified' END, -1
  WHERE old.status = 'published';
  INSERT INTO statement_changes SELECT new.dispute_id, new.side_id, new.said_sort, new.outlet_id, coalesce(new.repeats_id, new.id), new.stances,
    CASE WHEN new.anchor_result IN ('exact', 'normalized', 'elided') THEN 'verified' ELSE 'unverified' END, 1
  WHERE new.status = 'published';
END;
