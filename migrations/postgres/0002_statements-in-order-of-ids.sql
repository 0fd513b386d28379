-- Words of statements lie, in each second, in the order of the statements' dates and ids: their places are dealt out anew
-- among them. First to places below zero, since a place is never two entries' at once.
CREATE TABLE search_moves (was bigint PRIMARY KEY NOT NULL, place bigint NOT NULL);
--> statement-breakpoint
INSERT INTO search_moves (was, place)
WITH placed AS MATERIALIZED (
  SELECT e.place, e.place / 16777216 AS second,
    row_number() OVER (PARTITION BY e.place / 16777216 ORDER BY e.place) AS number,
    row_number() OVER (PARTITION BY e.place / 16777216 ORDER BY s.said_sort, s.id) AS due
  FROM search_entries e JOIN statements s ON s.id = e.entity_id
  WHERE e.kind = 'statement'
)
SELECT one.place, other.place
FROM placed one JOIN placed other ON other.second = one.second AND other.number = one.due
WHERE one.number <> one.due;
--> statement-breakpoint
UPDATE search_entries SET place = -1 - (SELECT m.place FROM search_moves m WHERE m.was = search_entries.place)
WHERE place IN (SELECT was FROM search_moves);
--> statement-breakpoint
UPDATE search_entries SET place = -1 - place WHERE place < 0;
--> statement-breakpoint
DROP TABLE search_moves;
