import type { CaseStatus } from '../../src/domain/case/monitoring-case.js';
import type { ProcedureKind, StepKind, StepOutcome } from '../../src/domain/procedure/procedure-definition.js';
import type { StepStatus } from '../../src/domain/procedure/procedure-run.js';
import type { MeasureStatus } from '../../src/domain/support/support-measure.js';
import type { Database } from '../../src/platform/database/database.js';
import { WHOLE_REGISTER } from '../../src/platform/database/scope.js';

/** A step as its row says. */
export interface StepRow {
  readonly id: string;
  readonly region: string;
  readonly code: string;
  readonly kind: StepKind;
  readonly level: string;
  readonly position: number;
  readonly attempt: number;
  readonly status: StepStatus;
  readonly startedOn: string | null;
  readonly completedOn: string | null;
  readonly outcome: StepOutcome | null;
  readonly actor: string | null;
  readonly noticeId: string | null;
  readonly opensOn: string | null;
  readonly closesOn: string | null;
  readonly entryId: string | null;
  readonly objections: readonly { readonly id: string; readonly status: string }[];
}

/** A run as its row says. */
export interface RunRow {
  readonly id: string;
  readonly region: string;
  readonly kind: ProcedureKind;
  readonly startedOn: string;
  readonly endedOn: string | null;
  readonly outcome: StepOutcome | null;
  readonly configVersion: string;
  readonly sequence: number;
  readonly steps: readonly StepRow[];
}

/** A measure as its row says, with its deliveries. */
export interface MeasureRow {
  readonly id: string;
  readonly region: string;
  readonly runId: string | null;
  readonly instrument: string;
  readonly family: string;
  readonly nature: string;
  readonly addresses: readonly string[];
  readonly status: MeasureStatus;
  readonly urgent: boolean;
  readonly overridden: boolean;
  readonly budget: number | null;
  readonly delivered: number;
  readonly firstDeliveredOn: string | null;
  readonly deliveries: readonly { readonly on: string; readonly amount: number | null; readonly region: string }[];
}

/** A case as its rows say. */
export interface CaseRow {
  readonly id: string;
  readonly region: string;
  readonly status: CaseStatus;
  readonly category: string | null;
  readonly openedOn: string;
  readonly identifiedOn: string | null;
  readonly eliminatedOn: string | null;
  readonly eliminationMode: string | null;
  readonly trackingOnly: boolean;
  readonly nextReviewOn: string | null;
  readonly authorizationWithdrawnOn: string | null;
  readonly previousCaseId: string | null;
  readonly version: number;
  readonly auditSequence: number;
  readonly auditHash: string | null;
  readonly runs: readonly RunRow[];
  readonly risks: readonly {
    readonly id: string;
    readonly region: string;
    readonly riskType: string;
    readonly identifiedOn: string;
    readonly resolvedOn: string | null;
  }[];
  readonly measures: readonly MeasureRow[];
}

/** All that the tables hold of one household, read past the API. */
export interface Dossier {
  readonly id: string;
  readonly county: string;
  readonly region: string;
  readonly version: number;
  readonly auditSequence: number;
  readonly auditHash: string | null;
  /** Oldest first. */
  readonly cases: readonly CaseRow[];
  readonly leads: readonly { readonly id: string; readonly status: string; readonly region: string }[];
  readonly members: readonly { readonly id: string; readonly labour: string }[];
  readonly checks: readonly { readonly on: string; readonly at: string; readonly secure: boolean }[];
  readonly incomes: readonly { readonly from: string; readonly to: string }[];
}

const NOTICE = (column: string): string =>
  `(SELECT n.${column} FROM public_notice n WHERE n.county_code = $1 AND n.id = s.notice_id)`;
const OBJECTIONS = `(SELECT coalesce(json_agg(json_build_object('id', o.id, 'status', o.status)), '[]') FROM notice_entry e
  JOIN objection o ON o.county_code = $1 AND o.entry_id = e.id WHERE e.county_code = $1 AND e.step_id = s.id)`;
const STEPS = `(SELECT coalesce(json_agg(json_build_object('id', s.id, 'region', s.region_code, 'code', s.code, 'kind', s.kind,
  'level', s.level, 'position', s.position, 'attempt', s.attempt, 'status', s.status, 'startedOn', s.started_on,
  'completedOn', s.completed_on, 'outcome', s.outcome, 'actor', s.actor, 'noticeId', s.notice_id,
  'opensOn', ${NOTICE('opens_on')}, 'closesOn', ${NOTICE('closes_on')},
  'entryId', (SELECT e.id FROM notice_entry e WHERE e.county_code = $1 AND e.step_id = s.id), 'objections', ${OBJECTIONS})
  ORDER BY s.position, s.attempt), '[]') FROM procedure_step s WHERE s.county_code = $1 AND s.run_id = r.id)`;
