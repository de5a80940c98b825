CREATE TABLE "inspection_campaign" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"prefix" text COLLATE "C" NOT NULL,
	"year" integer NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date NOT NULL,
	"carries_out_id" uuid,
	"created_by" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "inspection_campaign_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "inspection_campaign_days_uq" UNIQUE("county_code","region_code","starts_on","ends_on"),
	CONSTRAINT "inspection_campaign_county_ck" CHECK (county_code = substr(region_code, 1, 6)),
	CONSTRAINT "inspection_campaign_days_ck" CHECK (starts_on <= ends_on)
);
--> statement-breakpoint
CREATE TABLE "visit" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"household_id" uuid NOT NULL,
	"visited_on" date NOT NULL,
	"mode" text NOT NULL,
	"policy_explained" boolean NOT NULL,
	"visitors_sealed" text NOT NULL,
	"proxy_sealed" text,
	"campaign_id" uuid,
	"lead_id" uuid,
	"lead_opened" boolean NOT NULL,
	"recorded_by" text NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "visit_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "visit_county_ck" CHECK (county_code = substr(region_code, 1, 6))
);
--> statement-breakpoint
ALTER TABLE "visit" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "hazard_event" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"regions" text[] NOT NULL,
	"prefixes" text[] NOT NULL,
	"kind" text NOT NULL,
	"occurred_on" date NOT NULL,
	"severity" text NOT NULL,
	"description_sealed" text NOT NULL,
	"reported_by" text NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "hazard_event_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "hazard_event_county_ck" CHECK (county_code = substr(region_code, 1, 6))
);
--> statement-breakpoint
CREATE TABLE "screening_finding" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"household_id" uuid NOT NULL,
	"lead_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"basis" text NOT NULL,
	"hazard_id" uuid,
	"rule" text NOT NULL,
	"message" jsonb NOT NULL,
	"evidence" jsonb NOT NULL,
	"article" text NOT NULL,
	"found_on" date NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "screening_finding_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "screening_finding_once_uq" UNIQUE("county_code","household_id","kind","basis"),
	CONSTRAINT "screening_finding_county_ck" CHECK (county_code = substr(region_code, 1, 6))
);
--> statement-breakpoint
ALTER TABLE "screening_finding" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "screening_job" (
	"id" uuid PRIMARY KEY NOT NULL,
	"hazard_id" uuid NOT NULL,
	"hazard_county" text COLLATE "C" NOT NULL,
	"on_day" date NOT NULL,
	"households" integer NOT NULL,
	"requested_by" text NOT NULL,
	"requested_as" text,
	"request_id" text NOT NULL,
	"requested_at" timestamp(3) with time zone NOT NULL,
	"finished_at" timestamp(3) with time zone,
	CONSTRAINT "screening_job_day_uq" UNIQUE("hazard_id","on_day")
);
--> statement-breakpoint
CREATE TABLE "screening_part" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"subject" text COLLATE "C" NOT NULL,
	"hazard_id" uuid,
	"last_household_id" uuid,
	"households" integer NOT NULL,
	"singled_out" integer NOT NULL,
	"leads_opened" integer NOT NULL,
	"started_at" timestamp(3) with time zone NOT NULL,
	"finished_at" timestamp(3) with time zone,
	CONSTRAINT "screening_part_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "screening_part_subject_uq" UNIQUE("county_code","subject"),
	CONSTRAINT "screening_part_county_ck" CHECK (county_code = substr(region_code, 1, 6))
);
--> statement-breakpoint
ALTER TABLE "screening_part" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "visit" ADD CONSTRAINT "visit_household_fk" FOREIGN KEY ("county_code","household_id") REFERENCES "public"."household"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "screening_finding" ADD CONSTRAINT "screening_finding_household_fk" FOREIGN KEY ("county_code","household_id") REFERENCES "public"."household"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "inspection_campaign_year_ix" ON "inspection_campaign" USING btree ("year","prefix");--> statement-breakpoint
CREATE INDEX "visit_household_ix" ON "visit" USING btree ("county_code","household_id","visited_on");--> statement-breakpoint
CREATE INDEX "visit_day_ix" ON "visit" USING btree ("county_code","visited_on","household_id");--> statement-breakpoint
CREATE INDEX "hazard_event_day_ix" ON "hazard_event" USING btree ("occurred_on","id");--> statement-breakpoint
CREATE INDEX "screening_finding_lead_ix" ON "screening_finding" USING btree ("county_code","lead_id");--> statement-breakpoint
CREATE INDEX "screening_job_open_ix" ON "screening_job" USING btree ("finished_at");--> statement-breakpoint
CREATE INDEX "screening_part_hazard_ix" ON "screening_part" USING btree ("county_code","hazard_id");--> statement-breakpoint
CREATE POLICY "visit_scope" ON "visit" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid)) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "screening_finding_scope" ON "screening_finding" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid)) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "screening_part_scope" ON "screening_part" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL);