import { extendShape, type ReadShape } from '../../platform/database/read-shape.js';
import { caseShape, stepShape } from '../case/case-shape.repository.js';

/** The head's sealed name, for the line on the board. */
export const headNameShape: ReadShape = {
  table: 'member',
  always: { rowId: '@.id', countyCode: '@.county_code', nameSealed: '@.name_sealed' },
  fields: {},
  relations: {},
};

/** 异议的读取形状 · One objection; statement and resolution travel sealed. */
export const objectionShape: ReadShape = {
  table: 'objection',
  always: { rowId: '@.id', countyCode: '@.county_code', regionCode: '@.region_code' },
  fields: {
    filedOn: { filedOn: '@.filed_on' },
    statement: { statementSealed: '@.statement_sealed' },
    status: { status: '@.status' },
    resolution: { resolutionSealed: '@.resolution_sealed' },
  },
  relations: {},
};

/** 公示条目的读取形状 · One household's line: the head's name and what the notice is for, nothing else. */
export const noticeEntryShape: ReadShape = {
  table: 'notice_entry',
  always: { rowId: '@.id', countyCode: '@.county_code', regionCode: '@.region_code' },
  fields: { purpose: { purpose: '@.purpose' } },
  relations: {
    householdName: {
      kind: 'one',
      shape: () => headNameShape,
      on: `@.household_id = ^.household_id AND @.relationship = 'HEAD' AND @.removed_on IS NULL`,
    },
    case: { kind: 'one', shape: () => caseShape, on: '@.id = ^.case_id' },
    objections: { kind: 'many', shape: () => objectionShape, on: '@.entry_id = ^.id', orderBy: '@.filed_on, @.id' },
  },
};

/** 公示的读取形状 · A notice with its lines. */
export const noticeShape: ReadShape = {
  table: 'public_notice',
  always: { rowId: '@.id', countyCode: '@.county_code', regionCode: '@.region_code' },
  fields: { opensOn: { opensOn: '@.opens_on' }, closesOn: { closesOn: '@.closes_on' }, place: { place: '@.place' } },
  relations: { entries: { kind: 'many', shape: () => noticeEntryShape, on: '@.notice_id = ^.id', orderBy: '@.id' } },
};

extendShape(stepShape, { relations: { notice: { kind: 'one', shape: () => noticeShape, on: '@.id = ^.notice_id' } } });
