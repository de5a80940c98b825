// The SQL of the limit, in its fastest form that the database's own JSON functions allow: rows become objects by `row_to_json`,
// which knows its names beforehand and takes a third less than `json_build_object` of the same values. Every table is pinned to
// the county, as the product's statements are.

const member = (names) => `m.id, m.sex, m.birth_date AS "birthDate", m.relationship, m.education, m.labour,
  m.safety_net AS "safetyNet"${names ? `, m.id || ' ' || m.name_sealed AS name` : ''}`;

const members = (names) => `(SELECT coalesce(json_agg(m), '[]') FROM (SELECT ${member(names)} FROM member m
  WHERE m.county_code = $1 AND m.household_id = h.id AND m.removed_on IS NULL
  ORDER BY (m.relationship = 'HEAD') DESC, m.position) m) AS members`;

const household = (names) => `SELECT json_build_object('household', (SELECT row_to_json(h) FROM (SELECT h.id, h.number,
    h.former_status AS "formerStatus", h.size, h.labour_count AS "labourCount", h.resettled, h.version, ${members(names)}
  FROM household h WHERE h.county_code = $1 AND h.id = $2::uuid) h))::text`;

const MEASURES = `(SELECT coalesce(json_agg(s), '[]') FROM (SELECT s.id, s.status, s.timing, s.funding_source AS "fundingSource",
    s.budget_fen AS budget, s.delivered_fen AS delivered, s.starts_on AS "startsOn"
  FROM support_measure s WHERE s.county_code = $1 AND s.case_id = c.id ORDER BY s.planned_on DESC, s.id DESC LIMIT 3) s) AS measures`;

/** One row a case, 51 at most; the server puts the texts together, which the database would copy once more. */
const page = (
  names,
) => `SELECT row_to_json(c)::text, c.number FROM (SELECT c.id, c.number, c.category, c.status, c.channel,
    c.opened_on AS "openedOn", c.identified_on AS "identifiedOn", c.version,
    (SELECT row_to_json(h) FROM (SELECT h.id, h.number, h.former_status AS "formerStatus", h.size, ${members(names)}
      FROM household h WHERE h.county_code = $1 AND h.id = c.household_id) h) AS household, ${MEASURES}
  FROM monitoring_case c WHERE c.county_code = $1 AND c.status = $2 AND c.category = $3 ORDER BY c.number LIMIT 51) c`;

/** W1: one household with its members. */
export const HOUSEHOLD = household(false);
export const HOUSEHOLD_WITH_NAMES = household(true);
/** W2: a page of 50 cases of a county, each with its household, members and latest 3 measures. */
export const PAGE = page(false);
export const PAGE_WITH_NAMES = page(true);

const PAGE_SIZE = 50;

/** @param rows  of `PAGE` */
export function pageAnswer(rows) {
  const shown = rows.slice(0, PAGE_SIZE);
  const pageInfo = { hasNextPage: rows.length > PAGE_SIZE, endCursor: shown.at(-1)?.[1] ?? null };
  return `{"monitoringCases":{"nodes":[${shown.map(([text]) => text).join(',')}],"pageInfo":${JSON.stringify(pageInfo)}}}`;
}
