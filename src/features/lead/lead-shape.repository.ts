import { extendShape, type ReadShape } from '../../platform/database/read-shape.js';
import { selects } from '../../platform/database/selection.js';
import { pageSize, selectedNodes } from '../../platform/graphql/paging.js';
import { householdShape } from '../household/household-shape.repository.js';

/** 线索的读取形状 · A lead as its resolvers read it; what was told travels sealed. @article 3.1 */
export const leadShape: ReadShape = {
  table: 'lead',
  always: {
    rowId: '@.id',
    countyCode: '@.county_code',
    regionCode: '@.region_code',
    caseId: '@.case_id',
    reportedOn: '@.reported_on',
  },
  fields: {
    channel: { channel: '@.channel' },
    statement: { statementSealed: '@.statement_sealed' },
    status: { status: '@.status' },
    dueOn: { dueOn: '@.due_on' },
    overdue: { status: '@.status', dueOn: '@.due_on' },
    outcomeNote: { outcomeNoteSealed: '@.outcome_note_sealed' },
  },
  relations: {
    household: { kind: 'one', shape: () => householdShape, on: '@.id = ^.household_id' },
  },
};

extendShape(householdShape, {
  relations: {
    leads: {
      kind: 'many',
      shape: () => leadShape,
      on: '@.household_id = ^.id',
      orderBy: '@.reported_on DESC, @.id DESC',
      below: selectedNodes,
      limit: (args) => pageSize(args.first as number | null | undefined) + 1,
      counts: (selection) => selects(selection, 'totalCount'),
      when: (args) => args.after === undefined || args.after === null,
    },
  },
});
