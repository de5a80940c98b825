GRANT SELECT, INSERT ON inspection_campaign, hazard_event, visit, screening_finding TO holdline_app;
--> statement-breakpoint
GRANT UPDATE (region_code) ON visit, screening_finding TO holdline_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON screening_job, screening_part TO holdline_app;
