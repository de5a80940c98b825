GRANT SELECT, INSERT, DELETE ON published_alert, published_flow TO holdline_app;
