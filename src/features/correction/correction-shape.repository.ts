import { extendShape, type ReadShape } from '../../platform/database/read-shape.js';
import { caseShape } from '../case/case-shape.repository.js';
import { householdShape } from '../household/household-shape.repository.js';

/** 更正的读取形状 · One correction; what it says is opened for those who may read it. */
export const correctionShape: ReadShape = {
  table: 'correction',
  always: { rowId: '@.id', countyCode: '@.county_code', regionCode: '@.region_code' },
  fields: {
    subject: { subject: '@.subject_type' },
    fields: { fields: 'to_json(@.fields)' },
    before: { beforeSealed: '@.before_sealed' },
    after: { afterSealed: '@.after_sealed' },
    reason: { reasonSealed: '@.reason_sealed' },
    evidence: { evidenceSealed: '@.evidence_sealed' },
    consequences: { consequenceRows: '@.consequences' },
    actor: { actor: '@.actor' },
    at: { at: '@.corrected_at' },
  },
  relations: {},
};

const NEWEST_FIRST = '@.corrected_at DESC, @.id DESC';

extendShape(householdShape, {
  relations: {
    corrections: { kind: 'many', shape: () => correctionShape, on: '@.household_id = ^.id', orderBy: NEWEST_FIRST },
  },
});
extendShape(caseShape, {
  relations: {
    corrections: { kind: 'many', shape: () => correctionShape, on: '@.case_id = ^.id', orderBy: NEWEST_FIRST },
  },
});
