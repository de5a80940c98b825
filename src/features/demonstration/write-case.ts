import { openRun } from '../../domain/case/is-open.js';
import type { CaseFacts } from '../../domain/case/monitoring-case.js';
import type { ProcedureDefinition } from '../../domain/procedure/procedure-definition.js';
import type { ProcedureRun } from '../../domain/procedure/procedure-run.js';
import type { monitoringCase } from '../case/case.table.js';
import { type CasePlace, earliestDue, stepRow } from '../case/index.js';
import type { procedureStep } from '../case/procedure.table.js';
import type { RegisterRows } from './register-rows.js';

/** 办理内容 · What a completed step keeps beside its state. */
export type StepContent = Pick<
  typeof procedureStep.$inferInsert,
  'enteredAt' | 'noteSealed' | 'sectionSealed' | 'extraSealed' | 'evidence'
>;

/** 档案列值 · Columns of a case's row. */
export type CaseColumns = Partial<typeof monitoringCase.$inferInsert>;

/** 档案全貌 · A case as it stands now. */
export interface WholeCase {
  readonly place: CasePlace;
  readonly facts: CaseFacts;
  /** What no rule looks at. */
  readonly columns: CaseColumns;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly contents: ReadonlyMap<string, StepContent>;
  readonly notices: ReadonlyMap<string, string>;
  readonly resolutions: ReadonlyMap<string, string>;
  readonly definitions: ReadonlyMap<string, ProcedureDefinition>;
}

/**
 * 写出档案 · Adds the rows of a case, its risks, runs and steps. Its number still lacks the digits of the register's sequence.
 *
 * @article none — technical
 */
export function writeCase(rows: RegisterRows, whole: WholeCase): void {
  const { place, facts, columns, createdAt, updatedAt } = whole;
  const { caseId: id, ...own } = place;
  const { runs, risks, measures: _measures, ...state } = facts;
  const running = openRun(facts);
  rows.monitoringCase.push({
    ...own,
    ...state,
    id,
    number: `${own.countyCode}-${facts.openedOn.slice(0, 4)}-`,
    ...(columns as Pick<
      typeof monitoringCase.$inferInsert,
      'channel' | 'emergency' | 'priority' | 'configVersion' | 'version' | 'auditSequence'
    >),
    dueOn: facts.status === 'WITHDRAWN' || running === null ? null : earliestDue(running),
    createdAt,
    updatedAt,
  });
  rows.caseRisk.push(
    ...risks.map((risk) => ({ ...place, ...risk, resolutionNoteSealed: whole.resolutions.get(risk.id) ?? null })),
  );
  runs.forEach((run, index) => {
    writeRun(rows, whole, run, index + 1);
  });
}

function writeRun(rows: RegisterRows, whole: WholeCase, { steps, ...run }: ProcedureRun, sequence: number): void {
  const { place, contents, notices, definitions } = whole;
  const definition = definitions.get(run.id)!;
  rows.procedureRun.push({ ...place, ...run, sequence });
  for (const step of steps) {
    const content = contents.get(step.id);
    rows.procedureStep.push({
      ...stepRow(place, run, definition, step),
      enteredAt: content?.enteredAt ?? null,
      enteredFor: step.enteredFor,
      noteSealed: content?.noteSealed ?? null,
      sectionSealed: content?.sectionSealed ?? null,
      extraSealed: content?.extraSealed ?? null,
      evidence: content?.evidence ?? [],
      noticeId: notices.get(step.id) ?? null,
    });
  }
}
