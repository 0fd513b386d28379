-- Keeps stance_totals, the sums over the published rows of stances, whoever writes these. Deferred to the commit, so
-- that transactions wait for each other's sums as briefly as can be.
CREATE FUNCTION stances_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND old.status = 1 THEN
    UPDATE stance_totals
    SET n = n - 1, of_question = of_question - old.of_question, of_statement = of_statement - old.of_statement
    WHERE claim_id = old.claim_id AND side_id = old.side_id AND stance = old.stance;
  END IF;
  IF TG_OP <> 'DELETE' AND new.status = 1 THEN
    INSERT INTO stance_totals AS total (claim_id, side_id, stance, question_id, n, of_question, of_statement)
    VALUES (new.claim_id, new.side_id, new.stance, new.question_id, 1, new.of_question, new.of_statement)
    ON CONFLICT (claim_id, side_id, stance) DO UPDATE SET
      n = total.n + 1,
      of_question = total.of_question + excluded.of_question,
      of_statement = total.of_statement + excluded.of_statement;
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER stances_written AFTER INSERT OR DELETE ON stances
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION stances_changed();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER stances_published AFTER UPDATE OF claim_id, side_id, stance, status ON stances
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION stances_changed();
--> statement-breakpoint
CREATE FUNCTION id_text(prefix text, key bigint) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (prefix || '_' || substr('0123456789abcdefghjkmnpqrstvwxyz', (((key / 4096 + 1577836800000) >> 45) & 31)::int + 1, 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', (((key / 4096 + 1577836800000) >> 40) & 31)::int + 1, 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', (((key / 4096 + 1577836800000) >> 35) & 31)::int + 1, 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', (((key / 4096 + 1577836800000) >> 30) & 31)::int + 1, 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', (((key / 4096 + 1577836800000) >> 25) & 31)::int + 1, 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', (((key / 4096 + 1577836800000) >> 20) & 31)::int + 1, 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', (((key / 4096 + 1577836800000) >> 15) & 31)::int + 1, 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', (((key / 4096 + 1577836800000) >> 10) & 31)::int + 1, 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', (((key / 4096 + 1577836800000) >> 5) & 31)::int + 1, 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', (((key / 4096 + 1577836800000) >> 0) & 31)::int + 1, 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', (((key % 4096) >> 10) & 31)::int + 1, 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', (((key % 4096) >> 5) & 31)::int + 1, 1) || substr('0123456789abcdefghjkmnpqrstvwxyz', (((key % 4096) >> 0) & 31)::int + 1, 1))
$$;
--> statement-breakpoint
-- From here on by hand. What a row adds to the tallies (`change` is 1), or takes from them (-1).
CREATE FUNCTION change_tally(a_subject text, a_side bigint, a_kind text, said bigint, change bigint)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO tallies AS tally (subject, granularity, period, side_id, kind, n)
  VALUES (a_subject, 'day', to_char(to_timestamp(said / 1000.0) AT TIME ZONE 'UTC', 'YYYY-MM-DD'), a_side, a_kind, change),
    (a_subject, 'month', to_char(to_timestamp(said / 1000.0) AT TIME ZONE 'UTC', 'YYYY-MM'), a_side, a_kind, change)
  ON CONFLICT (subject, granularity, period, side_id, kind) DO UPDATE SET n = tally.n + excluded.n;
  IF change < 0 THEN
    DELETE FROM tallies
    WHERE n = 0 AND subject = a_subject AND side_id = a_side AND kind = a_kind
      AND (granularity, period) IN (('day', to_char(to_timestamp(said / 1000.0) AT TIME ZONE 'UTC', 'YYYY-MM-DD')), ('month', to_char(to_timestamp(said / 1000.0) AT TIME ZONE 'UTC', 'YYYY-MM')));
  END IF;
END
$$;
--> statement-breakpoint
CREATE FUNCTION change_members(a_subject text, members text[], change bigint) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO tally_members AS tally (subject, member, n)
  SELECT a_subject, a_member, change FROM unnest(members) AS a_member WHERE a_member IS NOT NULL
  ON CONFLICT (subject, member) DO UPDATE SET n = tally.n + excluded.n;
  IF change < 0 THEN
    DELETE FROM tally_members WHERE n = 0 AND subject = a_subject AND member = ANY (members);
  END IF;
END
$$;
--> statement-breakpoint
CREATE FUNCTION tally_members_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' THEN
    INSERT INTO tally_sizes AS tally (subject, kind, n) VALUES (new.subject, substr(new.member, 1, 3), 1)
    ON CONFLICT (subject, kind) DO UPDATE SET n = tally.n + 1;
  ELSE
    UPDATE tally_sizes SET n = n - 1 WHERE subject = old.subject AND kind = substr(old.member, 1, 3);
    DELETE FROM tally_sizes WHERE n = 0 AND subject = old.subject AND kind = substr(old.member, 1, 3);
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER tally_members_changed AFTER INSERT OR DELETE ON tally_members
FOR EACH ROW EXECUTE FUNCTION tally_members_changed();
--> statement-breakpoint
-- A stance counts under its claim, and its statement once under the question, and under the question and the side.
CREATE FUNCTION stances_tallied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND old.status = 1 THEN
    PERFORM change_tally(id_text('clm', old.claim_id), old.side_id, (ARRAY['comment', 'deny', 'query', 'support'])[old.stance + 1], old.said_sort, -1);
    PERFORM change_members(
      id_text('clm', old.claim_id), ARRAY[id_text('spk', old.speaker_id), id_text('out', old.outlet_id), id_text('art', old.article_id), id_text('stm', old.utterance_id), old.together], -1
    );
    IF old.of_question = 1 THEN
      PERFORM change_members(id_text('qst', old.question_id), ARRAY[id_text('stm', old.utterance_id)], -1);
      PERFORM change_members(id_text('qst', old.question_id) || ' ' || id_text('sid', old.side_id), ARRAY[id_text('stm', old.utterance_id)], -1);
    END IF;
  END IF;
  IF TG_OP <> 'DELETE' AND new.status = 1 THEN
    PERFORM change_tally(id_text('clm', new.claim_id), new.side_id, (ARRAY['comment', 'deny', 'query', 'support'])[new.stance + 1], new.said_sort, 1);
    PERFORM change_members(
      id_text('clm', new.claim_id), ARRAY[id_text('spk', new.speaker_id), id_text('out', new.outlet_id), id_text('art', new.article_id), id_text('stm', new.utterance_id), new.together], 1
    );
    IF new.of_question = 1 THEN
      PERFORM change_members(id_text('qst', new.question_id), ARRAY[id_text('stm', new.utterance_id)], 1);
      PERFORM change_members(id_text('qst', new.question_id) || ' ' || id_text('sid', new.side_id), ARRAY[id_text('stm', new.utterance_id)], 1);
    END IF;
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
-- A usage counts under its term.
CREATE FUNCTION term_usages_tallied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM change_tally(old.wording, old.side_id, (ARRAY['denial', 'mention', 'use'])[old.usage + 1], old.said_sort, -1);
    PERFORM change_members(old.wording, ARRAY[id_text('spk', old.speaker_id), id_text('out', old.outlet_id), id_text('stm', old.utterance_id), old.together], -1);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM change_tally(new.wording, new.side_id, (ARRAY['denial', 'mention', 'use'])[new.usage + 1], new.said_sort, 1);
    PERFORM change_members(new.wording, ARRAY[id_text('spk', new.speaker_id), id_text('out', new.outlet_id), id_text('stm', new.utterance_id), new.together], 1);
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
-- A statement counts under its dispute, under the dispute and the side, and, if it takes a stance, under those that do.
CREATE FUNCTION statements_tallied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND old.status = 1 THEN
    PERFORM change_tally(
      id_text('dsp', old.dispute_id), old.side_id,
      CASE WHEN old.anchor_result IN (2, 3, 5) THEN 'verified' ELSE 'unverified' END,
      old.said_sort, -1
    );
    PERFORM change_members(id_text('dsp', old.dispute_id), ARRAY[id_text('stm', coalesce(old.repeats_id, old.id))], -1);
    PERFORM change_members(
      id_text('dsp', old.dispute_id) || ' ' || id_text('sid', old.side_id), ARRAY[id_text('stm', coalesce(old.repeats_id, old.id)), id_text('out', old.outlet_id)], -1
    );
    IF old.stances::text <> '[]' THEN
      PERFORM change_members(id_text('dsp', old.dispute_id) || ' stances', ARRAY[id_text('stm', coalesce(old.repeats_id, old.id))], -1);
    END IF;
  END IF;
  IF TG_OP <> 'DELETE' AND new.status = 1 THEN
    PERFORM change_tally(
      id_text('dsp', new.dispute_id), new.side_id,
      CASE WHEN new.anchor_result IN (2, 3, 5) THEN 'verified' ELSE 'unverified' END,
      new.said_sort, 1
    );
    PERFORM change_members(id_text('dsp', new.dispute_id), ARRAY[id_text('stm', coalesce(new.repeats_id, new.id))], 1);
    PERFORM change_members(
      id_text('dsp', new.dispute_id) || ' ' || id_text('sid', new.side_id), ARRAY[id_text('stm', coalesce(new.repeats_id, new.id)), id_text('out', new.outlet_id)], 1
    );
    IF new.stances::text <> '[]' THEN
      PERFORM change_members(id_text('dsp', new.dispute_id) || ' stances', ARRAY[id_text('stm', coalesce(new.repeats_id, new.id))], 1);
    END IF;
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
-- Deferred to the commit, so that transactions wait for each other's sums as briefly as can be.
CREATE CONSTRAINT TRIGGER stances_tallied AFTER INSERT OR UPDATE OR DELETE ON stances
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION stances_tallied();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER term_usages_tallied AFTER INSERT OR UPDATE OR DELETE ON term_usages
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION term_usages_tallied();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER statements_tallied AFTER INSERT OR DELETE ON statements
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION statements_tallied();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER statements_retallied
AFTER UPDATE OF status, dispute_id, side_id, said_sort, outlet_id, repeats_id, stances, anchor_result ON statements
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION statements_tallied();
--> statement-breakpoint
-- From here on by hand. A statement that is answered counts for its side among the answered ones of its dispute, and
-- among those of which dates tell how soon.
CREATE FUNCTION answered_tallied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM change_members(id_text('dsp', old.dispute_id) || ' answered', ARRAY[id_text('sid', old.side_id)], -1);
    IF old.hours IS NOT NULL THEN
      PERFORM change_members(id_text('dsp', old.dispute_id) || ' timed', ARRAY[id_text('sid', old.side_id)], -1);
    END IF;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM change_members(id_text('dsp', new.dispute_id) || ' answered', ARRAY[id_text('sid', new.side_id)], 1);
    IF new.hours IS NOT NULL THEN
      PERFORM change_members(id_text('dsp', new.dispute_id) || ' timed', ARRAY[id_text('sid', new.side_id)], 1);
    END IF;
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
-- Deferred to the commit, as the others are.
CREATE CONSTRAINT TRIGGER answered_tallied AFTER INSERT OR UPDATE OR DELETE ON answered
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION answered_tallied();
