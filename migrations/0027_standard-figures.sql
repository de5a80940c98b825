CREATE TABLE "standard_figure" (
	"publication_id" uuid NOT NULL,
	"name" text NOT NULL,
	"level" text NOT NULL,
	"region_code" text COLLATE "C" NOT NULL,
	"position" integer NOT NULL,
	"dimensions" jsonb NOT NULL,
	"figures" jsonb NOT NULL,
	CONSTRAINT "standard_figure_pk" PRIMARY KEY("publication_id","name","level","region_code","position")
);
--> statement-breakpoint
ALTER TABLE "publication" ADD COLUMN "key_check" text;
--> statement-breakpoint
DO $$ BEGIN
  IF NOT EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'holdline_bi') THEN
    CREATE ROLE holdline_bi NOLOGIN NOBYPASSRLS;
    ALTER ROLE holdline_bi SET default_transaction_read_only = on;
    ALTER ROLE holdline_bi SET statement_timeout = '30s';
    ALTER ROLE holdline_bi SET search_path = bi;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
--> statement-breakpoint
GRANT SELECT, INSERT, DELETE ON standard_figure TO holdline_app;
--> statement-breakpoint
CREATE SCHEMA IF NOT EXISTS bi;
--> statement-breakpoint
CREATE VIEW bi.publication WITH (security_barrier) AS
SELECT p.day, p.completed_at FROM public.publication p WHERE p.id = (SELECT p.id FROM public.publication p WHERE p.completed_at IS NOT NULL ORDER BY p.completed_at DESC, p.id DESC LIMIT 1);
--> statement-breakpoint
CREATE VIEW bi.region WITH (security_barrier) AS
SELECT r.code, r.name, r.level, r.parent_code FROM public.region r;
--> statement-breakpoint
CREATE VIEW bi.household_figures WITH (security_barrier) AS
SELECT f.level,
  f.region_code,
  r.name AS region_name,
  f.dimensions ->> 'formerStatus' AS former_status,
  (f.figures ->> 'households')::bigint AS households,
  (f.figures ->> 'persons')::bigint AS persons,
  (f.figures ->> 'labourers')::bigint AS labourers,
  round((f.figures ->> 'perCapitaMean')::numeric / 100, 2) AS per_capita_mean
FROM public.standard_figure f LEFT JOIN public.region r ON r.code = f.region_code
WHERE f.name = 'household' AND f.publication_id = (SELECT p.id FROM public.publication p WHERE p.completed_at IS NOT NULL ORDER BY p.completed_at DESC, p.id DESC LIMIT 1);
--> statement-breakpoint
CREATE VIEW bi.case_status_figures WITH (security_barrier) AS
SELECT f.level,
  f.region_code,
  r.name AS region_name,
  f.dimensions ->> 'category' AS category,
  f.dimensions ->> 'status' AS status,
  (f.figures ->> 'cases')::bigint AS cases,
  (f.figures ->> 'persons')::bigint AS persons,
  (f.figures ->> 'overdue')::bigint AS overdue,
  (f.figures ->> 'relapsed')::bigint AS relapsed,
  (f.figures ->> 'withoutSupport')::bigint AS without_support
FROM public.standard_figure f LEFT JOIN public.region r ON r.code = f.region_code
WHERE f.name = 'case_status' AND f.publication_id = (SELECT p.id FROM public.publication p WHERE p.completed_at IS NOT NULL ORDER BY p.completed_at DESC, p.id DESC LIMIT 1);
--> statement-breakpoint
CREATE VIEW bi.case_risk_figures WITH (security_barrier) AS
SELECT f.level,
  f.region_code,
  r.name AS region_name,
  f.dimensions ->> 'riskGroup' AS risk_group,
  (f.figures ->> 'cases')::bigint AS cases,
  (f.figures ->> 'persons')::bigint AS persons
FROM public.standard_figure f LEFT JOIN public.region r ON r.code = f.region_code
WHERE f.name = 'case_risk' AND f.publication_id = (SELECT p.id FROM public.publication p WHERE p.completed_at IS NOT NULL ORDER BY p.completed_at DESC, p.id DESC LIMIT 1);
--> statement-breakpoint
CREATE VIEW bi.case_channel_figures WITH (security_barrier) AS
SELECT f.level,
  f.region_code,
  r.name AS region_name,
  f.dimensions ->> 'channel' AS channel,
  (f.figures ->> 'cases')::bigint AS cases,
  (f.figures ->> 'persons')::bigint AS persons
