SELECT r.name AS "county.name", s.status, count(*) AS cases
FROM (SELECT DISTINCT ON (e.county_code, e.subject_id) e.county_code, e.subject_id, e.change ->> 'status' AS status
  FROM audit_event e
  WHERE e.county_code LIKE :scope AND e.subject_type = 'MonitoringCase' AND e.occurred_on <= '2022-12-31'
    AND e.change ->> 'status' IN ('UNDER_IDENTIFICATION', 'MONITORED', 'UNDER_ELIMINATION', 'RISK_ELIMINATED', 'NOT_IDENTIFIED', 'WITHDRAWN')
  ORDER BY e.county_code, e.subject_id, e.sequence DESC) s
JOIN monitoring_case c ON c.county_code = s.county_code AND c.id = s.subject_id AND c.record_closed_on IS NULL
JOIN region r ON r.code = s.county_code
GROUP BY r.code, s.status
