-- By hand: what rebuttals, corrections, reviews and snapshots were ever of, from the lines of history that say so. A line
-- that makes one tells it whole; one that moves it begins with what it is of.
CREATE INDEX changes_by_whole ON changes (coalesce((patch -> 0 -> 'value' ->> 'statement'), (patch -> 0 -> 'value' ->> 'article'), (patch -> 0 -> 'value' ->> 'claim'), (patch -> 0 -> 'value' ->> 'review')), entity_type, entity_id) WHERE entity_type IN ('rebuttal', 'correction', 'review', 'snapshot');
--> statement-breakpoint
CREATE INDEX changes_by_rebutted ON changes ((patch -> 0 -> 'value' ->> 'rebuts'), entity_type, entity_id) WHERE entity_type = 'rebuttal';
--> statement-breakpoint
CREATE INDEX changes_by_moved ON changes ((patch -> 0 ->> 'value'), entity_type, entity_id) WHERE entity_type IN ('rebuttal', 'correction', 'review', 'snapshot') AND (patch -> 0 ->> 'path') IN ('/statement', '/rebuts', '/article', '/claim', '/review');
--> statement-breakpoint
CREATE INDEX changes_by_moved_too ON changes ((patch -> 1 ->> 'value'), entity_type, entity_id) WHERE entity_type IN ('rebuttal', 'correction', 'review', 'snapshot') AND (patch -> 1 ->> 'path') IN ('/statement', '/rebuts', '/article', '/claim', '/review');
