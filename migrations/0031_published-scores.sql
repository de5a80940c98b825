CREATE TABLE "published_score" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"publication_id" uuid NOT NULL,
	"figure" text NOT NULL,
	"period_from" date NOT NULL,
	"period_to" date NOT NULL,
	"units" integer NOT NULL,
	"unit_key" bigint NOT NULL,
	"met" integer NOT NULL,
	"met_key" bigint NOT NULL,
	CONSTRAINT "published_score_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "published_score_county_ck" CHECK (county_code = substr(region_code, 1, 6))
);
--> statement-breakpoint
ALTER TABLE "published_score" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "published_score_publication_ix" ON "published_score" USING btree ("county_code","publication_id","period_from","period_to");--> statement-breakpoint
CREATE POLICY "published_score_scope" ON "published_score" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL);