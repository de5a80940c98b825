GRANT SELECT, INSERT, UPDATE ON regional_indicator, regional_warning, warning_action, quality_finding, quality_scan TO holdline_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON risk_study TO holdline_app;
