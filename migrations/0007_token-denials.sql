CREATE TABLE "token_denial" (
	"kind" text COLLATE "C" NOT NULL,
	"value" text NOT NULL,
	"denied_at" timestamp with time zone NOT NULL,
	"issued_before" timestamp with time zone NOT NULL,
	"matters_until" timestamp with time zone NOT NULL,
	"denied_by" text NOT NULL,
	"reason" text NOT NULL,
	CONSTRAINT "token_denial_pk" PRIMARY KEY("kind","value","denied_at"),
	CONSTRAINT "token_denial_kind_ck" CHECK (kind IN ('jti', 'subject'))
);
--> statement-breakpoint
CREATE INDEX "token_denial_until_ix" ON "token_denial" USING btree ("matters_until");--> statement-breakpoint
GRANT SELECT ON token_denial TO holdline_app;
