SELECT r.name AS "county.name", c.status, count(*) AS cases, count(*) FILTER (WHERE late.found) AS overdue
FROM monitoring_case c
JOIN region r ON r.code = c.county_code
CROSS JOIN LATERAL (SELECT
  EXISTS (SELECT 1 FROM procedure_step s WHERE s.county_code = c.county_code AND s.case_id = c.id AND s.status = 'CURRENT' AND s.due_on < '2023-11-30')
  OR EXISTS (SELECT 1 FROM procedure_run p WHERE p.county_code = c.county_code AND p.case_id = c.id AND p.ended_on IS NULL AND p.due_on < '2023-11-30')
  AS found) late
WHERE c.county_code LIKE :scope AND c.record_closed_on IS NULL AND c.status IN ('UNDER_IDENTIFICATION', 'UNDER_ELIMINATION')
GROUP BY r.code, c.status
