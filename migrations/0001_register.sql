CREATE TABLE "audit_event" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"household_id" uuid,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"sequence" integer NOT NULL,
	"at" timestamp(3) with time zone NOT NULL,
	"occurred_on" date NOT NULL,
	"actor" text NOT NULL,
	"role" text,
	"action" text NOT NULL,
	"change" jsonb NOT NULL,
	"request_id" text NOT NULL,
	"hash" text NOT NULL,
	"previous_hash" text,
	CONSTRAINT "audit_event_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "audit_event_chain_uq" UNIQUE("county_code","subject_id","sequence")
);
--> statement-breakpoint
ALTER TABLE "audit_event" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "case_risk" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"household_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"risk_type" text NOT NULL,
	"is_primary" boolean NOT NULL,
	"identified_on" date NOT NULL,
	"resolved_on" date,
	"note_sealed" text,
	"resolution_note_sealed" text,
	CONSTRAINT "case_risk_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
ALTER TABLE "case_risk" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "monitoring_case" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"household_id" uuid NOT NULL,
	"number" text COLLATE "C" NOT NULL,
	"category" text,
	"status" text NOT NULL,
	"channel" text NOT NULL,
	"emergency" boolean NOT NULL,
	"opened_on" date NOT NULL,
	"identified_on" date,
	"eliminated_on" date,
	"elimination_mode" text,
	"elimination_reason_sealed" text,
	"tracking_only" boolean NOT NULL,
	"support_continued" boolean NOT NULL,
	"next_review_on" date,
	"previous_case_id" uuid,
	"withdrawal_reason" text,
	"withdrawal_note_sealed" text,
	"review_reason_sealed" text,
	"due_on" date,
	"priority" integer NOT NULL,
	"supported_on" date,
	"config_version" text NOT NULL,
	"version" integer NOT NULL,
	"audit_sequence" integer NOT NULL,
	"audit_hash" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "monitoring_case_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "monitoring_case_number_uq" UNIQUE("county_code","number"),
	CONSTRAINT "monitoring_case_county_ck" CHECK (county_code = substr(region_code, 1, 6)),
	CONSTRAINT "monitoring_case_eliminated_ck" CHECK ((status = 'RISK_ELIMINATED') = (eliminated_on IS NOT NULL))
);
--> statement-breakpoint
ALTER TABLE "monitoring_case" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "responsible_person" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"household_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"name_sealed" text NOT NULL,
	"organization" text NOT NULL,
	"phone_sealed" text,
	"serves_from" date NOT NULL,
	"serves_to" date,
	CONSTRAINT "responsible_person_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
ALTER TABLE "responsible_person" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "notice_entry" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"household_id" uuid NOT NULL,
	"notice_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"step_id" uuid NOT NULL,
	"purpose" text NOT NULL,
	CONSTRAINT "notice_entry_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "notice_entry_step_uq" UNIQUE("county_code","step_id")
);
--> statement-breakpoint
ALTER TABLE "notice_entry" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "objection" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"case_id" uuid NOT NULL,
	"entry_id" uuid NOT NULL,
	"filed_on" date NOT NULL,
	"statement_sealed" text NOT NULL,
	"contact_sealed" text,
	"status" text NOT NULL,
	"resolved_on" date,
	"resolution_sealed" text,
	"receipt_digest" text COLLATE "C" NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "objection_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
