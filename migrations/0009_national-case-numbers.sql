CREATE TABLE "national_case_number" (
	"number" text COLLATE "C" PRIMARY KEY NOT NULL,
	"county_code" text COLLATE "C" NOT NULL,
	"case_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "monitoring_case" ADD COLUMN "taken_over_on" date;--> statement-breakpoint
ALTER TABLE "monitoring_case" ADD COLUMN "take_over_evidence" jsonb;