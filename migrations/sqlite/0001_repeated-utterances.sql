CREATE TABLE `repeated` (
	`statement_id` integer PRIMARY KEY NOT NULL
);
