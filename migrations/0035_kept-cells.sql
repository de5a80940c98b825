CREATE TABLE "published_cell" (
	"county_code" text COLLATE "C" NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"publication_id" uuid NOT NULL,
	"name" text NOT NULL,
	"position" integer NOT NULL,
	"values" jsonb NOT NULL,
	"units" bigint NOT NULL,
	"unit_key" bigint NOT NULL,
	"owners" bigint,
	"owner_key" bigint,
	"measured" jsonb NOT NULL,
	CONSTRAINT "published_cell_pk" PRIMARY KEY("county_code","publication_id","name","position"),
	CONSTRAINT "published_cell_county_ck" CHECK (county_code = region_code)
);
--> statement-breakpoint
ALTER TABLE "published_cell" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY "published_cell_scope" ON "published_cell" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL);--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON published_cell TO holdline_app;
