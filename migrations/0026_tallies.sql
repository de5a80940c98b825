CREATE TABLE "province_tally" (
	"province_code" text COLLATE "C" NOT NULL,
	"rollup" text COLLATE "C" NOT NULL,
	"keys" text[] NOT NULL,
	"units" bigint NOT NULL,
	"persons" bigint NOT NULL,
	"labourers" bigint NOT NULL,
	"known_incomes" bigint NOT NULL,
	"income_fen" bigint NOT NULL,
	CONSTRAINT "province_tally_pk" PRIMARY KEY("province_code","rollup","keys")
);
--> statement-breakpoint
CREATE TABLE "tally" (
	"county_code" text COLLATE "C" NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"rollup" text COLLATE "C" NOT NULL,
	"keys" text[] NOT NULL,
	"units" bigint NOT NULL,
	"persons" bigint NOT NULL,
	"labourers" bigint NOT NULL,
	"known_incomes" bigint NOT NULL,
	"income_fen" bigint NOT NULL,
	CONSTRAINT "tally_pk" PRIMARY KEY("county_code","rollup","keys"),
	CONSTRAINT "tally_county_ck" CHECK (county_code = region_code)
);
--> statement-breakpoint
ALTER TABLE "tally" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tally_change" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"weight" smallint NOT NULL,
	"former_status" text,
	"resettled" boolean,
	"monitored" boolean,
	"category" text,
	"status" text,
	"tracking_only" boolean,
	"opened_on" date,
	"identified_on" date,
	"eliminated_on" date,
	"size" integer NOT NULL,
	"labour_count" integer NOT NULL,
	"per_capita_fen" bigint,
	CONSTRAINT "tally_change_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "tally_change_county_ck" CHECK (county_code = substr(region_code, 1, 6)),
	CONSTRAINT "tally_change_weight_ck" CHECK (weight IN (-1, 1))
);
--> statement-breakpoint
ALTER TABLE "tally_change" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tally_start" (
	"id" integer PRIMARY KEY NOT NULL,
	"counted_through" text COLLATE "C",
	"completed_at" timestamp(3) with time zone,
	CONSTRAINT "tally_start_one_ck" CHECK (id = 1)
);
--> statement-breakpoint
CREATE POLICY "tally_scope" ON "tally" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL);--> statement-breakpoint
CREATE POLICY "tally_change_scope" ON "tally_change" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ','))) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')));--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON tally, province_tally TO holdline_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON tally_change TO holdline_app;
--> statement-breakpoint
GRANT SELECT, UPDATE ON tally_start TO holdline_app;
--> statement-breakpoint
INSERT INTO tally_start (id, completed_at) SELECT 1, CASE WHEN EXISTS (SELECT 1 FROM household) THEN NULL ELSE now() END;
