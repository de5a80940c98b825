GRANT USAGE ON SCHEMA public TO holdline_app;
--> statement-breakpoint
GRANT SELECT ON region TO holdline_app;
--> statement-breakpoint
GRANT SELECT, INSERT ON audit_event, province_configuration, household_number, receipt, identity_review TO holdline_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE, DELETE ON national_id, idempotency_key TO holdline_app;
--> statement-breakpoint
GRANT SELECT, INSERT, UPDATE ON household, member, income_record, guarantee_check, lead, monitoring_case, case_risk, responsible_person, procedure_run, procedure_step, public_notice, notice_entry, objection, support_measure, delivery TO holdline_app;
--> statement-breakpoint
GRANT USAGE ON SEQUENCE household_number_seq, case_number_seq TO holdline_app;