ALTER TABLE "objection" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "procedure_run" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"household_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"started_on" date NOT NULL,
	"ended_on" date,
	"outcome" text,
	"config_version" text NOT NULL,
	"sequence" integer NOT NULL,
	CONSTRAINT "procedure_run_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "procedure_run_sequence_uq" UNIQUE("county_code","case_id","sequence")
);
--> statement-breakpoint
ALTER TABLE "procedure_run" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "procedure_step" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"household_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"run_id" uuid NOT NULL,
	"code" text NOT NULL,
	"kind" text NOT NULL,
	"level" text NOT NULL,
	"run_kind" text NOT NULL,
	"run_started_on" date NOT NULL,
	"config_version" text NOT NULL,
	"position" integer NOT NULL,
	"attempt" integer NOT NULL,
	"status" text NOT NULL,
	"started_on" date,
	"due_on" date,
	"completed_on" date,
	"entered_at" timestamp(3) with time zone,
	"outcome" text,
	"actor" text,
	"entered_for" text,
	"note_sealed" text,
	"section_sealed" text,
	"extra_sealed" text,
	"evidence" jsonb NOT NULL,
	"notice_id" uuid,
	CONSTRAINT "procedure_step_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "procedure_step_attempt_uq" UNIQUE("county_code","run_id","code","attempt"),
	CONSTRAINT "procedure_step_done_ck" CHECK ((status = 'DONE') = (completed_on IS NOT NULL))
);
--> statement-breakpoint
ALTER TABLE "procedure_step" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "public_notice" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"opens_on" date NOT NULL,
	"closes_on" date NOT NULL,
	"place" text,
	"entered_on" date NOT NULL,
	"evidence" jsonb NOT NULL,
	"published_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "public_notice_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "public_notice_days_ck" CHECK (opens_on <= closes_on)
);
--> statement-breakpoint
ALTER TABLE "public_notice" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "idempotency_key" (
	"key_digest" text COLLATE "C" PRIMARY KEY NOT NULL,
	"county_code" text COLLATE "C" NOT NULL,
	"input_digest" text NOT NULL,
	"result" jsonb NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "guarantee_check" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"household_id" uuid NOT NULL,
	"checked_on" date NOT NULL,
	"food" text NOT NULL,
	"clothing" text NOT NULL,
	"compulsory_education" text NOT NULL,
	"basic_medical_care" text NOT NULL,
	"safe_housing" text NOT NULL,
	"drinking_water" text NOT NULL,
	"note_sealed" text,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "guarantee_check_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
ALTER TABLE "guarantee_check" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "household" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"number" text COLLATE "C" NOT NULL,
	"address_sealed" text,
	"former_status" text NOT NULL,
	"resettled" boolean NOT NULL,
	"size" integer NOT NULL,
	"labour_count" integer NOT NULL,
	"special_groups" text[] NOT NULL,
	"per_capita_fen" bigint,
	"per_capita_after_rigid_fen" bigint,
	"guarantees_secure" boolean,
	"version" integer NOT NULL,
	"audit_sequence" integer NOT NULL,
	"audit_hash" text,
	"synthetic" boolean NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "household_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "household_number_uq" UNIQUE("county_code","number"),
	CONSTRAINT "household_county_ck" CHECK (county_code = substr(region_code, 1, 6)),
	CONSTRAINT "household_size_ck" CHECK (size >= 0 AND labour_count BETWEEN 0 AND size)
);
--> statement-breakpoint
ALTER TABLE "household" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "household_number" (
	"number" text COLLATE "C" PRIMARY KEY NOT NULL,
	"county_code" text COLLATE "C" NOT NULL,
	"household_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "income_record" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"household_id" uuid NOT NULL,
	"window_from" date NOT NULL,
	"window_to" date NOT NULL,
	"heads" integer NOT NULL,
	"wages" bigint NOT NULL,
	"business" bigint NOT NULL,
	"property" bigint NOT NULL,
	"transfers" bigint NOT NULL,
	"business_expenses" bigint NOT NULL,
	"claims_paid" bigint NOT NULL,
	"compliant_medical_cost" bigint NOT NULL,
	"medical" bigint NOT NULL,
	"education" bigint NOT NULL,
	"disaster" bigint NOT NULL,
	"accident" bigint NOT NULL,
	"housing" bigint NOT NULL,
	"other" bigint NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "income_record_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "income_record_window_uq" UNIQUE("county_code","household_id","window_to","window_from"),
	CONSTRAINT "income_record_window_ck" CHECK (window_from <= window_to AND heads > 0)
);
--> statement-breakpoint
ALTER TABLE "income_record" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "identity_review" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"member_id" uuid NOT NULL,
	"id_digest" text COLLATE "C" NOT NULL,
	"other_county_code" text COLLATE "C" NOT NULL,
	"other_member_id" uuid NOT NULL,
	"raised_on" date NOT NULL,
	CONSTRAINT "identity_review_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
ALTER TABLE "identity_review" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "member" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"household_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name_sealed" text NOT NULL,
	"id_number_sealed" text,
	"phone_sealed" text,
	"sex" text NOT NULL,
	"birth_date" date,
	"relationship" text NOT NULL,
	"ethnicity" text,
	"education" text,
	"schooling" text,
	"health" text[] NOT NULL,
	"disability_grade" integer,
	"self_care" text NOT NULL,
	"labour" text NOT NULL,
	"employment" text,
	"medical_insurance" boolean NOT NULL,
	"pension_insurance" boolean NOT NULL,
	"safety_net" text NOT NULL,
	"removed_on" date,
	"removal_reason_sealed" text,
	CONSTRAINT "member_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "member_county_ck" CHECK (county_code = substr(region_code, 1, 6)),
	CONSTRAINT "member_disability_ck" CHECK (disability_grade BETWEEN 1 AND 4)
);
--> statement-breakpoint
ALTER TABLE "member" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "national_id" (
	"id_digest" text COLLATE "C" PRIMARY KEY NOT NULL,
	"county_code" text COLLATE "C" NOT NULL,
	"member_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lead" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"household_id" uuid,
	"channel" text NOT NULL,
	"reported_on" date NOT NULL,
	"statement_sealed" text NOT NULL,
	"contact_name_sealed" text,
	"contact_phone_sealed" text,
	"means_sealed" text,
	"status" text NOT NULL,
	"due_on" date NOT NULL,
	"verified_on" date,
	"outcome_note_sealed" text,
	"joined_lead_id" uuid,
	"case_id" uuid,
	"audit_sequence" integer NOT NULL,
	"audit_hash" text,
	"receipt_digest" text COLLATE "C" NOT NULL,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "lead_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "lead_county_ck" CHECK (county_code = substr(region_code, 1, 6))
);
--> statement-breakpoint
ALTER TABLE "lead" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "receipt" (
	"receipt_digest" text COLLATE "C" PRIMARY KEY NOT NULL,
	"county_code" text COLLATE "C" NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "province_configuration" (
	"config_version" text COLLATE "C" PRIMARY KEY NOT NULL,
	"province_code" text COLLATE "C" NOT NULL,
	"content" jsonb NOT NULL,
	"first_used_at" timestamp(3) with time zone NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "region" (
	"code" text COLLATE "C" PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"parent_code" text COLLATE "C",
	"successor_code" text COLLATE "C",
	CONSTRAINT "region_level_ck" CHECK (level IN ('NATION', 'PROVINCE', 'CITY', 'COUNTY', 'TOWNSHIP', 'VILLAGE')),
	CONSTRAINT "region_code_ck" CHECK (code ~ '^([0-9]{6}|[0-9]{9}|[0-9]{12})$'),
	CONSTRAINT "region_nation_ck" CHECK ((parent_code IS NULL) = (level = 'NATION'))
);
--> statement-breakpoint
CREATE TABLE "delivery" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"household_id" uuid NOT NULL,
	"measure_id" uuid NOT NULL,
	"delivered_on" date NOT NULL,
	"amount_fen" bigint,
	"in_kind" text,
	"note_sealed" text,
	"evidence" jsonb NOT NULL,
	"recorded_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "delivery_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "delivery_what_ck" CHECK (amount_fen IS NOT NULL OR in_kind IS NOT NULL),
	CONSTRAINT "delivery_amount_ck" CHECK (amount_fen >= 0)
);
--> statement-breakpoint
ALTER TABLE "delivery" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "support_measure" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"household_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"run_id" uuid,
	"instrument" text NOT NULL,
	"family" text NOT NULL,
	"nature" text NOT NULL,
	"addresses" text[] NOT NULL,
	"status" text NOT NULL,
	"timing" text NOT NULL,
	"funding_source" text NOT NULL,
	"funding_level" text,
	"provider" text,
	"budget_fen" bigint,
	"delivered_fen" bigint NOT NULL,
	"starts_on" date,
	"ends_on" date,
	"first_delivered_on" date,
	"urgent" boolean NOT NULL,
	"planned_on" date NOT NULL,
	"override_reason_sealed" text,
	"concluded_on" date,
	"conclusion_note_sealed" text,
	"created_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "support_measure_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "support_measure_money_ck" CHECK (budget_fen >= 0 AND delivered_fen >= 0)
);
--> statement-breakpoint
ALTER TABLE "support_measure" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "case_risk" ADD CONSTRAINT "case_risk_case_fk" FOREIGN KEY ("county_code","case_id") REFERENCES "public"."monitoring_case"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "monitoring_case" ADD CONSTRAINT "monitoring_case_household_fk" FOREIGN KEY ("county_code","household_id") REFERENCES "public"."household"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "responsible_person" ADD CONSTRAINT "responsible_person_case_fk" FOREIGN KEY ("county_code","case_id") REFERENCES "public"."monitoring_case"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_entry" ADD CONSTRAINT "notice_entry_notice_fk" FOREIGN KEY ("county_code","notice_id") REFERENCES "public"."public_notice"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_entry" ADD CONSTRAINT "notice_entry_step_fk" FOREIGN KEY ("county_code","step_id") REFERENCES "public"."procedure_step"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "objection" ADD CONSTRAINT "objection_entry_fk" FOREIGN KEY ("county_code","entry_id") REFERENCES "public"."notice_entry"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_run" ADD CONSTRAINT "procedure_run_case_fk" FOREIGN KEY ("county_code","case_id") REFERENCES "public"."monitoring_case"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "procedure_step" ADD CONSTRAINT "procedure_step_run_fk" FOREIGN KEY ("county_code","run_id") REFERENCES "public"."procedure_run"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guarantee_check" ADD CONSTRAINT "guarantee_check_household_fk" FOREIGN KEY ("county_code","household_id") REFERENCES "public"."household"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "income_record" ADD CONSTRAINT "income_record_household_fk" FOREIGN KEY ("county_code","household_id") REFERENCES "public"."household"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "member" ADD CONSTRAINT "member_household_fk" FOREIGN KEY ("county_code","household_id") REFERENCES "public"."household"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "lead" ADD CONSTRAINT "lead_household_fk" FOREIGN KEY ("county_code","household_id") REFERENCES "public"."household"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "delivery" ADD CONSTRAINT "delivery_measure_fk" FOREIGN KEY ("county_code","measure_id") REFERENCES "public"."support_measure"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "support_measure" ADD CONSTRAINT "support_measure_case_fk" FOREIGN KEY ("county_code","case_id") REFERENCES "public"."monitoring_case"("county_code","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "audit_event_at_ix" ON "audit_event" USING btree ("county_code","at");--> statement-breakpoint
CREATE UNIQUE INDEX "case_risk_open_uq" ON "case_risk" USING btree ("county_code","case_id","risk_type") WHERE resolved_on IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "monitoring_case_one_open_uq" ON "monitoring_case" USING btree ("county_code","household_id") WHERE status IN ('UNDER_IDENTIFICATION', 'MONITORED', 'UNDER_ELIMINATION');--> statement-breakpoint
CREATE INDEX "monitoring_case_household_ix" ON "monitoring_case" USING btree ("county_code","household_id","opened_on");--> statement-breakpoint
CREATE INDEX "monitoring_case_status_ix" ON "monitoring_case" USING btree ("county_code","status","category","number");--> statement-breakpoint
CREATE INDEX "monitoring_case_due_ix" ON "monitoring_case" USING btree ("county_code","due_on","id");--> statement-breakpoint
CREATE INDEX "responsible_person_case_ix" ON "responsible_person" USING btree ("county_code","case_id");--> statement-breakpoint
CREATE INDEX "notice_entry_notice_ix" ON "notice_entry" USING btree ("county_code","notice_id");--> statement-breakpoint
CREATE INDEX "objection_entry_ix" ON "objection" USING btree ("county_code","entry_id");--> statement-breakpoint
CREATE UNIQUE INDEX "procedure_run_one_open_uq" ON "procedure_run" USING btree ("county_code","case_id","kind") WHERE ended_on IS NULL;--> statement-breakpoint
CREATE INDEX "procedure_step_case_ix" ON "procedure_step" USING btree ("county_code","case_id","status");--> statement-breakpoint
CREATE INDEX "procedure_step_due_ix" ON "procedure_step" USING btree ("county_code","due_on","id") WHERE status = 'CURRENT';--> statement-breakpoint
CREATE INDEX "public_notice_days_ix" ON "public_notice" USING btree ("county_code","opens_on","id");--> statement-breakpoint
CREATE INDEX "idempotency_key_created_ix" ON "idempotency_key" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "guarantee_check_day_ix" ON "guarantee_check" USING btree ("county_code","household_id","checked_on");--> statement-breakpoint
CREATE INDEX "household_region_ix" ON "household" USING btree ("county_code","region_code");--> statement-breakpoint
CREATE INDEX "household_income_ix" ON "household" USING btree ("county_code","per_capita_fen","id");--> statement-breakpoint
CREATE INDEX "household_updated_ix" ON "household" USING btree ("county_code","updated_at","id");--> statement-breakpoint
CREATE INDEX "identity_review_digest_ix" ON "identity_review" USING btree ("county_code","id_digest");--> statement-breakpoint
CREATE INDEX "member_household_ix" ON "member" USING btree ("county_code","household_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "member_one_head_uq" ON "member" USING btree ("county_code","household_id") WHERE relationship = 'HEAD' AND removed_on IS NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "lead_one_open_uq" ON "lead" USING btree ("county_code","household_id") WHERE status = 'OPEN';--> statement-breakpoint
CREATE INDEX "lead_household_ix" ON "lead" USING btree ("county_code","household_id");--> statement-breakpoint
CREATE INDEX "lead_case_ix" ON "lead" USING btree ("county_code","case_id");--> statement-breakpoint
CREATE INDEX "lead_due_ix" ON "lead" USING btree ("county_code","status","due_on","id");--> statement-breakpoint
CREATE INDEX "lead_reported_ix" ON "lead" USING btree ("county_code","reported_on","id");--> statement-breakpoint
CREATE INDEX "region_parent_ix" ON "region" USING btree ("parent_code");--> statement-breakpoint
CREATE INDEX "delivery_measure_ix" ON "delivery" USING btree ("county_code","measure_id","delivered_on");--> statement-breakpoint
CREATE INDEX "support_measure_case_ix" ON "support_measure" USING btree ("county_code","case_id","planned_on","id");--> statement-breakpoint
CREATE POLICY "audit_event_scope" ON "audit_event" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid)) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "case_risk_scope" ON "case_risk" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid)) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "monitoring_case_scope" ON "monitoring_case" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid)) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "responsible_person_scope" ON "responsible_person" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid)) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "notice_entry_scope" ON "notice_entry" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid)) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "objection_scope" ON "objection" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL);--> statement-breakpoint
CREATE POLICY "procedure_run_scope" ON "procedure_run" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid)) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "procedure_step_scope" ON "procedure_step" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid)) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "public_notice_scope" ON "public_notice" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ','))) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')));--> statement-breakpoint
CREATE POLICY "guarantee_check_scope" ON "guarantee_check" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid)) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "household_scope" ON "household" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR id = NULLIF(current_setting('app.household', true), '')::uuid)) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR id = NULLIF(current_setting('app.household', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "income_record_scope" ON "income_record" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid)) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "identity_review_scope" ON "identity_review" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL);--> statement-breakpoint
CREATE POLICY "member_scope" ON "member" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid)) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "lead_scope" ON "lead" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid)) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "delivery_scope" ON "delivery" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid)) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid));--> statement-breakpoint
CREATE POLICY "support_measure_scope" ON "support_measure" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid)) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND (NULLIF(current_setting('app.household', true), '') IS NULL OR household_id = NULLIF(current_setting('app.household', true), '')::uuid));