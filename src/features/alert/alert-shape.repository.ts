import { extendShape, type ReadShape } from '../../platform/database/read-shape.js';
import { selects } from '../../platform/database/selection.js';
import { pageSize, selectedNodes } from '../../platform/graphql/paging.js';
import { householdShape } from '../household/household-shape.repository.js';
import { leadShape } from '../lead/lead-shape.repository.js';

/** 预警的读取形状 · An alert as its resolvers read it; payload and note travel sealed. @article 3.1 */
export const alertShape: ReadShape = {
  table: 'department_alert',
  always: {
    rowId: '@.id',
    countyCode: '@.county_code',
    publicCounty: 'coalesce(@.public_county, @.county_code)',
    regionCode: '@.region_code',
    raisedOn: '@.raised_on',
  },
  fields: {
    reference: { reference: '@.reference' },
    department: { department: '@.department' },
    kind: { kind: '@.kind' },
    grade: { grade: '@.grade' },
    amount: { amount: '@.amount' },
    receivedAt: { receivedAt: `to_char(@.received_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')` },
    status: { status: '@.status' },
    verifyBy: { verifyBy: '@.verify_by' },
    overdue: { status: '@.status', verifyBy: '@.verify_by' },
    outcomeNote: { outcomeNoteSealed: '@.outcome_note_sealed' },
    payload: { payloadSealed: '@.payload_sealed' },
  },
  relations: {
    household: { kind: 'one', shape: () => householdShape, on: '@.id = ^.household_id' },
    lead: { kind: 'one', shape: () => leadShape, on: '@.id = ^.lead_id' },
  },
};

extendShape(leadShape, { relations: { alert: { kind: 'one', shape: () => alertShape, on: '@.lead_id = ^.id' } } });

extendShape(householdShape, {
  relations: {
    departmentAlerts: {
      kind: 'many',
      shape: () => alertShape,
      on: '@.household_id = ^.id',
      orderBy: '@.raised_on DESC, @.id DESC',
      below: selectedNodes,
      limit: (args) => pageSize(args.first as number | null | undefined) + 1,
      counts: (selection) => selects(selection, 'totalCount'),
      when: (args) => args.after === undefined || args.after === null,
    },
  },
});
