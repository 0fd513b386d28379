CREATE TABLE "answered" (
	"statement_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"dispute_id" text COLLATE "C" NOT NULL,
	"side_id" text COLLATE "C" NOT NULL,
	"hours" double precision
);
--> statement-breakpoint
CREATE TABLE "tallies" (
	"subject" text COLLATE "C" NOT NULL,
	"granularity" text COLLATE "C" NOT NULL,
	"period" text COLLATE "C" NOT NULL,
	"side_id" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "tallies_subject_granularity_period_side_id_kind_pk" PRIMARY KEY("subject","granularity","period","side_id","kind")
);
--> statement-breakpoint
CREATE TABLE "tally_members" (
	"subject" text COLLATE "C" NOT NULL,
	"member" text COLLATE "C" NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "tally_members_subject_member_pk" PRIMARY KEY("subject","member")
);
--> statement-breakpoint
CREATE TABLE "tally_sizes" (
	"subject" text COLLATE "C" NOT NULL,
	"kind" text COLLATE "C" NOT NULL,
	"n" bigint NOT NULL,
	CONSTRAINT "tally_sizes_subject_kind_pk" PRIMARY KEY("subject","kind")
);
--> statement-breakpoint
CREATE TABLE "term_places" (
	"article_id" text COLLATE "C" NOT NULL,
	"wording" text COLLATE "C" NOT NULL,
	"outlet_id" text COLLATE "C" NOT NULL,
	"places" json NOT NULL,
	"own_voice" bigint NOT NULL,
	CONSTRAINT "term_places_article_id_wording_pk" PRIMARY KEY("article_id","wording")
);
--> statement-breakpoint
CREATE TABLE "term_usages" (
	"statement_id" text COLLATE "C" NOT NULL,
	"wording" text COLLATE "C" NOT NULL,
	"usage" text COLLATE "C" NOT NULL,
	"side_id" text COLLATE "C" NOT NULL,
	"speaker_id" text COLLATE "C" NOT NULL,
	"outlet_id" text COLLATE "C" NOT NULL,
	"utterance_id" text COLLATE "C" NOT NULL,
	"said_sort" text COLLATE "C" NOT NULL,
	"together" text COLLATE "C",
	CONSTRAINT "term_usages_statement_id_wording_pk" PRIMARY KEY("statement_id","wording")
);
--> statement-breakpoint
CREATE TABLE "terms" (
	"wording" text COLLATE "C" PRIMARY KEY NOT NULL,
	"first_word" text COLLATE "C" NOT NULL,
	"variants" json NOT NULL,
	"claims" json NOT NULL,
	"listing" text COLLATE "C" NOT NULL,
	"is_whole" boolean NOT NULL
);
--> statement-breakpoint
DROP INDEX IF EXISTS "repeats_by_claim";--> statement-breakpoint
DROP INDEX IF EXISTS "repeats_by_question";--> statement-breakpoint
DROP INDEX IF EXISTS "repeats_by_dispute";--> statement-breakpoint
ALTER TABLE "stances" ADD COLUMN "together" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "answered" ADD CONSTRAINT "answered_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_places" ADD CONSTRAINT "term_places_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_usages" ADD CONSTRAINT "term_usages_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "answered_by_side" ON "answered" USING btree ("dispute_id","side_id","hours");--> statement-breakpoint
CREATE INDEX "term_places_by_term" ON "term_places" USING btree ("wording","outlet_id","article_id","own_voice");--> statement-breakpoint
CREATE INDEX "term_usages_by_date" ON "term_usages" USING btree ("wording","usage","said_sort","statement_id");--> statement-breakpoint
CREATE INDEX "term_usages_by_side" ON "term_usages" USING btree ("wording","usage","side_id","said_sort","statement_id");--> statement-breakpoint
CREATE INDEX "terms_by_first_word" ON "terms" USING btree ("first_word");--> statement-breakpoint
CREATE INDEX "terms_to_count" ON "terms" USING btree ("is_whole","wording");--> statement-breakpoint
CREATE INDEX "articles_by_text" ON "articles" USING btree ("outlet_id","snapshots");
--> statement-breakpoint
-- From here on by hand. What a row adds to the tallies (`change` is 1), or takes from them (-1).
CREATE FUNCTION change_tally(a_subject text, a_side text, a_kind text, said text, change bigint)
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO tallies AS tally (subject, granularity, period, side_id, kind, n)
  VALUES (a_subject, 'day', substr(said, 1, 10), a_side, a_kind, change),
    (a_subject, 'month', substr(said, 1, 7), a_side, a_kind, change)
  ON CONFLICT (subject, granularity, period, side_id, kind) DO UPDATE SET n = tally.n + excluded.n;
  IF change < 0 THEN
    DELETE FROM tallies
    WHERE n = 0 AND subject = a_subject AND side_id = a_side AND kind = a_kind
      AND (granularity, period) IN (('day', substr(said, 1, 10)), ('month', substr(said, 1, 7)));
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
  IF TG_OP <> 'INSERT' AND old.status = 'published' THEN
    PERFORM change_tally(old.claim_id, old.side_id, old.stance, old.said_sort, -1);
    PERFORM change_members(
      old.claim_id, ARRAY[old.speaker_id, old.outlet_id, old.article_id, old.utterance_id, old.together], -1
    );
    IF old.of_question = 1 THEN
      PERFORM change_members(old.question_id, ARRAY[old.utterance_id], -1);
      PERFORM change_members(old.question_id || ' ' || old.side_id, ARRAY[old.utterance_id], -1);
    END IF;
  END IF;
  IF TG_OP <> 'DELETE' AND new.status = 'published' THEN
    PERFORM change_tally(new.claim_id, new.side_id, new.stance, new.said_sort, 1);
    PERFORM change_members(
      new.claim_id, ARRAY[new.speaker_id, new.outlet_id, new.article_id, new.utterance_id, new.together], 1
    );
    IF new.of_question = 1 THEN
      PERFORM change_members(new.question_id, ARRAY[new.utterance_id], 1);
      PERFORM change_members(new.question_id || ' ' || new.side_id, ARRAY[new.utterance_id], 1);
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
    PERFORM change_tally(old.wording, old.side_id, old.usage, old.said_sort, -1);
    PERFORM change_members(old.wording, ARRAY[old.speaker_id, old.outlet_id, old.utterance_id, old.together], -1);
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM change_tally(new.wording, new.side_id, new.usage, new.said_sort, 1);
    PERFORM change_members(new.wording, ARRAY[new.speaker_id, new.outlet_id, new.utterance_id, new.together], 1);
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
-- A statement counts under its dispute, under the dispute and the side, and, if it takes a stance, under those that do.
CREATE FUNCTION statements_tallied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND old.status = 'published' THEN
    PERFORM change_tally(
      old.dispute_id, old.side_id,
      CASE WHEN old.anchor_result IN ('exact', 'normalized', 'elided') THEN 'verified' ELSE 'unverified' END,
      old.said_sort, -1
    );
    PERFORM change_members(old.dispute_id, ARRAY[coalesce(old.repeats_id, old.id)], -1);
    PERFORM change_members(
      old.dispute_id || ' ' || old.side_id, ARRAY[coalesce(old.repeats_id, old.id), old.outlet_id], -1
    );
    IF old.stances::text <> '[]' THEN
      PERFORM change_members(old.dispute_id || ' stances', ARRAY[coalesce(old.repeats_id, old.id)], -1);
    END IF;
  END IF;
  IF TG_OP <> 'DELETE' AND new.status = 'published' THEN
    PERFORM change_tally(
      new.dispute_id, new.side_id,
      CASE WHEN new.anchor_result IN ('exact', 'normalized', 'elided') THEN 'verified' ELSE 'unverified' END,
      new.said_sort, 1
    );
    PERFORM change_members(new.dispute_id, ARRAY[coalesce(new.repeats_id, new.id)], 1);
    PERFORM change_members(
      new.dispute_id || ' ' || new.side_id, ARRAY[coalesce(new.repeats_id, new.id), new.outlet_id], 1
    );
    IF new.stances::text <> '[]' THEN
      PERFORM change_members(new.dispute_id || ' stances', ARRAY[coalesce(new.repeats_id, new.id)], 1);
    END IF;
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
UPDATE stances SET together = (
  SELECT 'set_' || string_agg(others.claim_id, ' ' ORDER BY others.claim_id COLLATE "C")
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
SELECT claim_id, member, count(*)
FROM stances, unnest(array_remove(ARRAY[speaker_id, outlet_id, article_id, utterance_id, together], NULL)) AS member
WHERE status = 'published' GROUP BY 1, 2;
--> statement-breakpoint
INSERT INTO tally_members (subject, member, n)
SELECT subject, utterance_id, count(*)
FROM stances, unnest(ARRAY[question_id, question_id || ' ' || side_id]) AS subject
WHERE status = 'published' AND of_question = 1 GROUP BY 1, 2;
--> statement-breakpoint
INSERT INTO tally_members (subject, member, n)
SELECT subject, member, count(*)
FROM (
  SELECT dispute_id AS subject, coalesce(repeats_id, id) AS member FROM statements WHERE status = 'published'
  UNION ALL SELECT dispute_id || ' ' || side_id, coalesce(repeats_id, id) FROM statements WHERE status = 'published'
  UNION ALL SELECT dispute_id || ' ' || side_id, outlet_id FROM statements WHERE status = 'published'
  UNION ALL SELECT dispute_id || ' stances', coalesce(repeats_id, id) FROM statements
    WHERE status = 'published' AND stances::text <> '[]'
) AS counted
GROUP BY 1, 2;
--> statement-breakpoint
INSERT INTO answered (statement_id, dispute_id, side_id, hours)
SELECT statement_id, dispute_id, side_id, min(hours) FILTER (WHERE hours >= 0)
FROM (
  SELECT said.id AS statement_id, said.dispute_id, said.side_id,
    CASE
      WHEN length(said.said_at) < 10 OR length(answer.said_at) < 10 THEN NULL
      WHEN said.said_at LIKE '%T%' AND answer.said_at LIKE '%T%'
      THEN round(extract(epoch FROM answer.said_at::timestamptz - said.said_at::timestamptz) / 36) / 100
      ELSE (
        (answer.said_sort::timestamptz AT TIME ZONE 'UTC')::date - (said.said_sort::timestamptz AT TIME ZONE 'UTC')::date
      ) * 24
    END::double precision AS hours
  FROM rebuttals
  JOIN statements AS said ON said.id = rebuttals.rebuts_id AND said.status = 'published'
  JOIN statements AS answer ON answer.id = rebuttals.statement_id AND answer.status = 'published'
  WHERE rebuttals.kind NOT IN ('concession', 'clarification') AND said.said_at IS NOT NULL AND answer.said_at IS NOT NULL
  UNION ALL
  SELECT said.id, said.dispute_id, said.side_id, NULL
  FROM rebuttals
  JOIN statements AS said ON said.id = rebuttals.rebuts_id AND said.status = 'published'
  JOIN statements AS answer ON answer.id = rebuttals.statement_id AND answer.status = 'published'
  WHERE rebuttals.kind NOT IN ('concession', 'clarification')
) AS answers
GROUP BY 1, 2, 3;
--> statement-breakpoint
INSERT INTO terms (wording, first_word, variants, claims, listing, is_whole)
SELECT wording, split_part(wording, ' ', 1), '[]', '[]', '', false FROM claim_terms GROUP BY wording;
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
