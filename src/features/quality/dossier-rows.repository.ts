import { type SQL, sql } from 'drizzle-orm';
import type { CaseStatus } from '../../domain/case/monitoring-case.js';
import type { FormerStatus } from '../../domain/household/household.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { QualityMeasure, QualityMember } from '../../domain/quality/quality-dossier.js';
import type { Transaction } from '../../platform/database/database.js';
import { monitoringCase } from '../case/case.table.js';
import { household } from '../household/household.table.js';
import { qualityFinding } from './quality.table.js';

/** A change that was under way when a run began is seen by the next one. */
const UNDER_WAY = sql.raw(`interval '10 minutes'`);

/** 收入窗口 · One window of a household's income, whole household, fen. */
export interface IncomeWindow {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly net: number;
  readonly heads: number;
  readonly medical: number;
}

/** 卷宗行 · What the quality rules need of a household, in one row. */
export interface DossierRow {
  readonly id: string;
  readonly regionCode: RegionCode;
  readonly formerStatus: FormerStatus;
  readonly closed: boolean;
  readonly members: readonly QualityMember[];
  readonly incomes: readonly IncomeWindow[];
  readonly checked: boolean;
  readonly caseId: string | null;
  readonly status: CaseStatus | null;
  readonly identifiedOn: CalendarDate | null;
  readonly eliminatedOn: CalendarDate | null;
  readonly eliminationMode: 'SUPPORTED' | 'NATURAL' | null;
  readonly trackingOnly: boolean | null;
  readonly withdrawalReason: string | null;
  /** Codes of the province's risk types. */
  readonly risks: readonly string[];
  readonly measures: readonly (Omit<QualityMeasure, 'socialSecurity'> & { readonly instrument: string })[];
}

/**
 * 一页卷宗 · Households of a county past a place in the order of their ids: those that changed since an instant, that are monitored
 * (deadlines pass without a change), or that have an open finding; every one where no instant is given.
 */
export function dossierPage(
  tx: Transaction,
  county: string,
  { since, after, limit }: { readonly since: string | null; readonly after: string | null; readonly limit: number },
): Promise<DossierRow[]> {
  const changed: SQL =
    since === null
      ? sql`true`
      : sql`(h.updated_at > ${since}::timestamptz - ${UNDER_WAY}
          OR EXISTS (SELECT 1 FROM ${monitoringCase} c WHERE c.county_code = ${county} AND c.household_id = h.id
            AND (c.updated_at > ${since}::timestamptz - ${UNDER_WAY} OR c.status = 'MONITORED'))
          OR EXISTS (SELECT 1 FROM ${qualityFinding} f WHERE f.county_code = ${county} AND f.household_id = h.id AND f.status = 'OPEN'))`;
  return tx.rows<DossierRow>(sql`
    SELECT h.id, h.region_code AS "regionCode", h.former_status AS "formerStatus", h.closed_on IS NOT NULL AS closed,
      coalesce((SELECT json_agg(json_build_object('health', m.health, 'labour', m.labour, 'safetyNet', m.safety_net)) FROM member m
        WHERE m.county_code = ${county} AND m.household_id = h.id AND m.removed_on IS NULL), '[]') AS members,
      coalesce((SELECT json_agg(json_build_object('from', i.window_from, 'to', i.window_to, 'heads', i.heads, 'medical', i.compliant_medical_cost,
          'net', i.wages + i.business + i.property + i.transfers - i.business_expenses) ORDER BY i.window_to) FROM income_record i
        WHERE i.county_code = ${county} AND i.household_id = h.id), '[]') AS incomes,
      EXISTS (SELECT 1 FROM guarantee_check g WHERE g.county_code = ${county} AND g.household_id = h.id) AS checked,
      c.id AS "caseId", c.status, c.identified_on AS "identifiedOn", c.eliminated_on AS "eliminatedOn",
      c.elimination_mode AS "eliminationMode", c.tracking_only AS "trackingOnly", c.withdrawal_reason AS "withdrawalReason",
      coalesce((SELECT json_agg(r.risk_type) FROM case_risk r WHERE r.county_code = ${county} AND r.case_id = c.id), '[]') AS risks,
      coalesce((SELECT json_agg(json_build_object('instrument', s.instrument, 'family', s.family, 'nature', s.nature, 'delivered', s.first_delivered_on IS NOT NULL))
        FROM support_measure s WHERE s.county_code = ${county} AND s.case_id = c.id), '[]') AS measures
    FROM ${household} h LEFT JOIN ${monitoringCase} c ON c.county_code = ${county} AND c.household_id = h.id
      AND NOT EXISTS (SELECT 1 FROM ${monitoringCase} n WHERE n.county_code = ${county} AND n.household_id = h.id AND (n.opened_on, n.id) > (c.opened_on, c.id))
    WHERE h.county_code = ${county} AND (${after}::uuid IS NULL OR h.id > ${after}::uuid) AND ${changed}
    ORDER BY h.id LIMIT ${limit}`);
}
