CREATE INDEX "tally_members_often" ON "tally_members" USING btree ("subject","n","member") WHERE "tally_members"."n" > 1 and "tally_members"."member" >= 'art_' and "tally_members"."member" < 'art`';
--> statement-breakpoint
-- From here on by hand. A statement that is answered counts for its side among the answered ones of its dispute, and
-- among those of which dates tell how soon.
CREATE FUNCTION answered_tallied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM change_members(old.dispute_id || ' answered', ARRAY[old.side_id], -1);
    IF old.hours IS NOT NULL THEN
      PERFORM change_members(old.dispute_id || ' timed', ARRAY[old.side_id], -1);
    END IF;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM change_members(new.dispute_id || ' answered', ARRAY[new.side_id], 1);
    IF new.hours IS NOT NULL THEN
      PERFORM change_members(new.dispute_id || ' timed', ARRAY[new.side_id], 1);
    END IF;
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
INSERT INTO tally_members (subject, member, n)
SELECT dispute_id || ' answered', side_id, count(*) FROM answered GROUP BY dispute_id, side_id
UNION ALL
SELECT dispute_id || ' timed', side_id, count(hours) FROM answered WHERE hours IS NOT NULL GROUP BY dispute_id, side_id;
--> statement-breakpoint
-- Deferred to the commit, as the others are.
CREATE CONSTRAINT TRIGGER answered_tallied AFTER INSERT OR UPDATE OR DELETE ON answered
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION answered_tallied();
