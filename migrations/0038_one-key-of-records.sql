-- Since record keys are those of households two columns hold the same. What stays was the household's in publications of every version.
ALTER TABLE "published_alert" DROP COLUMN "record_key";--> statement-breakpoint
ALTER TABLE "published_alert" RENAME COLUMN "household_key" TO "record_key";--> statement-breakpoint
ALTER TABLE "published_case" DROP COLUMN "record_key";--> statement-breakpoint
ALTER TABLE "published_case" RENAME COLUMN "household_key" TO "record_key";--> statement-breakpoint
ALTER TABLE "published_measure" DROP COLUMN "record_key";--> statement-breakpoint
ALTER TABLE "published_measure" RENAME COLUMN "household_key" TO "record_key";
