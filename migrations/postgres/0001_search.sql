-- The full-text index of search_entries. Its text was folded and split into tokens by the service; here every token
-- becomes a lexeme at its place. Words carry the label A, `_` keeps a place without a lexeme, facets have no place and
-- begin with `_`, so that no beginning of a word is one of them.
CREATE FUNCTION search_vector(words text, more text, facets text) RETURNS tsvector
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(string_agg(format('''%s'':%s%s', token, at, label), ' '), '')::tsvector
    || array_to_tsvector(array(SELECT '_' || facet FROM unnest(string_to_array(facets, ' ')) AS facet))
  FROM (
    SELECT token, at, 'A' AS label FROM unnest(string_to_array(words, ' ')) WITH ORDINALITY AS w (token, at)
    UNION ALL
    SELECT token, at + 1 + cardinality(string_to_array(words, ' ')), ''
    FROM unnest(string_to_array(more, ' ')) WITH ORDINALITY AS m (token, at)
  ) AS tokens
  WHERE token <> '_' AND token <> ''
$$;
--> statement-breakpoint
CREATE TABLE search_index (
  rowid bigint PRIMARY KEY,
  vector tsvector NOT NULL
);
--> statement-breakpoint
CREATE INDEX search_index_vector ON search_index USING gin (vector);
--> statement-breakpoint
CREATE FUNCTION search_entries_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP <> 'INSERT' THEN
    DELETE FROM search_index WHERE rowid = old.place;
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO search_index (rowid, vector) VALUES (new.place, search_vector(new.words, new.more, new.facets));
  END IF;
  RETURN NULL;
END
$$;
--> statement-breakpoint
CREATE TRIGGER search_entries_changed AFTER INSERT OR UPDATE OR DELETE ON search_entries
FOR EACH ROW EXECUTE FUNCTION search_entries_changed();
