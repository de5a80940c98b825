GRANT SELECT, INSERT ON alert_reference TO holdline_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON department_alert, department_link TO holdline_app;
