CREATE TABLE "former_names" (
	"kind" text COLLATE "C" NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"entity_id" text COLLATE "C" NOT NULL,
	CONSTRAINT "former_names_kind_name_pk" PRIMARY KEY("kind","name")
);
