SELECT quarter, status, cases, round(cases / sum(cases) OVER (PARTITION BY quarter), 6) AS "ofQuarter"
FROM (SELECT date_trunc('quarter', identified_on::timestamp)::date AS quarter, status, count(*) AS cases
  FROM monitoring_case
  WHERE county_code LIKE :scope AND record_closed_on IS NULL AND identified_on >= '2022-07-01'
  GROUP BY 1, 2) n
