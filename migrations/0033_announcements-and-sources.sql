ALTER TABLE "procedure_step" ADD COLUMN "announced_until" date;--> statement-breakpoint
ALTER TABLE "guarantee_check" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "household" ADD COLUMN "source" text;--> statement-breakpoint
ALTER TABLE "income_record" ADD COLUMN "source" text;--> statement-breakpoint
CREATE INDEX "procedure_step_announced_ix" ON "procedure_step" USING btree ("county_code","announced_until","id") WHERE announced_until IS NOT NULL;