FROM public.standard_figure f LEFT JOIN public.region r ON r.code = f.region_code
WHERE f.name = 'case_channel' AND f.publication_id = (SELECT p.id FROM public.publication p WHERE p.completed_at IS NOT NULL ORDER BY p.completed_at DESC, p.id DESC LIMIT 1);
--> statement-breakpoint
CREATE VIEW bi.case_opened_figures WITH (security_barrier) AS
SELECT f.level,
  f.region_code,
  r.name AS region_name,
  (f.dimensions ->> 'openedIn')::date AS opened_in,
  (f.figures ->> 'cases')::bigint AS cases,
  (f.figures ->> 'persons')::bigint AS persons
FROM public.standard_figure f LEFT JOIN public.region r ON r.code = f.region_code
WHERE f.name = 'case_opened' AND f.publication_id = (SELECT p.id FROM public.publication p WHERE p.completed_at IS NOT NULL ORDER BY p.completed_at DESC, p.id DESC LIMIT 1);
--> statement-breakpoint
CREATE VIEW bi.case_identified_figures WITH (security_barrier) AS
SELECT f.level,
  f.region_code,
  r.name AS region_name,
  (f.dimensions ->> 'identifiedIn')::date AS identified_in,
  (f.figures ->> 'cases')::bigint AS cases,
  (f.figures ->> 'persons')::bigint AS persons
FROM public.standard_figure f LEFT JOIN public.region r ON r.code = f.region_code
WHERE f.name = 'case_identified' AND f.publication_id = (SELECT p.id FROM public.publication p WHERE p.completed_at IS NOT NULL ORDER BY p.completed_at DESC, p.id DESC LIMIT 1);
--> statement-breakpoint
CREATE VIEW bi.case_eliminated_figures WITH (security_barrier) AS
SELECT f.level,
  f.region_code,
  r.name AS region_name,
  (f.dimensions ->> 'eliminatedIn')::date AS eliminated_in,
  (f.figures ->> 'cases')::bigint AS cases,
  (f.figures ->> 'persons')::bigint AS persons
FROM public.standard_figure f LEFT JOIN public.region r ON r.code = f.region_code
WHERE f.name = 'case_eliminated' AND f.publication_id = (SELECT p.id FROM public.publication p WHERE p.completed_at IS NOT NULL ORDER BY p.completed_at DESC, p.id DESC LIMIT 1);
--> statement-breakpoint
CREATE VIEW bi.measure_figures WITH (security_barrier) AS
SELECT f.level,
  f.region_code,
  r.name AS region_name,
  f.dimensions ->> 'family' AS family,
  f.dimensions ->> 'status' AS status,
  (f.figures ->> 'measures')::bigint AS measures,
  round((f.figures ->> 'budget')::numeric / 100, 2) AS budget,
  round((f.figures ->> 'delivered')::numeric / 100, 2) AS delivered
FROM public.standard_figure f LEFT JOIN public.region r ON r.code = f.region_code
WHERE f.name = 'measure' AND f.publication_id = (SELECT p.id FROM public.publication p WHERE p.completed_at IS NOT NULL ORDER BY p.completed_at DESC, p.id DESC LIMIT 1);
--> statement-breakpoint
CREATE VIEW bi.alert_figures WITH (security_barrier) AS
SELECT f.level,
  f.region_code,
  r.name AS region_name,
  f.dimensions ->> 'department' AS department,
  f.dimensions ->> 'status' AS status,
  (f.figures ->> 'alerts')::bigint AS alerts,
  (f.figures ->> 'confirmed')::bigint AS confirmed
