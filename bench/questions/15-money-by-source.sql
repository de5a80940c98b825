SELECT date_trunc('year', m.starts_on::timestamp)::date AS year, m.funding_source AS "fundingSource", count(*) AS measures,
  to_char(sum(m.budget_fen) / 100.0, 'FM999999999990.00') AS budget,
  to_char(sum(coalesce(d.fen, 0)) / 100.0, 'FM999999999990.00') AS delivered
FROM support_measure m
LEFT JOIN (SELECT county_code, measure_id, sum(amount_fen) AS fen FROM delivery WHERE county_code LIKE :scope GROUP BY 1, 2) d
  ON d.county_code = m.county_code AND d.measure_id = m.id
WHERE m.county_code LIKE :scope AND m.status <> 'CANCELLED'
GROUP BY 1, 2
