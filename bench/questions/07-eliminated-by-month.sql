SELECT date_trunc('month', c.eliminated_on::timestamp)::date AS month, count(*) AS cases, sum(h.size) AS persons
FROM monitoring_case c
JOIN household h ON h.county_code = c.county_code AND h.id = c.household_id
WHERE c.county_code LIKE :scope AND c.record_closed_on IS NULL AND c.eliminated_on >= '2023-01-01'
GROUP BY 1
