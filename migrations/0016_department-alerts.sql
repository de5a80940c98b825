CREATE TABLE "alert_reference" (
	"reference_key" text COLLATE "C" PRIMARY KEY NOT NULL,
	"county_code" text COLLATE "C" NOT NULL,
	"alert_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "department_alert" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"household_id" uuid,
	"department" text NOT NULL,
	"sender_region" text COLLATE "C" NOT NULL,
	"reference" text NOT NULL,
	"kind" text NOT NULL,
	"grade" text NOT NULL,
	"status" text NOT NULL,
	"raised_on" date NOT NULL,
	"received_at" timestamp(3) with time zone NOT NULL,
	"received_on" date NOT NULL,
	"amount" bigint,
	"payload_sealed" text,
	"id_digest" text COLLATE "C",
	"household_number" text,
	"dispatched_on" date,
	"verify_by" date,
	"settled_on" date,
	"outcome_note_sealed" text,
	"lead_id" uuid,
	"audit_sequence" integer NOT NULL,
	"audit_hash" text,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "department_alert_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "department_alert_county_ck" CHECK (county_code = substr(region_code, 1, 6)),
	CONSTRAINT "department_alert_match_ck" CHECK (status <> 'DISPATCHED' OR (household_id IS NOT NULL AND lead_id IS NOT NULL AND verify_by IS NOT NULL))
);
--> statement-breakpoint
ALTER TABLE "department_alert" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "department_link" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"department" text NOT NULL,
	"real_time" boolean NOT NULL,
	"since" date NOT NULL,
	"last_received_at" timestamp(3) with time zone,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "department_link_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "department_link_one_uq" UNIQUE("county_code","region_code","department")
);
--> statement-breakpoint
ALTER TABLE "department_link" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "department_alert" ADD CONSTRAINT "department_alert_household_fk" FOREIGN KEY ("county_code","household_id") REFERENCES "public"."household"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "department_alert" ADD CONSTRAINT "department_alert_lead_fk" FOREIGN KEY ("county_code","lead_id") REFERENCES "public"."lead"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "department_alert_raised_ix" ON "department_alert" USING btree ("county_code","raised_on","id");--> statement-breakpoint
CREATE INDEX "department_alert_due_ix" ON "department_alert" USING btree ("county_code","status","verify_by","id");--> statement-breakpoint
CREATE INDEX "department_alert_household_ix" ON "department_alert" USING btree ("county_code","household_id");--> statement-breakpoint
CREATE INDEX "department_alert_lead_ix" ON "department_alert" USING btree ("county_code","lead_id");--> statement-breakpoint
CREATE POLICY "department_alert_scope" ON "department_alert" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL);--> statement-breakpoint
CREATE POLICY "department_link_scope" ON "department_link" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL);