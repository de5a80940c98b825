WITH told AS (
  SELECT e.county_code, e.subject_id, e.sequence, e.occurred_on, e.change ->> 'status' AS status
  FROM audit_event e
  WHERE e.county_code LIKE :scope AND e.subject_type = 'MonitoringCase'
    AND e.change ->> 'status' IN ('UNDER_IDENTIFICATION', 'MONITORED', 'UNDER_ELIMINATION', 'RISK_ELIMINATED', 'NOT_IDENTIFIED', 'WITHDRAWN')
), moved AS (
  SELECT t.*, lag(status) OVER (PARTITION BY county_code, subject_id ORDER BY sequence) AS earlier FROM told t
)
SELECT date_trunc('quarter', m.occurred_on::timestamp)::date AS period, m.earlier AS "from", m.status AS "to", count(*) AS cases,
  sum(h.size) AS persons
FROM moved m
JOIN monitoring_case c ON c.county_code = m.county_code AND c.id = m.subject_id AND c.record_closed_on IS NULL
JOIN household h ON h.county_code = c.county_code AND h.id = c.household_id
WHERE m.earlier IS DISTINCT FROM m.status AND m.occurred_on BETWEEN '2023-07-01' AND '2023-11-30'
GROUP BY 1, 2, 3
