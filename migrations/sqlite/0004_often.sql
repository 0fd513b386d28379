CREATE INDEX `tally_members_often` ON `tally_members` (`subject`,`n`,`member`) WHERE "tally_members"."n" > 1 and "tally_members"."member" >= 'art_' and "tally_members"."member" < 'art`';
--> statement-breakpoint
-- From here on by hand. A statement that is answered counts for its side among the answered ones of its dispute, and
-- among those of which dates tell how soon.
CREATE TRIGGER answered_counted AFTER INSERT ON answered BEGIN
  INSERT INTO member_changes VALUES
    (new.dispute_id || ' answered', new.side_id, 1),
    (new.dispute_id || ' timed', CASE WHEN new.hours IS NOT NULL THEN new.side_id END, 1);
END;
--> statement-breakpoint
CREATE TRIGGER answered_uncounted AFTER DELETE ON answered BEGIN
  INSERT INTO member_changes VALUES
    (old.dispute_id || ' answered', old.side_id, -1),
    (old.dispute_id || ' timed', CASE WHEN old.hours IS NOT NULL THEN old.side_id END, -1);
END;
--> statement-breakpoint
INSERT INTO tally_members (subject, member, n)
SELECT dispute_id || ' answered', side_id, count(*) FROM answered GROUP BY dispute_id, side_id
UNION ALL
SELECT dispute_id || ' timed', side_id, count(hours) FROM answered WHERE hours IS NOT NULL GROUP BY dispute_id, side_id;
