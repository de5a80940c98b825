SELECT year, channel, cases, round(cases / sum(cases) OVER (PARTITION BY year), 6) AS "ofYear"
FROM (SELECT date_trunc('year', opened_on::timestamp)::date AS year, channel, count(*) AS cases
  FROM monitoring_case
  WHERE county_code LIKE :scope AND record_closed_on IS NULL
  GROUP BY 1, 2) n
