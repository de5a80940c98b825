CREATE TABLE "alert_place" (
	"alert_id" uuid PRIMARY KEY NOT NULL,
	"county_code" text COLLATE "C" NOT NULL,
	"sender_region" text COLLATE "C" NOT NULL,
	"department" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "department_alert" ADD COLUMN "public_county" text COLLATE "C";--> statement-breakpoint
CREATE INDEX "alert_place_sender_ix" ON "alert_place" USING btree ("sender_region","department");--> statement-breakpoint
CREATE INDEX "department_alert_waiting_ix" ON "department_alert" USING btree ("county_code","id") WHERE status = 'UNMATCHED';--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON alert_place TO holdline_app;--> statement-breakpoint
GRANT UPDATE ON alert_reference TO holdline_app;--> statement-breakpoint
GRANT DELETE ON department_alert TO holdline_app;
