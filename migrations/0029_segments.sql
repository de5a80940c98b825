CREATE TABLE "segment" (
	"county_code" text COLLATE "C" NOT NULL,
	"id" uuid NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"prefix" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"subject" text NOT NULL,
	"name" text COLLATE "C" NOT NULL,
	"name_en" text,
	"definition" text NOT NULL,
	"definition_en" text,
	"roles" text[] NOT NULL,
	"filter" jsonb NOT NULL,
	"version" integer NOT NULL,
	"made_by" text NOT NULL,
	"made_as" text NOT NULL,
	"retired_on" date,
	"created_at" timestamp(3) with time zone NOT NULL,
	"updated_at" timestamp(3) with time zone NOT NULL,
	CONSTRAINT "segment_pk" PRIMARY KEY("county_code","id"),
	CONSTRAINT "segment_key_uq" UNIQUE("county_code","region_code","key"),
	CONSTRAINT "segment_county_ck" CHECK (county_code = substr(region_code, 1, 6))
);
--> statement-breakpoint
CREATE INDEX "segment_name_ix" ON "segment" USING btree ("name","id");