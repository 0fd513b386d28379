CREATE TABLE "repeated" (
	"statement_id" bigint PRIMARY KEY NOT NULL
);
