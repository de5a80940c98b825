import type { ReadShape } from '../../platform/database/read-shape.js';

/** 处置的读取形状 · An entry under a warning; its note travels sealed. @article 2.3 */
const actionShape: ReadShape = {
  table: 'warning_action',
  always: {
    rowId: '@.id',
    regionCode: '@.region_code',
    number: '@.number',
    on: '@.entered_on',
    actor: '@.actor',
    noteSealed: '@.note_sealed',
    status: '@.status',
    department: '@.department',
    dueOn: '@.due_on',
    doneOn: '@.done_on',
  },
  fields: {},
  relations: {},
};

/** 预警的读取形状 · A regional warning with its entries in their order; its evidence travels sealed. @article 2.3 */
export const warningShape: ReadShape = {
  table: 'regional_warning',
  always: {
    rowId: '@.id',
    countyCode: '@.county_code',
    regionCode: '@.region_code',
    indicator: '@.indicator',
    status: '@.status',
    severity: '@.severity',
    raisedOn: '@.raised_on',
    closedOn: '@.closed_on',
  },
  fields: { evidence: { evidenceSealed: '@.evidence_sealed', detection: '@.detection' } },
  relations: {
    actions: {
      kind: 'many',
      shape: () => actionShape,
      on: '@.warning_id = ^.id',
      orderBy: '@.number',
      limit: () => MOST_ENTRIES,
    },
  },
};

/** Entries of one warning; a further one is refused. */
export const MOST_ENTRIES = 200;
