-- The full-text index of search_entries. Its text was folded and split into tokens by the service, so the tokenizer
-- only has to part it at spaces: it takes every character beyond ASCII for a part of a word.
CREATE VIRTUAL TABLE search_index USING fts5(
  words, more, facets,
  content='search_entries', content_rowid='place', tokenize="ascii tokenchars '_'", detail=full
);
--> statement-breakpoint
CREATE TRIGGER search_entries_inserted AFTER INSERT ON search_entries BEGIN
  INSERT INTO search_index (rowid, words, more, facets) VALUES (new.place, new.words, new.more, new.facets);
END;
--> statement-breakpoint
CREATE TRIGGER search_entries_deleted AFTER DELETE ON search_entries BEGIN
  INSERT INTO search_index (search_index, rowid, words, more, facets)
  VALUES ('delete', old.place, old.words, old.more, old.facets);
END;
--> statement-breakpoint
CREATE TRIGGER search_entries_updated AFTER UPDATE ON search_entries BEGIN
  INSERT INTO search_index (search_index, rowid, words, more, facets)
  VALUES ('delete', old.place, old.words, old.more, old.facets);
  INSERT INTO search_index (rowid, words, more, facets) VALUES (new.place, new.words, new.more, new.facets);
END;
