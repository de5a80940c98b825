SELECT CASE WHEN c.county_code IS NULL THEN '["county"]'::json ELSE '[]'::json END AS "totalOver",
  (SELECT name FROM region WHERE code = c.county_code) AS "county.name", count(*) AS cases,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY c.identified_on - c.opened_on) FILTER (WHERE c.source = 'REGISTER') AS "identificationDaysMedian"
FROM monitoring_case c
WHERE c.county_code LIKE :scope AND c.record_closed_on IS NULL AND c.identified_on >= '2023-01-01'
GROUP BY GROUPING SETS ((c.county_code), ())
