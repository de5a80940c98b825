GRANT SELECT, INSERT, UPDATE ON segment TO holdline_app;