FROM public.standard_figure f LEFT JOIN public.region r ON r.code = f.region_code
WHERE f.name = 'alert' AND f.publication_id = (SELECT p.id FROM public.publication p WHERE p.completed_at IS NOT NULL ORDER BY p.completed_at DESC, p.id DESC LIMIT 1);
--> statement-breakpoint
COMMENT ON VIEW bi.publication IS '所读发布 · The publication that every other view tells of.';
--> statement-breakpoint
COMMENT ON COLUMN bi.publication.day IS '统计日期 · The day that it tells of.';
--> statement-breakpoint
COMMENT ON COLUMN bi.publication.completed_at IS '发布时刻 · When it was complete.';
--> statement-breakpoint
COMMENT ON VIEW bi.region IS '行政区划 · Every division.';
--> statement-breakpoint
COMMENT ON COLUMN bi.region.code IS '区划代码 · 6, 9 or 12 digits.';
--> statement-breakpoint
COMMENT ON COLUMN bi.region.name IS '名称 · Name.';
--> statement-breakpoint
COMMENT ON COLUMN bi.region.level IS '层级 · NATION, PROVINCE, CITY, COUNTY, TOWNSHIP or VILLAGE.';
--> statement-breakpoint
COMMENT ON COLUMN bi.region.parent_code IS '上级代码 · The region directly above.';
--> statement-breakpoint
COMMENT ON VIEW bi.household_figures IS '农户 · Households by former status.';
--> statement-breakpoint
COMMENT ON COLUMN bi.household_figures.level IS '层级 · Level of the region; never add rows of different levels.';
--> statement-breakpoint
COMMENT ON COLUMN bi.household_figures.region_code IS '区划代码 · Code of the region.';
--> statement-breakpoint
COMMENT ON COLUMN bi.household_figures.region_name IS '区划名称 · Name of the region.';
--> statement-breakpoint
COMMENT ON COLUMN bi.household_figures.former_status IS '建档立卡情况 · Former status: FORMERLY_POOR, GENERAL.';
--> statement-breakpoint
COMMENT ON COLUMN bi.household_figures.households IS '户数 · Households.';
--> statement-breakpoint
COMMENT ON COLUMN bi.household_figures.persons IS '人数 · Persons.';
--> statement-breakpoint
COMMENT ON COLUMN bi.household_figures.labourers IS '劳动力人数 · Persons able to work.';
--> statement-breakpoint
COMMENT ON COLUMN bi.household_figures.per_capita_mean IS '人均纯收入均值 · Mean net income a head, yuan a year; null where it is withheld.';
--> statement-breakpoint
COMMENT ON VIEW bi.case_status_figures IS '监测对象 · Cases by category and status.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_status_figures.level IS '层级 · Level of the region; never add rows of different levels.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_status_figures.region_code IS '区划代码 · Code of the region.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_status_figures.region_name IS '区划名称 · Name of the region.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_status_figures.category IS '监测对象类别 · Category; null while none is set.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_status_figures.status IS '状态 · Status of the case.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_status_figures.cases IS '监测对象档案数 · Cases.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_status_figures.persons IS '人数 · Persons.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_status_figures.overdue IS '逾期数 · Cases past a deadline.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_status_figures.relapsed IS '返贫数 · Cases of households that had had one eliminated.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_status_figures.without_support IS '未帮扶数 · Monitored cases without a delivered measure.';
--> statement-breakpoint
COMMENT ON VIEW bi.case_risk_figures IS '监测对象风险 · Cases by national group of risks; the rows add up to more than there are cases.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_risk_figures.level IS '层级 · Level of the region; never add rows of different levels.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_risk_figures.region_code IS '区划代码 · Code of the region.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_risk_figures.region_name IS '区划名称 · Name of the region.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_risk_figures.risk_group IS '风险大类 · National group of risks; a case stands in the row of each of its groups.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_risk_figures.cases IS '监测对象档案数 · Cases.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_risk_figures.persons IS '人数 · Persons.';
--> statement-breakpoint
COMMENT ON VIEW bi.case_channel_figures IS '发现渠道 · Cases by the channel that found them.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_channel_figures.level IS '层级 · Level of the region; never add rows of different levels.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_channel_figures.region_code IS '区划代码 · Code of the region.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_channel_figures.region_name IS '区划名称 · Name of the region.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_channel_figures.channel IS '发现渠道 · How the case was found.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_channel_figures.cases IS '监测对象档案数 · Cases.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_channel_figures.persons IS '人数 · Persons.';
--> statement-breakpoint
COMMENT ON VIEW bi.case_opened_figures IS '逐月建档 · Cases by the month in which they were opened.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_opened_figures.level IS '层级 · Level of the region; never add rows of different levels.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_opened_figures.region_code IS '区划代码 · Code of the region.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_opened_figures.region_name IS '区划名称 · Name of the region.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_opened_figures.opened_in IS '建档月份 · First day of the month in which the cases were opened.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_opened_figures.cases IS '监测对象档案数 · Cases.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_opened_figures.persons IS '人数 · Persons.';
--> statement-breakpoint
COMMENT ON VIEW bi.case_identified_figures IS '逐月识别 · Cases by the month of identification.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_identified_figures.level IS '层级 · Level of the region; never add rows of different levels.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_identified_figures.region_code IS '区划代码 · Code of the region.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_identified_figures.region_name IS '区划名称 · Name of the region.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_identified_figures.identified_in IS '识别月份 · First day of the month of identification; null for cases that were not identified.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_identified_figures.cases IS '监测对象档案数 · Cases.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_identified_figures.persons IS '人数 · Persons.';
--> statement-breakpoint
COMMENT ON VIEW bi.case_eliminated_figures IS '逐月风险消除 · Cases by the month in which their risk was eliminated.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_eliminated_figures.level IS '层级 · Level of the region; never add rows of different levels.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_eliminated_figures.region_code IS '区划代码 · Code of the region.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_eliminated_figures.region_name IS '区划名称 · Name of the region.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_eliminated_figures.eliminated_in IS '风险消除月份 · First day of the month in which the risk was eliminated; null where it was not.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_eliminated_figures.cases IS '监测对象档案数 · Cases.';
--> statement-breakpoint
COMMENT ON COLUMN bi.case_eliminated_figures.persons IS '人数 · Persons.';
--> statement-breakpoint
COMMENT ON VIEW bi.measure_figures IS '帮扶措施 · Support measures by family and status.';
--> statement-breakpoint
COMMENT ON COLUMN bi.measure_figures.level IS '层级 · Level of the region; never add rows of different levels.';
--> statement-breakpoint
COMMENT ON COLUMN bi.measure_figures.region_code IS '区划代码 · Code of the region.';
--> statement-breakpoint
COMMENT ON COLUMN bi.measure_figures.region_name IS '区划名称 · Name of the region.';
--> statement-breakpoint
COMMENT ON COLUMN bi.measure_figures.family IS '帮扶措施类型 · Family of the instrument.';
--> statement-breakpoint
COMMENT ON COLUMN bi.measure_figures.status IS '状态 · Status of the measure.';
--> statement-breakpoint
COMMENT ON COLUMN bi.measure_figures.measures IS '措施数 · Support measures.';
--> statement-breakpoint
COMMENT ON COLUMN bi.measure_figures.budget IS '预算金额 · Budget, yuan; null where it is withheld.';
--> statement-breakpoint
COMMENT ON COLUMN bi.measure_figures.delivered IS '到位金额 · Delivered, yuan; null where it is withheld.';
--> statement-breakpoint
COMMENT ON VIEW bi.alert_figures IS '部门预警 · Departments'' alerts by department and status.';
--> statement-breakpoint
COMMENT ON COLUMN bi.alert_figures.level IS '层级 · Level of the region; never add rows of different levels.';
--> statement-breakpoint
COMMENT ON COLUMN bi.alert_figures.region_code IS '区划代码 · Code of the region.';
--> statement-breakpoint
COMMENT ON COLUMN bi.alert_figures.region_name IS '区划名称 · Name of the region.';
--> statement-breakpoint
COMMENT ON COLUMN bi.alert_figures.department IS '部门 · Department that sent the alerts.';
--> statement-breakpoint
COMMENT ON COLUMN bi.alert_figures.status IS '状态 · Status of the alert.';
--> statement-breakpoint
COMMENT ON COLUMN bi.alert_figures.alerts IS '预警数 · Alerts.';
--> statement-breakpoint
COMMENT ON COLUMN bi.alert_figures.confirmed IS '核实属实数 · Alerts that were confirmed.';
--> statement-breakpoint
GRANT USAGE ON SCHEMA bi TO holdline_bi;
--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA bi TO holdline_bi;
