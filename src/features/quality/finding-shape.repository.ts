import type { ReadShape } from '../../platform/database/read-shape.js';
import { caseShape } from '../case/case-shape.repository.js';
import { householdShape } from '../household/household-shape.repository.js';

/** 问题的读取形状 · A finding with what it is about. @article 5.3 */
export const findingShape: ReadShape = {
  table: 'quality_finding',
  always: {
    rowId: '@.id',
    countyCode: '@.county_code',
    regionCode: '@.region_code',
    status: '@.status',
    owner: '@.owner',
    dueOn: '@.due_on',
    rule: '@.rule',
    severity: '@.severity',
    message: '@.message',
    messageEn: '@.message_en',
    foundOn: '@.found_on',
    settledOn: '@.settled_on',
    settledBy: '@.settled_by',
    evidence: '@.evidence',
  },
  fields: {},
  relations: {
    household: { kind: 'one', shape: () => householdShape, on: '@.id = ^.household_id' },
    case: { kind: 'one', shape: () => caseShape, on: '@.id = ^.case_id' },
  },
};
