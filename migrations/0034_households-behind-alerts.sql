ALTER TABLE "publication" ADD COLUMN "parts" text[];--> statement-breakpoint
ALTER TABLE "published_alert" ADD COLUMN "household_key" bigint;--> statement-breakpoint
ALTER TABLE "published_score" ADD COLUMN "owners" integer;--> statement-breakpoint
ALTER TABLE "published_score" ADD COLUMN "owner_key" bigint;--> statement-breakpoint
ALTER TABLE "published_score" ADD COLUMN "met_owners" integer;--> statement-breakpoint
ALTER TABLE "published_score" ADD COLUMN "met_owner_key" bigint;