ALTER TABLE "procedure_run" ADD COLUMN "due_on" date;--> statement-breakpoint
ALTER TABLE "procedure_step" ADD COLUMN "run_due_on" date;