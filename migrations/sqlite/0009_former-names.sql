CREATE TABLE `former_names` (
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`entity_id` text NOT NULL,
	PRIMARY KEY(`kind`, `name`)
);
