SELECT r.name AS "county.name", o.id IS NOT NULL AS monitored, count(*) AS households, sum(h.size) AS persons
FROM household h
JOIN LATERAL (SELECT least(g.food, g.clothing, g.compulsory_education, g.basic_medical_care, g.safe_housing, g.drinking_water) = 'SECURE'
    AND greatest(g.food, g.clothing, g.compulsory_education, g.basic_medical_care, g.safe_housing, g.drinking_water) = 'SECURE' AS secure
  FROM guarantee_check g WHERE g.county_code = h.county_code AND g.household_id = h.id
  ORDER BY g.checked_on DESC, g.recorded_at DESC LIMIT 1) newest ON NOT newest.secure
LEFT JOIN monitoring_case o ON o.county_code = h.county_code AND o.household_id = h.id
  AND o.status IN ('UNDER_IDENTIFICATION', 'MONITORED', 'UNDER_ELIMINATION')
JOIN region r ON r.code = h.county_code
WHERE h.county_code LIKE :scope AND h.closed_on IS NULL
GROUP BY r.code, 2
