import { type SQL, sql } from 'drizzle-orm';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { type CountyPin, pinned, pinnedBeside } from '../../platform/database/read-shape.js';
import { casesAt, householdsAt } from './as-of.repository.js';
import type { StatBasis } from './stat-basis.js';
import { plain, regionColumn, type SourceColumn, type SourceJoin, type StatSource } from './stat-source.repository.js';

/** 有未结档案 · Whether the household has an open case: those of the counties are read once, and not looked up for each household. */
function isMonitored({ asOf }: StatBasis, pin: CountyPin): SQL {
  return sql`(t.county_code, t.id) IN (SELECT oc.county_code, oc.household_id FROM ${casesAt(asOf, pin)} oc
    WHERE ${sql.raw(pinned('oc', pin))} AND oc.status IN ('UNDER_IDENTIFICATION', 'MONITORED', 'UNDER_ELIMINATION'))`;
}

/** 最近收入 · The newest window of the household. */
const NEWEST_INCOME: SourceJoin = {
  name: 'newest income',
  join: (
    pin,
    { asOf },
  ) => sql`LEFT JOIN LATERAL (SELECT i.medical + i.education + i.disaster + i.accident + i.housing + i.other AS rigid
    FROM income_record i WHERE ${sql.raw(pinnedBeside('i', pin))} AND i.county_code = t.county_code AND i.household_id = t.id
      ${asOf === null ? sql`` : sql`AND i.window_to <= ${asOf}::date`}
    ORDER BY i.window_to DESC, i.window_from DESC LIMIT 1) ni ON true`,
};

const SPECIAL_GROUPS: SourceJoin = {
  name: 'special groups',
  join: () => sql`LEFT JOIN LATERAL unnest(t.special_groups) AS sg(value) ON true`,
};

/** 农户统计来源 · Households as they stand, with their newest windows. @article 2.1 */
export const householdSource: StatSource = {
  table: ({ asOf }, pin) => householdsAt(asOf, pin),
  householdColumn: 'id',
  closedColumn: 'closed_on',
  dimensions: {
    region: regionColumn,
    formerStatus: plain('former_status'),
    resettled: plain('resettled'),
    size: plain('size'),
    specialGroup: () => ({ value: sql`sg.value`, joins: [SPECIAL_GROUPS] }),
    monitored: (_asked, basis, pin) => ({ value: isMonitored(basis, pin) }),
    band: (_asked, basis) => ({ value: bandOf('t.county_code', 't.per_capita_fen', basis) }),
  },
  measures: {
    households: () => null,
    persons: plain('size'),
    labourers: plain('labour_count'),
    perCapitaMean: plain('per_capita_fen'),
    perCapitaMedian: plain('per_capita_fen'),
    rigidExpenditure: () => ({ value: sql`ni.rigid`, joins: [NEWEST_INCOME] }),
  },
};

/** 分档 · The code of the band of an income; provinces have few lists of bands and many counties, and one list is that of all. */
export function bandOf(county: string, income: string, { bands }: StatBasis): SQL {
  const terms = bands.flatMap(({ counties, bands: own }) =>
    own.map(({ code, fromPerCapita, toPerCapita }) => {
      const from = fromPerCapita === null ? sql`` : sql` AND ${sql.raw(income)} >= ${fromPerCapita}::bigint`;
      const to = toPerCapita === null ? sql`` : sql` AND ${sql.raw(income)} < ${toPerCapita}::bigint`;
      const here = bands.length === 1 ? sql`` : sql`${sql.raw(county)} = ANY (${arrayLiteral(counties)}::text[]) AND `;
      return sql`WHEN ${here}${sql.raw(income)} IS NOT NULL${from}${to} THEN ${code}::text`;
    }),
  );
  return terms.length === 0 ? sql`NULL::text` : sql`CASE ${sql.join(terms, sql` `)} END`;
}

/** 档案的农户 · The household of a row, as alias `h`. */
export const OWN_HOUSEHOLD: SourceJoin = {
  name: 'own household',
  join: (pin, { asOf }) =>
    sql`JOIN ${householdsAt(asOf, pin)} h ON ${sql.raw(pinnedBeside('h', pin))} AND h.county_code = t.county_code AND h.id = t.household_id`,
};

/** 档案农户的列 · A column of the household of a row. */
export const ofHousehold = (column: string) => (): SourceColumn => ({
  value: sql.raw(`h.${column}`),
  joins: [OWN_HOUSEHOLD],
});
