import { addDays, type CalendarDate } from '../../kernel/calendar-date.js';
import type { HolidayCalendar } from '../../kernel/working-days.js';
import { withStepDone } from '../../procedure/complete-step.js';
import type { ProcedureDefinition, ProcedureKind, StepOutcome } from '../../procedure/procedure-definition.js';
import type { ProcedureRun } from '../../procedure/procedure-run.js';
import { sendBackToVerification } from '../../procedure/send-back-to-verification.js';
import { setDueDays } from '../../procedure/set-due-days.js';
import { startRun } from '../../procedure/start-run.js';
import type { ProposedRisk } from '../../procedure/step-act.js';
import { stopRun } from '../../procedure/stop-run.js';
import { openRun } from '../is-open.js';
import type { CaseCategory, CaseStatus } from '../monitoring-case.js';
import type { CaseEvent, RebuiltCase } from './rebuilt-case.js';

/** 重建所需 · What procedures were followed, and when nobody worked. @article 5.3 */
export interface RebuildWorld {
  /** The definition that a run follows, by the content hash that its first event names. */
  readonly definitionOf: (run: Pick<ProcedureRun, 'kind' | 'configVersion' | 'startedOn'>) => ProcedureDefinition;
  readonly holidays: HolidayCalendar;
}

/** 启动程序 · A run begins as its request began it. @article 5.3 */
export function runStarted(
  built: RebuiltCase,
  kind: ProcedureKind,
  { occurredOn: startedOn, change }: CaseEvent,
  { definitionOf, holidays }: RebuildWorld,
): RebuiltCase {
  const configVersion = String(change['configVersion']);
  const definition = definitionOf({ kind, configVersion, startedOn });
  let next = 0;
  const newId = (): string => `${built.runs.length + 1}.${next++}`;
  const run = startRun({ kind, definition, startedOn, configVersion, newId, holidays });
  return { ...built, runs: [...built.runs, run] };
}

/** 办理环节 · A step was done: its run goes on, back or to its end, and with it the case. @article 5.3 */
export function stepDone(built: RebuiltCase, event: CaseEvent, world: RebuildWorld): RebuiltCase {
  const run = openRun(built);
  if (run === null) return built;
  const { occurredOn, change } = event;
  const definition = world.definitionOf(run);
  const act = {
    step: String(change['step']),
    outcome: change['outcome'] as StepOutcome,
    occurredOn,
    returnTo: (change['returnTo'] as string | undefined) ?? null,
  };
  const { holidays } = world;
  let next = 0;
  const newId = (): string => `${run.id}/${built.version}.${next++}`;
  const done = withStepDone({ run, definition, act, actor: '', holidays, newId });
  const proposed = withProposal(replaced(built, done.run), event);
  return change['status'] === undefined ? proposed : withEnd(proposed, done.run, event);
}

/** What the verification proposed: its category, risks that are new, risks that it no longer names. */
function withProposal(built: RebuiltCase, { occurredOn, change }: CaseEvent): RebuiltCase {
  const proposed = change['risks'] as readonly ProposedRisk[] | null | undefined;
  if (proposed === undefined) return built;
  const open = built.risks.filter(({ resolvedOn }) => resolvedOn === null).map(({ riskType }) => riskType);
  const dropped = (change['noLongerProposed'] as readonly string[] | undefined) ?? [];
  const kept = built.risks.map((risk) =>
    risk.resolvedOn === null && dropped.includes(risk.riskType) ? { ...risk, resolvedOn: occurredOn } : risk,
  );
  const added = (proposed ?? [])
    .filter(({ riskType }) => !open.includes(riskType))
    .map(({ riskType, primary }) => ({ riskType, primary, identifiedOn: occurredOn, resolvedOn: null }));
  const category = (change['category'] as CaseCategory | null | undefined) ?? built.category;
  return { ...built, category, risks: [...kept, ...added] };
}

function withEnd(built: RebuiltCase, run: ProcedureRun, { change }: CaseEvent): RebuiltCase {
  const status = change['status'] as CaseStatus;
  const eliminated = status === 'RISK_ELIMINATED';
  const decided = run.outcome === 'PASSED' ? 'APPROVED' : 'CANCELLED';
  const measures = built.measures.map((measure) =>
    run.kind === 'SUPPORT' && measure.status === 'PLANNED'
      ? { ...measure, status: decided as typeof measure.status }
      : measure,
  );
  return {
    ...built,
    status,
    identifiedOn: change['identifiedOn'] as CalendarDate | null,
    eliminatedOn: change['eliminatedOn'] as CalendarDate | null,
    eliminationMode: eliminated ? built.eliminationMode : null,
    supportContinued: eliminated ? false : built.supportContinued,
    measures,
  };
}

/** 张贴公示 · A notice was put up or extended. @article 5.3 */
export function noticePublished(
  built: RebuiltCase,
  { change }: CaseEvent,
  { definitionOf, holidays }: RebuildWorld,
): RebuiltCase {
  const run = openRun(built);
  if (run === null) return built;
  const [opensOn, closesOn] = [change['opensOn'] as CalendarDate, change['closesOn'] as CalendarDate];
  const steps = run.steps.map((step) =>
    step.code === change['step'] && step.status === 'CURRENT'
      ? { ...step, notice: { opensOn, closesOn, openObjections: 0 } }
      : step,
  );
  return replaced(built, setDueDays({ ...run, steps }, definitionOf(run), holidays));
}

/** 异议成立 · The run goes back to verification; one that was dismissed leaves it where it is. @article 5.3 */
export function objectionResolved(
  built: RebuiltCase,
  { occurredOn: on, change }: CaseEvent,
  { definitionOf, holidays }: RebuildWorld,
): RebuiltCase {
  const run = openRun(built);
  if (run === null || change['outcome'] !== 'UPHELD') return built;
  let next = 0;
  const newId = (): string => `${run.id}/${built.version}.${next++}`;
  const notice = String(change['step']);
  return replaced(built, sendBackToVerification({ run, definition: definitionOf(run), notice, on, newId, holidays }));
}

/** 退出监测 · The run under way stops, and what it planned is cancelled. @article 5.3 */
export function caseWithdrawn(built: RebuiltCase, { occurredOn, change }: CaseEvent): RebuiltCase {
  const run = openRun(built);
  const stopped = run === null ? built : replaced(built, stopRun(run, occurredOn));
  const measures = built.measures.map((measure) =>
    measure.status === 'PLANNED' ? { ...measure, status: 'CANCELLED' as const } : measure,
  );
  return { ...stopped, status: 'WITHDRAWN', withdrawalReason: String(change['reason']), measures };
}

/** 确定责任人 · A term begins; the one before ends the day before. @article 5.3 */
export function personAssigned(built: RebuiltCase, { occurredOn: from, change }: CaseEvent): RebuiltCase {
  const before = built.persons.map((person) => (person.to === null ? { ...person, to: addDays(from, -1) } : person));
  const person = { id: String(change['personId']), organization: String(change['organization']), from, to: null };
  return { ...built, persons: [...before, person] };
}

function replaced(built: RebuiltCase, run: ProcedureRun): RebuiltCase {
  return { ...built, runs: built.runs.map((other) => (other.id === run.id ? run : other)) };
}
