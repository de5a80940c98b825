// The SQL of the limit. Every table is pinned to the county, as the product's statements are.

const member = (names) => `json_build_object('id', m.id, 'sex', m.sex, 'birthDate', m.birth_date,
  'relationship', m.relationship, 'education', m.education, 'labour', m.labour, 'safetyNet', m.safety_net${
    names ? `, 'name', m.id || ' ' || m.name_sealed` : ''
  })`;

const members = (
  names,
) => `(SELECT coalesce(json_agg(${member(names)} ORDER BY (m.relationship = 'HEAD') DESC, m.position), '[]')
  FROM member m WHERE m.county_code = $1 AND m.household_id = h.id AND m.removed_on IS NULL)`;

const household = (
  names,
) => `SELECT json_build_object('household', (SELECT json_build_object('id', h.id, 'number', h.number,
    'formerStatus', h.former_status, 'size', h.size, 'labourCount', h.labour_count, 'resettled', h.resettled,
    'version', h.version, 'members', ${members(names)})
  FROM household h WHERE h.county_code = $1 AND h.id = $2::uuid))::text`;

const page = (names) => `SELECT json_build_object('monitoringCases', json_build_object(
    'nodes', coalesce(json_agg(p.j ORDER BY p.number) FILTER (WHERE p.n <= 50), '[]'),
    'pageInfo', json_build_object('hasNextPage', count(*) > 50, 'endCursor', max(p.number) FILTER (WHERE p.n <= 50))))::text
  FROM (SELECT c.number, row_number() OVER (ORDER BY c.number) AS n,
      json_build_object('id', c.id, 'number', c.number, 'category', c.category, 'status', c.status, 'channel', c.channel,
        'openedOn', c.opened_on, 'identifiedOn', c.identified_on, 'version', c.version,
        'household', (SELECT json_build_object('id', h.id, 'number', h.number, 'formerStatus', h.former_status,
            'size', h.size, 'members', ${members(names)})
          FROM household h WHERE h.county_code = $1 AND h.id = c.household_id),
        'measures', (SELECT coalesce(json_agg(json_build_object('id', s.id, 'status', s.status, 'timing', s.timing,
            'fundingSource', s.funding_source, 'budget', s.budget_fen, 'delivered', s.delivered_fen, 'startsOn', s.starts_on)),
            '[]')
          FROM (SELECT * FROM support_measure s WHERE s.county_code = $1 AND s.case_id = c.id
            ORDER BY s.planned_on DESC, s.id DESC LIMIT 3) s)) AS j
    FROM monitoring_case c WHERE c.county_code = $1 AND c.status = $2 AND c.category = $3 ORDER BY c.number LIMIT 51) p`;

/** W1: one household with its members. */
export const HOUSEHOLD = household(false);
export const HOUSEHOLD_WITH_NAMES = household(true);
/** W2: a page of 50 cases of a county, each with its household, members and latest 3 measures. */
export const PAGE = page(false);
export const PAGE_WITH_NAMES = page(true);
