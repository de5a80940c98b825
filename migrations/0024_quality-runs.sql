ALTER TABLE "quality_scan" ALTER COLUMN "scanned_to" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "quality_scan" ALTER COLUMN "scanned_on" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "quality_scan" ALTER COLUMN "rules" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "quality_scan" ADD COLUMN "run_began_at" timestamp(3) with time zone;--> statement-breakpoint
ALTER TABLE "quality_scan" ADD COLUMN "run_on" date;--> statement-breakpoint
ALTER TABLE "quality_scan" ADD COLUMN "run_rules" text;--> statement-breakpoint
ALTER TABLE "quality_scan" ADD COLUMN "last_household_id" uuid;