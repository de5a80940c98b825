WITH mean AS (
  SELECT h.former_status, day.era, count(*) AS households, round(avg(newest.fen)) AS fen
  FROM (VALUES (0, '2023-11-30'::date), (1, '2022-11-30'::date)) AS day(era, day)
  JOIN household h ON h.county_code LIKE :scope AND h.closed_on IS NULL
    AND (h.created_at AT TIME ZONE 'Asia/Shanghai')::date <= day.day
  LEFT JOIN LATERAL (SELECT round((i.wages + i.business + i.property + i.transfers - i.business_expenses)::numeric / i.heads) AS fen
    FROM income_record i WHERE i.county_code = h.county_code AND i.household_id = h.id AND (day.era = 0 OR i.window_to <= day.day)
    ORDER BY i.window_to DESC, i.window_from DESC LIMIT 1) newest ON true
  GROUP BY 1, 2
)
SELECT today.former_status AS "formerStatus", today.households, to_char(today.fen / 100, 'FM999999999990.00') AS "perCapitaMean",
  earlier.fen / 100 AS "since.earlier", (today.fen - earlier.fen) / 100 AS "since.difference",
  round((today.fen - earlier.fen) / earlier.fen, 6) AS "since.rate"
FROM mean today
LEFT JOIN mean earlier ON earlier.former_status = today.former_status AND earlier.era = 1
WHERE today.era = 0
