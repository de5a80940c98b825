SELECT family, timing, count(*) AS measures, count(DISTINCT household_id) AS households
FROM support_measure
WHERE county_code LIKE :scope AND status <> 'CANCELLED'
GROUP BY family, timing
