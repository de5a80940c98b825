CREATE TABLE "correction" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"household_id" uuid NOT NULL,
	"case_id" uuid,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"fields" text[] NOT NULL,
	"before_sealed" text NOT NULL,
	"after_sealed" text NOT NULL,
	"reason_sealed" text NOT NULL,
	"evidence_sealed" text NOT NULL,
	"consequences" jsonb NOT NULL,
	"actor" text NOT NULL,
	"corrected_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "correction_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
ALTER TABLE "correction" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "correction" ADD CONSTRAINT "correction_household_fk" FOREIGN KEY ("county_code","household_id") REFERENCES "public"."household"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "correction_household_ix" ON "correction" USING btree ("county_code","household_id","corrected_at");--> statement-breakpoint
CREATE INDEX "correction_case_ix" ON "correction" USING btree ("county_code","case_id");--> statement-breakpoint
CREATE POLICY "correction_scope" ON "correction" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid)) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid));--> statement-breakpoint
GRANT SELECT, INSERT ON correction TO holdline_app;
--> statement-breakpoint
GRANT UPDATE (region_code) ON correction TO holdline_app;
