DROP INDEX "procedure_run_one_open_uq";--> statement-breakpoint
ALTER TABLE "monitoring_case" ADD COLUMN "source" text DEFAULT 'REGISTER' NOT NULL;--> statement-breakpoint
CREATE UNIQUE INDEX "procedure_step_one_undone_uq" ON "procedure_step" USING btree ("county_code","run_id","code") WHERE status <> 'DONE';--> statement-breakpoint
CREATE UNIQUE INDEX "procedure_run_one_open_uq" ON "procedure_run" USING btree ("county_code","case_id") WHERE ended_on IS NULL;--> statement-breakpoint
ALTER TABLE "monitoring_case" ADD CONSTRAINT "monitoring_case_identified_ck" CHECK (status NOT IN ('MONITORED', 'UNDER_ELIMINATION', 'RISK_ELIMINATED') OR identified_on IS NOT NULL);--> statement-breakpoint
ALTER TABLE "procedure_step" ADD CONSTRAINT "procedure_step_outcome_ck" CHECK ((status = 'DONE') = (outcome IS NOT NULL));--> statement-breakpoint
ALTER TABLE "support_measure" ADD CONSTRAINT "support_measure_budget_ck" CHECK (delivered_fen <= budget_fen);