const RUNS = `(SELECT coalesce(json_agg(json_build_object('id', r.id, 'region', r.region_code, 'kind', r.kind,
  'startedOn', r.started_on, 'endedOn', r.ended_on, 'outcome', r.outcome, 'configVersion', r.config_version,
  'sequence', r.sequence, 'steps', ${STEPS}) ORDER BY r.sequence), '[]')
  FROM procedure_run r WHERE r.county_code = $1 AND r.case_id = c.id)`;
const RISKS = `(SELECT coalesce(json_agg(json_build_object('id', k.id, 'region', k.region_code, 'riskType', k.risk_type,
  'identifiedOn', k.identified_on, 'resolvedOn', k.resolved_on) ORDER BY k.id), '[]')
  FROM case_risk k WHERE k.county_code = $1 AND k.case_id = c.id)`;
const DELIVERIES = `(SELECT coalesce(json_agg(json_build_object('on', d.delivered_on, 'amount', d.amount_fen, 'region', d.region_code)), '[]')
  FROM delivery d WHERE d.county_code = $1 AND d.measure_id = m.id)`;
const MEASURES = `(SELECT coalesce(json_agg(json_build_object('id', m.id, 'region', m.region_code, 'runId', m.run_id,
  'instrument', m.instrument, 'family', m.family, 'nature', m.nature, 'addresses', m.addresses, 'status', m.status,
  'urgent', m.urgent, 'overridden', m.override_reason_sealed IS NOT NULL, 'budget', m.budget_fen, 'delivered', m.delivered_fen,
  'firstDeliveredOn', m.first_delivered_on, 'deliveries', ${DELIVERIES}) ORDER BY m.id), '[]')
  FROM support_measure m WHERE m.county_code = $1 AND m.case_id = c.id)`;
const CASES = `(SELECT coalesce(json_agg(json_build_object('id', c.id, 'region', c.region_code, 'status', c.status,
  'category', c.category, 'openedOn', c.opened_on, 'identifiedOn', c.identified_on, 'eliminatedOn', c.eliminated_on,
  'eliminationMode', c.elimination_mode, 'trackingOnly', c.tracking_only, 'nextReviewOn', c.next_review_on,
  'authorizationWithdrawnOn', c.authorization_withdrawn_on,
  'previousCaseId', c.previous_case_id, 'version', c.version, 'auditSequence', c.audit_sequence, 'auditHash', c.audit_hash,
  'runs', ${RUNS}, 'risks', ${RISKS}, 'measures', ${MEASURES}) ORDER BY c.id), '[]')
  FROM monitoring_case c WHERE c.county_code = $1 AND c.household_id = h.id)`;
const SECURE = ['food', 'clothing', 'compulsory_education', 'basic_medical_care', 'safe_housing', 'drinking_water']
  .map((column) => `g.${column} = 'SECURE'`)
  .join(' AND ');
const DOSSIER = `SELECT h.id, h.county_code AS county, h.region_code AS region, h.version, h.audit_sequence AS "auditSequence",
  h.audit_hash AS "auditHash", ${CASES} AS cases,
  (SELECT coalesce(json_agg(json_build_object('id', l.id, 'status', l.status, 'region', l.region_code) ORDER BY l.id), '[]')
    FROM lead l WHERE l.county_code = $1 AND l.household_id = h.id) AS leads,
  (SELECT coalesce(json_agg(json_build_object('id', p.id, 'labour', p.labour) ORDER BY p.position), '[]')
    FROM member p WHERE p.county_code = $1 AND p.household_id = h.id AND p.removed_on IS NULL) AS members,
  (SELECT coalesce(json_agg(json_build_object('on', g.checked_on, 'at', g.recorded_at, 'secure', ${SECURE})), '[]')
    FROM guarantee_check g WHERE g.county_code = $1 AND g.household_id = h.id) AS checks,
  (SELECT coalesce(json_agg(json_build_object('from', i.window_from, 'to', i.window_to)), '[]')
    FROM income_record i WHERE i.county_code = $1 AND i.household_id = h.id) AS incomes
  FROM household h WHERE h.county_code = $1 AND h.id = $2::uuid`;

/** Reads it, in one statement and so at one moment. */
export async function readDossier(database: Database, county: string, id: string): Promise<Dossier> {
  const [found] = await database.read(WHOLE_REGISTER, (tx) => tx.text<Dossier>(DOSSIER, [county, id]));
  if (found === undefined) throw new Error(`no household ${id} in ${county}`);
  return found;
}

/** The case that matters now: the newest. */
export const newestCase = ({ cases }: Dossier): CaseRow | null => cases.at(-1) ?? null;

/** Its run under way, or null. */
export const openRunOf = (found: CaseRow | null): RunRow | null =>
  found?.runs.find(({ endedOn }) => endedOn === null) ?? null;
