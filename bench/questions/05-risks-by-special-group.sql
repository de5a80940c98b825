SELECT g.name AS "specialGroup", k.risk_type AS "riskType.code", count(*) AS cases
FROM monitoring_case c
JOIN household h ON h.county_code = c.county_code AND h.id = c.household_id
LEFT JOIN (SELECT DISTINCT county_code, case_id, risk_type FROM case_risk WHERE county_code LIKE :scope) k
  ON k.county_code = c.county_code AND k.case_id = c.id
LEFT JOIN LATERAL unnest(h.special_groups) AS g(name) ON true
WHERE c.county_code LIKE :scope AND c.record_closed_on IS NULL AND c.status IN ('MONITORED', 'UNDER_ELIMINATION')
GROUP BY 1, 2
