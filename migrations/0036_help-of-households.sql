ALTER TABLE "tally_change" ADD COLUMN "family" text;--> statement-breakpoint
ALTER TABLE "tally_change" ADD COLUMN "timing" text;--> statement-breakpoint
-- What households have of each family and timing, by how many measures stand where in the order of the statuses: of registers that are there already.
INSERT INTO tally (county_code, region_code, rollup, keys, units, persons, labourers, known_incomes, income_fen)
SELECT g.county_code, g.county_code, 'MEASURE_HELP', ARRAY[g.family, g.timing, g.standing], count(*), 0, 0, 0, 0
FROM (SELECT m.county_code, m.family, m.timing, concat_ws(',', count(*) FILTER (WHERE m.status = 'PLANNED'), count(*) FILTER (WHERE m.status = 'APPROVED'),
    count(*) FILTER (WHERE m.status = 'IN_PROGRESS'), count(*) FILTER (WHERE m.status = 'COMPLETED'), count(*) FILTER (WHERE m.status = 'CANCELLED')) AS standing
  FROM support_measure m WHERE m.record_closed_on IS NULL GROUP BY m.county_code, m.household_id, m.family, m.timing) g
GROUP BY 1, 4;
--> statement-breakpoint
INSERT INTO province_tally (province_code, rollup, keys, units, persons, labourers, known_incomes, income_fen)
SELECT substr(t.county_code, 1, 2) || '0000', t.rollup, t.keys, sum(t.units), 0, 0, 0, 0 FROM tally t WHERE t.rollup = 'MEASURE_HELP' GROUP BY 1, 2, 3;
