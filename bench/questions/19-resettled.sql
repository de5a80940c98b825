SELECT n.name AS "county.name", n.monitored, n.households, n.persons,
  round(n.households / sum(n.households) OVER (PARTITION BY n.code), 6) AS "ofCounty"
FROM (SELECT r.code, r.name, o.id IS NOT NULL AS monitored, count(*) AS households, sum(h.size) AS persons
  FROM household h
  LEFT JOIN monitoring_case o ON o.county_code = h.county_code AND o.household_id = h.id
    AND o.status IN ('UNDER_IDENTIFICATION', 'MONITORED', 'UNDER_ELIMINATION')
  JOIN region r ON r.code = h.county_code
  WHERE h.county_code LIKE :scope AND h.closed_on IS NULL AND h.resettled
  GROUP BY r.code, 3) n
