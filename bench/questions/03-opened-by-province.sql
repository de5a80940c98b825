SELECT r.name AS "province.name", n.month, n.cases
FROM (SELECT substr(county_code, 1, 2) || '0000' AS province, date_trunc('month', opened_on::timestamp)::date AS month, count(*) AS cases
  FROM monitoring_case
  WHERE county_code LIKE :scope AND record_closed_on IS NULL AND opened_on >= '2023-07-01'
  GROUP BY 1, 2) n
JOIN region r ON r.code = n.province
