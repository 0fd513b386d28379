-- Combinations of subjects are written with commas before, between and after, so that one can be told from its words to
-- have a subject. The triggers take back what each row counted before, and add what it counts now.
UPDATE stances SET together = 'set_,' || replace(substr(together, 5), ' ', ',') || ','
WHERE together LIKE 'set_% %' AND together NOT LIKE 'set_,%';
--> statement-breakpoint
UPDATE term_usages SET together = (
  SELECT 'set_,' || group_concat(others.wording, ',' ORDER BY others.wording) || ','
  FROM term_usages AS others WHERE others.statement_id = term_usages.statement_id
)
WHERE together LIKE 'set_% %' AND together NOT LIKE 'set_,%';
