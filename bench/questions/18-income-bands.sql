SELECT CASE WHEN h.per_capita_fen < 750000 THEN 'within-range' WHEN h.per_capita_fen >= 750000 THEN 'above-range' END AS band,
  o.id IS NOT NULL AS monitored, count(*) AS households, sum(h.size) AS persons,
  to_char(round(percentile_cont(0.5) WITHIN GROUP (ORDER BY h.per_capita_fen)::numeric) / 100, 'FM999999999990.00') AS "perCapitaMedian"
FROM household h
LEFT JOIN monitoring_case o ON o.county_code = h.county_code AND o.household_id = h.id
  AND o.status IN ('UNDER_IDENTIFICATION', 'MONITORED', 'UNDER_ELIMINATION')
WHERE h.county_code LIKE :scope AND h.closed_on IS NULL
GROUP BY 1, 2
