import { type Refusal, refuse } from '../kernel/verdict.js';
import type { ProcedureKind } from '../procedure/procedure-definition.js';
import { openRun } from './is-open.js';
import type { CaseFacts, CaseStatus } from './monitoring-case.js';

/** 可启动程序的状态 · The status in which a case may start each procedure. @article 3.2 */
export const STATUS_TO_START: Readonly<Record<ProcedureKind, CaseStatus>> = {
  IDENTIFICATION: 'UNDER_IDENTIFICATION',
  EMERGENCY_IDENTIFICATION: 'UNDER_IDENTIFICATION',
  SUPPORT: 'MONITORED',
  ELIMINATION: 'MONITORED',
};

/**
 * 可否启动程序 · Refuses a run that the case's status does not allow, or beside one that is under way.
 *
 * A case has one run at a time: its steps are named by their codes, and a plan cannot change under an elimination that
 * looks at it. Whether an elimination may begin is asked of its gates besides.
 *
 * @article 3.2
 */
export function mayStartRun(facts: Pick<CaseFacts, 'status' | 'runs'>, kind: ProcedureKind): Refusal[] {
  const refusals: Refusal[] = [];
  const needed = STATUS_TO_START[kind];
  if (facts.status !== needed)
    refusals.push(
      refuse('INVALID_STATE', `${kind} starts from ${needed}; the case is ${facts.status}`, ['caseId'], '3.2'),
    );
  const running = openRun(facts);
  if (running !== null) {
    const message = `a ${running.kind} run is under way since ${running.startedOn}; it ends first`;
    refusals.push(refuse('INVALID_STATE', message, ['caseId'], '3.2'));
  }
  return refusals;
}

/** 启动后的状态 · The status of a case once a run has begun. @article 3.2 */
export function statusDuringRun(status: CaseStatus, kind: ProcedureKind): CaseStatus {
  return kind === 'ELIMINATION' ? 'UNDER_ELIMINATION' : status;
}
