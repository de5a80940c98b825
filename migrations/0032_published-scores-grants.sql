GRANT SELECT, INSERT, DELETE ON published_score TO holdline_app;
