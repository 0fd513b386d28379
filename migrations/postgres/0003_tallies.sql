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
	"is_whole" boolean NOT NULL
);
--> statement-breakpoint
ALTER TABLE "stances" ADD COLUMN "together" text COLLATE "C";--> statement-breakpoint
ALTER TABLE "term_places" ADD CONSTRAINT "term_places_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "term_usages" ADD CONSTRAINT "term_usages_statement_id_statements_id_fk" FOREIGN KEY ("statement_id") REFERENCES "public"."statements"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "term_places_by_term" ON "term_places" USING btree ("wording","outlet_id","article_id","own_voice");--> statement-breakpoint
CREATE INDEX "term_usages_by_date" ON "term_usages" USING btree ("wording","usage","said_sort","statement_id");--> statement-breakpoint
CREATE INDEX "term_usages_by_side" ON "term_usages" USING btree ("wording","usage","side_id","said_sort","statement_id");--> statement-breakpoint
CREATE INDEX "repeats_by_term" ON "term_usages" USING btree ("wording","utterance_id","statement_id") WHERE "term_usages"."utterance_id" <> "term_usages"."statement_id";--> statement-breakpoint
CREATE INDEX "terms_by_first_word" ON "terms" USING btree ("first_word");--> statement-breakpoint
CREATE INDEX "terms_to_count" ON "terms" USING btree ("is_whole","wording");--> statement-breakpoint
CREATE INDEX "articles_by_text" ON "articles" USING btree ("outlet_id","snapshots");
--> statement-breakpoint
-- From here on by hand. What a row of stances or of term_usages adds to the tallies, or takes from them.
CREATE FUNCTION change_tallies(
  subject text, side_id text, kind text, said_sort text, speaker_id text, outlet_id text, article_id text,
  together text, change bigint
) RETURNS void LANGUAGE plpgsql AS $$
#variable_conflict use_column
DECLARE
  days text[] := ARRAY['day', 'month'];
  periods text[] := ARRAY[substr(change_tallies.said_sort, 1, 10), substr(change_tallies.said_sort, 1, 7)];
  members text[] := array_remove(
    ARRAY[change_tallies.speaker_id, change_tallies.outlet_id, change_tallies.article_id, change_tallies.together], NULL
  );
BEGIN
  INSERT INTO tallies AS tally (subject, granularity, period, side_id, kind, n)
  SELECT change_tallies.subject, granularity, period, change_tallies.side_id, change_tallies.kind, change_tallies.change
  FROM unnest(days, periods) AS times (granularity, period)
  ON CONFLICT (subject, granularity, period, side_id, kind) DO UPDATE SET n = tally.n + excluded.n;
  INSERT INTO tally_members AS tally (subject, member, n)
  SELECT change_tallies.subject, member, change_tallies.change FROM unnest(members) AS member
  ON CONFLICT (subject, member) DO UPDATE SET n = tally.n + excluded.n;
  IF change < 0 THEN
    DELETE FROM tallies AS tally
    WHERE tally.n = 0 AND tally.subject = change_tallies.subject AND tally.side_id = change_tallies.side_id
      AND tally.kind = change_tallies.kind
      AND (tally.granularity, tally.period) IN (SELECT * FROM unnest(days, periods));
    DELETE FROM tally_members AS tally
    WHERE tally.n = 0 AND tally.subject = change_tallies.subject AND tally.member = ANY (members);
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
CREATE FUNCTION stances_tallied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' AND old.status = 'published' THEN
    PERFORM change_tallies(
      old.claim_id, old.side_id, old.stance, old.said_sort, old.speaker_id, old.outlet_id, old.article_id,
      old.together, -1
    );
  END IF;
  IF TG_OP <> 'DELETE' AND new.status = 'published' THEN
    PERFORM change_tallies(
      new.claim_id, new.side_id, new.stance, new.said_sort, new.speaker_id, new.outlet_id, new.article_id,
      new.together, 1
    );
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE FUNCTION term_usages_tallied() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    PERFORM change_tallies(
      old.wording, old.side_id, old.usage, old.said_sort, old.speaker_id, old.outlet_id, NULL, old.together, -1
    );
  END IF;
  IF TG_OP <> 'DELETE' THEN
    PERFORM change_tallies(
      new.wording, new.side_id, new.usage, new.said_sort, new.speaker_id, new.outlet_id, NULL, new.together, 1
    );
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
SELECT subject, 'month', substr(period, 1, 7), side_id, kind, sum(n) FROM tallies GROUP BY 1, 3, 4, 5;
--> statement-breakpoint
INSERT INTO tally_members (subject, member, n)
SELECT claim_id, member, count(*)
FROM stances, unnest(array_remove(ARRAY[speaker_id, outlet_id, article_id, together], NULL)) AS member
WHERE status = 'published' GROUP BY 1, 2;
--> statement-breakpoint
INSERT INTO terms (wording, first_word, variants, claims, is_whole)
SELECT wording, split_part(wording, ' ', 1), '[]', '[]', false FROM claim_terms GROUP BY wording;
--> statement-breakpoint
-- Deferred to the commit, so that transactions wait for each other's sums as briefly as can be.
CREATE CONSTRAINT TRIGGER stances_tallied AFTER INSERT OR UPDATE OR DELETE ON stances
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION stances_tallied();
--> statement-breakpoint
CREATE CONSTRAINT TRIGGER term_usages_tallied AFTER INSERT OR UPDATE OR DELETE ON term_usages
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION term_usages_tallied();

