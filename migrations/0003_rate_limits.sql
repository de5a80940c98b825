CREATE TABLE "rate_limit" (
	"key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"points" integer NOT NULL,
	"expire" bigint
);
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON rate_limit TO holdline_app;
