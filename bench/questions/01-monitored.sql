SELECT r.name AS "county.name", c.category, count(*) AS cases, sum(h.size) AS persons
FROM monitoring_case c
JOIN household h ON h.county_code = c.county_code AND h.id = c.household_id
JOIN region r ON r.code = c.county_code
WHERE c.county_code LIKE :scope AND c.record_closed_on IS NULL AND c.status IN ('MONITORED', 'UNDER_ELIMINATION')
GROUP BY r.code, c.category
