CREATE TABLE "import_reports" (
	"import_id" text COLLATE "C" NOT NULL,
	"part" bigint NOT NULL,
	"rows" json NOT NULL,
	CONSTRAINT "import_reports_import_id_part_pk" PRIMARY KEY("import_id","part")
);
