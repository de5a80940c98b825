import { type SQL, sql } from 'drizzle-orm';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { pinnedBeside } from '../../platform/database/read-shape.js';
import { casesAt } from './as-of.repository.js';
import { OWN_HOUSEHOLD, ofHousehold } from './household-source.repository.js';
import type { StatBasis } from './stat-basis.js';
import { bucketColumn, plain, regionColumn, type SourceJoin, type StatSource } from './stat-source.repository.js';

const SPECIAL_GROUPS: SourceJoin = {
  name: 'special groups',
  join: () => sql`LEFT JOIN LATERAL unnest(h.special_groups) AS sg(value) ON true`,
};

/** Each value once a case, however many risks have it. */
function risks(name: string, value: SQL): SourceJoin {
  return {
    name,
    join: (pin, { asOf }) => sql`LEFT JOIN LATERAL (SELECT DISTINCT ${value} AS value FROM case_risk k
      WHERE ${sql.raw(pinnedBeside('k', pin))} AND k.county_code = t.county_code AND k.case_id = t.id
        ${asOf === null ? sql`` : sql`AND k.identified_on <= ${asOf}::date`}) ${sql.raw(name)} ON true`,
  };
}

function riskGroup({ riskGroups }: StatBasis): SQL {
  const terms = [...riskGroups].map(
    ([group, codes]) => sql`WHEN k.risk_type = ANY (${arrayLiteral(codes)}::text[]) THEN ${group}::text`,
  );
  return terms.length === 0 ? sql`'OTHER'::text` : sql`CASE ${sql.join(terms, sql` `)} ELSE 'OTHER' END`;
}

/** 监测对象统计来源 · Cases as they stand, with their households. @article 3.2 */
export const caseSource: StatSource = {
  table: ({ asOf }, pin) => casesAt(asOf, pin),
  householdColumn: 'household_id',
  closedColumn: 'record_closed_on',
  dimensions: {
    region: regionColumn,
    category: plain('category'),
    status: plain('status'),
    channel: plain('channel'),
    riskType: () => ({ value: sql`rt.value`, joins: [risks('rt', sql`k.risk_type`)] }),
    riskGroup: (_asked, basis) => ({ value: sql`rg.value`, joins: [risks('rg', riskGroup(basis))] }),
    openedIn: ({ bucket }) => bucketColumn('t.opened_on', bucket),
    identifiedIn: ({ bucket }) => bucketColumn('t.identified_on', bucket),
    eliminatedIn: ({ bucket }) => bucketColumn('t.eliminated_on', bucket),
    trackingOnly: plain('tracking_only'),
    specialGroup: () => ({ value: sql`sg.value`, joins: [OWN_HOUSEHOLD, SPECIAL_GROUPS] }),
  },
  measures: {
    cases: () => null,
    households: plain('household_id'),
    persons: ofHousehold('size'),
    perCapitaMean: ofHousehold('per_capita_fen'),
    perCapitaMedian: ofHousehold('per_capita_fen'),
    identificationDaysMedian: () => ({
      value: sql`CASE WHEN t.source = 'REGISTER' THEN t.identified_on - t.opened_on END`,
    }),
    overdue: ({ today, asOf }) => ({ value: sql`t.due_on < ${asOf ?? today}::date` }),
    relapsed: (_basis, pin) => ({
      value: sql`EXISTS (SELECT 1 FROM monitoring_case p WHERE ${sql.raw(pinnedBeside('p', pin))} AND p.county_code = t.county_code
        AND p.household_id = t.household_id AND p.status = 'RISK_ELIMINATED' AND (p.opened_on, p.id) < (t.opened_on, t.id))`,
    }),
    withoutSupport: () => ({ value: sql`t.status = 'MONITORED' AND t.supported_on IS NULL` }),
  },
};
