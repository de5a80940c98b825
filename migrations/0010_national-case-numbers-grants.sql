GRANT SELECT, INSERT ON national_case_number TO holdline_app;
