DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'holdline_app') THEN
    CREATE ROLE holdline_app NOLOGIN NOBYPASSRLS;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
DO $$ BEGIN
  EXECUTE format('GRANT holdline_app TO %I', current_user);
EXCEPTION WHEN invalid_grant_operation THEN NULL;
END $$;
--> statement-breakpoint
CREATE SEQUENCE household_number_seq AS bigint;
--> statement-breakpoint
CREATE SEQUENCE case_number_seq AS bigint;
