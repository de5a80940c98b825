import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { distributedTable, householdRow, scopePolicy } from '../../platform/database/table-kind.js';
import { monitoringCase } from './case.table.js';

/** 程序办理 · One run of a procedure, pinned to the configuration of its first day. @article 3.2 */
export const procedureRun = distributedTable(
  pgTable(
    'procedure_run',
    {
      ...householdRow(),
      caseId: uuid('case_id').notNull(),
      kind: text('kind').notNull(),
      startedOn: date('started_on').notNull(),
      endedOn: date('ended_on'),
      outcome: text('outcome'),
      /** Last day of the whole run; null for no limit, or where it cannot be told. */
      dueOn: date('due_on'),
      configVersion: text('config_version').notNull(),
      sequence: integer('sequence').notNull(),
    },
    (t) => [
      primaryKey({ name: 'procedure_run_pk', columns: [t.countyCode, t.id] }),
      foreignKey({
        name: 'procedure_run_case_fk',
        columns: [t.countyCode, t.caseId],
        foreignColumns: [monitoringCase.countyCode, monitoringCase.id],
      }),
      unique('procedure_run_sequence_uq').on(t.countyCode, t.caseId, t.sequence),
      uniqueIndex('procedure_run_one_open_uq').on(t.countyCode, t.caseId).where(sql`ended_on IS NULL`),
      scopePolicy('procedure_run', 'household_id'),
    ],
  ).enableRLS(),
);

/** 办理环节 · One attempt at a step; what was found is sealed. @article 3.2 */
export const procedureStep = distributedTable(
  pgTable(
    'procedure_step',
    {
      ...householdRow(),
      caseId: uuid('case_id').notNull(),
      runId: uuid('run_id').notNull(),
      code: text('code').notNull(),
      kind: text('kind').notNull(),
      /** Level whose officers complete it. */
      level: text('level').notNull(),
      /** Of the run, kept here so that a list of steps needs no join. */
      runKind: text('run_kind').notNull(),
      runStartedOn: date('run_started_on').notNull(),
      runDueOn: date('run_due_on'),
      configVersion: text('config_version').notNull(),
      position: integer('position').notNull(),
      attempt: integer('attempt').notNull(),
      status: text('status').notNull(),
      startedOn: date('started_on'),
      dueOn: date('due_on'),
      completedOn: date('completed_on'),
      /** RESULT_ANNOUNCEMENT only, once done: last day on which everyone may read it. */
      announcedUntil: date('announced_until'),
      enteredAt: timestamp('entered_at', { withTimezone: true, mode: 'string', precision: 3 }),
      outcome: text('outcome'),
      actor: text('actor'),
      /** Name of an office holder, sealed. */
      enteredFor: text('entered_for'),
      noteSealed: text('note_sealed'),
      /** The section of the step's kind, as JSON. */
      sectionSealed: text('section_sealed'),
      extraSealed: text('extra_sealed'),
      /** Kind, title, uri and SHA-256 of each paper. */
      evidence: jsonb('evidence').notNull(),
      /** The notice of a PUBLIC_NOTICE step. */
      noticeId: uuid('notice_id'),
    },
    (t) => [
      primaryKey({ name: 'procedure_step_pk', columns: [t.countyCode, t.id] }),
      foreignKey({
        name: 'procedure_step_run_fk',
        columns: [t.countyCode, t.runId],
        foreignColumns: [procedureRun.countyCode, procedureRun.id],
      }),
      unique('procedure_step_attempt_uq').on(t.countyCode, t.runId, t.code, t.attempt),
      uniqueIndex('procedure_step_one_undone_uq').on(t.countyCode, t.runId, t.code).where(sql`status <> 'DONE'`),
      index('procedure_step_case_ix').on(t.countyCode, t.caseId, t.status),
      index('procedure_step_due_ix').on(t.countyCode, t.dueOn, t.id).where(sql`status = 'CURRENT'`),
      index('procedure_step_announced_ix')
        .on(t.countyCode, t.announcedUntil, t.id)
        .where(sql`announced_until IS NOT NULL`),
      check('procedure_step_done_ck', sql`(status = 'DONE') = (completed_on IS NOT NULL)`),
      check('procedure_step_outcome_ck', sql`(status = 'DONE') = (outcome IS NOT NULL)`),
      scopePolicy('procedure_step', 'household_id'),
    ],
  ).enableRLS(),
);
