import type { CaseOpened } from '../../domain/case/decide-open-case.js';
import type { CaseFacts, CaseStatus } from '../../domain/case/monitoring-case.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { STEP_SECTIONS } from '../../domain/procedure/checks/section-matches-kind.js';
import type { ProcedureRun } from '../../domain/procedure/procedure-run.js';
import type { StepAct } from '../../domain/procedure/step-act.js';
import type { CasePlace } from '../case/index.js';
import type { publicNotice } from '../notice/notice.table.js';
import type { CaseOpening } from './course-parts.js';
import type { CaseColumns, StepContent } from './write-case.js';

/** 建档之时 · What is known of a case on the day it is opened. @article 3.2 */
export function openedFacts(id: string, status: CaseStatus, openedOn: CalendarDate): CaseFacts {
  return {
    id,
    status,
    category: null,
    openedOn,
    identifiedOn: null,
    eliminatedOn: null,
    trackingOnly: false,
    supportContinued: false,
    risks: [],
    runs: [],
    measures: [],
  };
}

/** 建档所述 · What the event of an opening tells. @article 3.2 */
export function toldOfOpening(
  { status, procedure, previousCase, relapse }: Exclude<CaseOpened, { readonly refusals: unknown }>,
  { channel, emergency, leads }: CaseOpening,
  { configVersion }: ProcedureRun,
  { identificationDueOn }: CaseColumns,
): Readonly<Record<string, unknown>> {
  return {
    status,
    channel,
    emergency,
    procedure,
    configVersion,
    previousCase,
    relapse,
    leads,
    identificationDueOn,
  };
}

/** 环节所述 · What the event of a completed step tells, beside what its run came to. @article 3.2 */
export function toldOfStep(
  { kind: procedure }: ProcedureRun,
  { step, outcome, evidence, returnTo, review }: StepAct,
  attempt: number,
  proposal: StepAct['verification'] | null,
): Readonly<Record<string, unknown>> {
  return {
    procedure,
    step,
    attempt,
    outcome,
    evidence: (evidence ?? []).map(({ kind, sha256 }) => ({ kind, sha256 })),
    ...(returnTo ? { returnTo } : {}),
    ...(review ? { review } : {}),
    ...(proposal ? { category: proposal.category, risks: proposal.risks, noLongerProposed: [] } : {}),
  };
}

/** 环节内容 · What a completed step keeps of its act. @article 3.2 */
export function contentOf(act: StepAct, enteredAt: string): StepContent {
  const section = STEP_SECTIONS.map((name) => act[name]).find((value) => value !== null && value !== undefined);
  return {
    enteredAt,
    noteSealed: act.note ?? null,
    sectionSealed: section === undefined ? null : JSON.stringify(section),
    extraSealed: act.extra ? JSON.stringify(act.extra) : null,
    evidence: act.evidence ?? [],
  };
}

/** 公示之行 · The row of a notice. @article 3.2 */
export function noticeRow(
  { countyCode, regionCode }: CasePlace,
  notice: Omit<typeof publicNotice.$inferInsert, 'countyCode' | 'regionCode' | 'evidence'>,
): typeof publicNotice.$inferInsert {
  return { countyCode, regionCode, ...notice, evidence: [] };
}
