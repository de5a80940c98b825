SELECT r.name AS "county.name", count(*) AS cases,
  count(*) FILTER (WHERE EXISTS (SELECT 1 FROM monitoring_case p
    WHERE p.county_code = c.county_code AND p.household_id = c.household_id AND p.id <> c.id
      AND p.status = 'RISK_ELIMINATED' AND (p.opened_on, p.id) < (c.opened_on, c.id))) AS relapsed
FROM monitoring_case c
JOIN region r ON r.code = c.county_code
WHERE c.county_code LIKE :scope AND c.record_closed_on IS NULL AND c.opened_on >= '2023-01-01'
GROUP BY r.code
