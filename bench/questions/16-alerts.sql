SELECT department, count(*) AS alerts, count(*) FILTER (WHERE status = 'CONFIRMED') AS confirmed,
  count(*) FILTER (WHERE status = 'DISPATCHED' AND verify_by < '2023-11-30') AS overdue,
  percentile_cont(0.5) WITHIN GROUP (ORDER BY settled_on - dispatched_on) AS "verificationDaysMedian"
FROM department_alert
WHERE county_code LIKE :scope AND raised_on >= '2023-01-01'
GROUP BY department
