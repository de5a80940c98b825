import type { ReadShape } from '../../platform/database/read-shape.js';
import { alertShape } from '../alert/alert-shape.repository.js';
import { caseShape } from '../case/case-shape.repository.js';
import { leadShape } from '../lead/lead-shape.repository.js';

/** 待办事项的读取形状 · One line of the worklist, upon the rows that `pageOfWork` gathers; its case and lead are read with it. */
export const workItemShape: ReadShape = {
  table: 'work',
  always: {
    rowId: '@.id',
    countyCode: '@.county_code',
    regionCode: '@.region_code',
    kind: '@.kind',
    dueOn: '@.due_on',
  },
  fields: {
    priority: { priority: '@.priority' },
    escalated: { escalated: '@.escalated' },
    title: {
      runKind: '@.run_kind',
      runStartedOn: '@.run_started_on',
      configVersion: '@.config_version',
      code: '@.code',
      channel: '@.channel',
      trackingOnly: '@.tracking_only',
    },
  },
  relations: {
    case: { kind: 'one', shape: () => caseShape, on: '@.id = ^.case_id' },
    lead: { kind: 'one', shape: () => leadShape, on: '@.id = ^.lead_id' },
    alert: { kind: 'one', shape: () => alertShape, on: '@.id = ^.alert_id' },
  },
};
