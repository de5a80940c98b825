SELECT r.name AS "county.name", count(*) AS cases, sum(h.size) AS persons
FROM monitoring_case c
JOIN household h ON h.county_code = c.county_code AND h.id = c.household_id
JOIN region r ON r.code = c.county_code
WHERE c.county_code LIKE :scope AND c.record_closed_on IS NULL AND c.status = 'MONITORED' AND c.identified_on < '2023-10-31'
  AND NOT EXISTS (SELECT 1 FROM support_measure m
    JOIN delivery d ON d.county_code = m.county_code AND d.measure_id = m.id
    WHERE m.county_code = c.county_code AND m.case_id = c.id)
GROUP BY r.code
