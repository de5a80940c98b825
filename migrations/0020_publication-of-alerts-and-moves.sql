CREATE TABLE "published_alert" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"publication_id" uuid NOT NULL,
	"record_key" bigint NOT NULL,
	"department" text NOT NULL,
	"kind" text NOT NULL,
	"grade" text NOT NULL,
	"status" text NOT NULL,
	"raised_on" date NOT NULL,
	"overdue" boolean NOT NULL,
	"verification_days" integer,
	CONSTRAINT "published_alert_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "published_alert_county_ck" CHECK (county_code = substr(region_code, 1, 6))
);
--> statement-breakpoint
ALTER TABLE "published_alert" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "published_flow" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"publication_id" uuid NOT NULL,
	"record_key" bigint NOT NULL,
	"moved_on" date NOT NULL,
	"from_status" text,
	"to_status" text NOT NULL,
	"size" integer NOT NULL,
	"relapsed" boolean NOT NULL,
	CONSTRAINT "published_flow_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "published_flow_county_ck" CHECK (county_code = substr(region_code, 1, 6))
);
--> statement-breakpoint
ALTER TABLE "published_flow" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "published_alert_publication_ix" ON "published_alert" USING btree ("county_code","publication_id");--> statement-breakpoint
CREATE INDEX "published_flow_publication_ix" ON "published_flow" USING btree ("county_code","publication_id");--> statement-breakpoint
CREATE POLICY "published_alert_scope" ON "published_alert" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL);--> statement-breakpoint
CREATE POLICY "published_flow_scope" ON "published_flow" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL);