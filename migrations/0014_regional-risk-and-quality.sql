CREATE TABLE "quality_finding" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"household_id" uuid,
	"case_id" uuid,
	"rule" text NOT NULL,
	"subject" text NOT NULL,
	"severity" text NOT NULL,
	"status" text NOT NULL,
	"owner" text,
	"due_on" date,
	"found_on" date NOT NULL,
	"message" text NOT NULL,
	"message_en" text NOT NULL,
	"evidence" jsonb NOT NULL,
	"settled_on" date,
	"settled_by" text,
	"note_sealed" text,
	"audit_sequence" integer NOT NULL,
	"audit_hash" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "quality_finding_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "quality_finding_subject_uq" UNIQUE("county_code","rule","subject"),
	CONSTRAINT "quality_finding_county_ck" CHECK (county_code = substr(region_code, 1, 6))
);
--> statement-breakpoint
ALTER TABLE "quality_finding" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "quality_scan" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"scanned_to" timestamp(3) with time zone NOT NULL,
	"scanned_on" date NOT NULL,
	"rules" text NOT NULL,
	CONSTRAINT "quality_scan_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "quality_scan_region_uq" UNIQUE("county_code","region_code")
);
--> statement-breakpoint
ALTER TABLE "quality_scan" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "regional_indicator" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"indicator" text NOT NULL,
	"subject" text NOT NULL,
	"month" date NOT NULL,
	"value" double precision NOT NULL,
	"exposure" double precision,
	"origin" text NOT NULL,
	"department" text,
	"source_sealed" text,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "regional_indicator_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "regional_indicator_uq" UNIQUE("county_code","region_code","indicator","subject","month"),
	CONSTRAINT "regional_indicator_county_ck" CHECK (county_code = substr(region_code, 1, 6))
);
--> statement-breakpoint
ALTER TABLE "regional_indicator" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "regional_warning" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"indicator" text NOT NULL,
	"status" text NOT NULL,
	"severity" text NOT NULL,
	"raised_on" date NOT NULL,
	"closed_on" date,
	"raised_by" text,
	"detection" text,
	"evidence_sealed" text NOT NULL,
	"audit_sequence" integer NOT NULL,
	"audit_hash" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "regional_warning_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "regional_warning_detection_uq" UNIQUE("county_code","region_code","detection"),
	CONSTRAINT "regional_warning_county_ck" CHECK (county_code = substr(region_code, 1, 6))
);
--> statement-breakpoint
ALTER TABLE "regional_warning" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "risk_study" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"held_on" date NOT NULL,
	"departments" text[] NOT NULL,
	"conclusion_sealed" text NOT NULL,
	"warnings" text[] NOT NULL,
	"recorded_by" text NOT NULL,
	"audit_sequence" integer NOT NULL,
	"audit_hash" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "risk_study_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "risk_study_county_ck" CHECK (county_code = substr(region_code, 1, 6))
);
--> statement-breakpoint
ALTER TABLE "risk_study" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "warning_action" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"warning_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"entered_on" date NOT NULL,
	"actor" text NOT NULL,
	"note_sealed" text NOT NULL,
	"status" text NOT NULL,
	"department" text,
	"due_on" date,
	"done_on" date,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "warning_action_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "warning_action_number_uq" UNIQUE("county_code","warning_id","number")
);
--> statement-breakpoint
ALTER TABLE "warning_action" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "warning_action" ADD CONSTRAINT "warning_action_warning_fk" FOREIGN KEY ("county_code","warning_id") REFERENCES "public"."regional_warning"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "quality_finding_status_ix" ON "quality_finding" USING btree ("county_code","status","id");--> statement-breakpoint
CREATE INDEX "quality_finding_household_ix" ON "quality_finding" USING btree ("county_code","household_id");--> statement-breakpoint
CREATE INDEX "regional_warning_raised_ix" ON "regional_warning" USING btree ("county_code","raised_on","id");--> statement-breakpoint
CREATE INDEX "risk_study_held_ix" ON "risk_study" USING btree ("county_code","region_code","held_on");--> statement-breakpoint
CREATE POLICY "quality_finding_scope" ON "quality_finding" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL);--> statement-breakpoint
CREATE POLICY "quality_scan_scope" ON "quality_scan" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL);--> statement-breakpoint
CREATE POLICY "regional_indicator_scope" ON "regional_indicator" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL);--> statement-breakpoint
CREATE POLICY "regional_warning_scope" ON "regional_warning" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL);--> statement-breakpoint
CREATE POLICY "risk_study_scope" ON "risk_study" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL);--> statement-breakpoint
CREATE POLICY "warning_action_scope" ON "warning_action" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL);