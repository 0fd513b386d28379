-- Keeps stance_totals, the sums over the published rows of stances, whoever writes these. Deferred to the commit, so
-- that transactions wait for each other's sums as briefly as can be.
CREATE FUNCTION stances_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND old.status = 'published' THEN
    UPDATE stance_totals
    SET n = n - 1, of_question = of_question - old.of_question, of_statement = of_statement - old.of_statement
    WHERE claim_id = old.claim_id AND side_id = old.side_id AND stance = old.stance;
  END IF;
  IF TG_OP <> 'DELETE' AND new.status = 'published' THEN
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
