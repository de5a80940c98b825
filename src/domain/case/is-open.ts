import type { ProcedureRun } from '../procedure/procedure-run.js';
import { type CaseFacts, type CaseStatus, OPEN_CASE_STATUSES } from './monitoring-case.js';

/** 在册 · Whether a case of this status is open. @article 3.2 */
export function isOpen(status: CaseStatus): boolean {
  return OPEN_CASE_STATUSES.includes(status);
}

/** 办理中的程序 · The run that is under way, or null; a case has at most one. @article 3.2 */
export function openRun(facts: Pick<CaseFacts, 'runs'>): ProcedureRun | null {
  return facts.runs.find((run) => run.endedOn === null) ?? null;
}
