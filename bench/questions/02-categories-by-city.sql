SELECT r.name AS "city.name", n.category, n.cases, round(n.cases / sum(n.cases) OVER (PARTITION BY r.code), 6) AS "ofCity"
FROM (SELECT substr(county_code, 1, 4) || '00' AS city, category, count(*) AS cases
  FROM monitoring_case
  WHERE county_code LIKE :scope AND record_closed_on IS NULL AND status IN ('MONITORED', 'UNDER_ELIMINATION')
  GROUP BY 1, 2) n
JOIN region r ON r.code = n.city
