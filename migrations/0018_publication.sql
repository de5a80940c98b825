CREATE TABLE "publication" (
	"id" uuid PRIMARY KEY NOT NULL,
	"day" date NOT NULL,
	"started_at" timestamp(3) with time zone NOT NULL,
	"completed_at" timestamp(3) with time zone,
	"parameters" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "published_case" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"publication_id" uuid NOT NULL,
	"record_key" bigint NOT NULL,
	"former_status" text NOT NULL,
	"resettled" boolean NOT NULL,
	"size" integer NOT NULL,
	"special_groups" text[] NOT NULL,
	"monitored" boolean NOT NULL,
	"within_range" boolean,
	"guarantees_secure" boolean,
	"per_capita_fen" bigint,
	"household_key" bigint NOT NULL,
	"category" text,
	"status" text NOT NULL,
	"channel" text NOT NULL,
	"risk_types" text[] NOT NULL,
	"open_risk_types" text[] NOT NULL,
	"opened_on" date NOT NULL,
	"identified_on" date,
	"eliminated_on" date,
	"tracking_only" boolean NOT NULL,
	"identification_days" integer,
	"overdue" boolean NOT NULL,
	"relapsed" boolean NOT NULL,
	"without_support" boolean NOT NULL,
	CONSTRAINT "published_case_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "published_case_county_ck" CHECK (county_code = substr(region_code, 1, 6))
);
--> statement-breakpoint
ALTER TABLE "published_case" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "published_household" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"publication_id" uuid NOT NULL,
	"record_key" bigint NOT NULL,
	"former_status" text NOT NULL,
	"resettled" boolean NOT NULL,
	"size" integer NOT NULL,
	"special_groups" text[] NOT NULL,
	"monitored" boolean NOT NULL,
	"within_range" boolean,
	"guarantees_secure" boolean,
	"per_capita_fen" bigint,
	"labour_count" integer NOT NULL,
	"band" text,
	"rigid_fen" bigint,
	CONSTRAINT "published_household_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "published_household_county_ck" CHECK (county_code = substr(region_code, 1, 6))
);
--> statement-breakpoint
ALTER TABLE "published_household" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "published_measure" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"publication_id" uuid NOT NULL,
	"record_key" bigint NOT NULL,
	"household_key" bigint NOT NULL,
	"family" text NOT NULL,
	"instrument" text NOT NULL,
	"nature" text NOT NULL,
	"timing" text NOT NULL,
	"funding_source" text NOT NULL,
	"status" text NOT NULL,
	"starts_on" date,
	"budget_fen" bigint,
	"delivered_fen" bigint NOT NULL,
	CONSTRAINT "published_measure_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "published_measure_county_ck" CHECK (county_code = substr(region_code, 1, 6))
);
--> statement-breakpoint
ALTER TABLE "published_measure" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE INDEX "published_case_publication_ix" ON "published_case" USING btree ("county_code","publication_id");--> statement-breakpoint
CREATE INDEX "published_household_publication_ix" ON "published_household" USING btree ("county_code","publication_id");--> statement-breakpoint
CREATE INDEX "published_measure_publication_ix" ON "published_measure" USING btree ("county_code","publication_id");--> statement-breakpoint
CREATE POLICY "published_case_scope" ON "published_case" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL);--> statement-breakpoint
CREATE POLICY "published_household_scope" ON "published_household" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL);--> statement-breakpoint
CREATE POLICY "published_measure_scope" ON "published_measure" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL);