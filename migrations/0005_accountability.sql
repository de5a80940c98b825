CREATE TABLE "audit_chain" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"subject_type" text NOT NULL,
	"audit_sequence" integer NOT NULL,
	"audit_hash" text,
	CONSTRAINT "audit_chain_pk" PRIMARY KEY("county_code","id")
);
--> statement-breakpoint
ALTER TABLE "audit_chain" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "audit_event" ADD COLUMN "purpose_sealed" text;--> statement-breakpoint
ALTER TABLE "monitoring_case" ADD COLUMN "authorization_withdrawn_on" date;--> statement-breakpoint
ALTER TABLE "monitoring_case" ADD COLUMN "authorization_withdrawal_sealed" text;--> statement-breakpoint
ALTER TABLE "household" ADD COLUMN "closed_on" date;--> statement-breakpoint
ALTER TABLE "identity_review" ADD COLUMN "mirrored" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "identity_review" ADD COLUMN "settled_on" date;--> statement-breakpoint
ALTER TABLE "identity_review" ADD COLUMN "outcome" text;--> statement-breakpoint
ALTER TABLE "identity_review" ADD COLUMN "settlement_note_sealed" text;--> statement-breakpoint
CREATE INDEX "identity_review_waiting_ix" ON "identity_review" USING btree ("county_code","raised_on","id") WHERE settled_on IS NULL;--> statement-breakpoint
CREATE INDEX "identity_review_mirror_ix" ON "identity_review" USING btree ("county_code","id") WHERE NOT mirrored;--> statement-breakpoint
CREATE POLICY "audit_chain_scope" ON "audit_chain" AS PERMISSIVE FOR ALL TO "holdline_app" USING (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL) WITH CHECK (region_code LIKE ANY (string_to_array(NULLIF(current_setting('app.scope', true), ''), ',')) AND NULLIF(current_setting('app.household', true), '') IS NULL);--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON audit_chain TO holdline_app;
--> statement-breakpoint
GRANT UPDATE ON identity_review TO holdline_app;
