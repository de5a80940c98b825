import { extendShape, type ReadShape } from '../../platform/database/read-shape.js';
import { leadShape } from '../lead/lead-shape.repository.js';

/** 筛查发现的读取形状 · Why a screening singled a household out. @article 3.1 */
export const screeningFindingShape: ReadShape = {
  table: 'screening_finding',
  always: { rowId: '@.id', countyCode: '@.county_code' },
  fields: {
    kind: { kind: '@.kind' },
    rule: { rule: '@.rule' },
    message: { message: '@.message' },
    evidence: { evidence: '@.evidence' },
    article: { article: '@.article' },
    foundOn: { foundOn: '@.found_on' },
  },
  relations: {},
};

extendShape(leadShape, {
  relations: {
    screeningFindings: {
      kind: 'many',
      shape: () => screeningFindingShape,
      on: '@.lead_id = ^.id',
      orderBy: '@.rule, @.id',
    },
  },
});
