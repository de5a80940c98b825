GRANT SELECT, INSERT, UPDATE, DELETE ON publication TO holdline_app;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON published_household, published_case, published_measure TO holdline_app;
