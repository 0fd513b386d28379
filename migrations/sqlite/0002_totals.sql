-- Keeps stance_totals, the sums over the published rows of stances, whoever writes these.
CREATE TRIGGER stances_inserted AFTER INSERT ON stances WHEN new.status = 'published' BEGIN
  INSERT INTO stance_totals (claim_id, side_id, stance, question_id, n, of_question, of_statement)
  VALUES (new.claim_id, new.side_id, new.stance, new.question_id, 1, new.of_question, new.of_statement)
  ON CONFLICT (claim_id, side_id, stance) DO UPDATE SET
    n = n + 1, of_question = of_question + excluded.of_question, of_statement = of_statement + excluded.of_statement;
END;
--> statement-breakpoint
CREATE TRIGGER stances_deleted AFTER DELETE ON stances WHEN old.status = 'published' BEGIN
  UPDATE stance_totals
  SET n = n - 1, of_question = of_question - old.of_question, of_statement = of_statement - old.of_statement
  WHERE claim_id = old.claim_id AND side_id = old.side_id AND stance = old.stance;
END;
--> statement-breakpoint
CREATE TRIGGER stances_updated AFTER UPDATE OF claim_id, side_id, stance, status ON stances BEGIN
  UPDATE stance_totals
  SET n = n - 1, of_question = of_question - old.of_question, of_statement = of_statement - old.of_statement
  WHERE old.status = 'published' AND claim_id = old.claim_id AND side_id = old.side_id AND stance = old.stance;
  INSERT INTO stance_totals (claim_id, side_id, stance, question_id, n, of_question, of_statement)
  SELECT new.claim_id, new.side_id, new.stance, new.question_id, 1, new.of_question, new.of_statement
  WHERE new.status = 'published'
  ON CONFLICT (claim_id, side_id, stance) DO UPDATE SET
    n = n + 1, of_question = of_question + excluded.of_question, of_statement = of_statement + excluded.of_statement;
END;
