import { extendShape, type ReadShape } from '../../platform/database/read-shape.js';
import { selects } from '../../platform/database/selection.js';
import { pageSize, selectedNodes } from '../../platform/graphql/paging.js';
import { caseShape } from '../case/case-shape.repository.js';

/** 落实记录的读取形状 · One delivery; its note travels sealed. @article 4.1 */
export const deliveryShape: ReadShape = {
  table: 'delivery',
  always: { rowId: '@.id', countyCode: '@.county_code', regionCode: '@.region_code' },
  fields: {
    on: { on: '@.delivered_on' },
    amount: { amount: '@.amount_fen' },
    inKind: { inKind: '@.in_kind' },
    note: { noteSealed: '@.note_sealed' },
    evidence: { evidence: '@.evidence' },
  },
  relations: {},
};

/** 帮扶措施的读取形状 · One measure with its deliveries; the instrument is found by its code, on the day of the plan. @article 4.1 */
export const measureShape: ReadShape = {
  table: 'support_measure',
  always: { rowId: '@.id', countyCode: '@.county_code', regionCode: '@.region_code', plannedOn: '@.planned_on' },
  fields: {
    instrument: { instrumentCode: '@.instrument', family: '@.family', nature: '@.nature' },
    addresses: { addressedCodes: '@.addresses' },
    status: { status: '@.status' },
    timing: { timing: '@.timing' },
    fundingSource: { fundingSource: '@.funding_source' },
    fundingLevel: { fundingLevel: '@.funding_level' },
    provider: { provider: '@.provider' },
    budget: { budget: '@.budget_fen' },
    delivered: { delivered: '@.delivered_fen' },
    startsOn: { startsOn: '@.starts_on' },
    endsOn: { endsOn: '@.ends_on' },
  },
  relations: {
    case: { kind: 'one', shape: () => caseShape, on: '@.id = ^.case_id' },
    deliveries: {
      kind: 'many',
      shape: () => deliveryShape,
      on: '@.measure_id = ^.id',
      orderBy: '@.delivered_on, @.id',
    },
  },
};

extendShape(caseShape, {
  relations: {
    measures: {
      kind: 'many',
      shape: () => measureShape,
      on: '@.case_id = ^.id',
      orderBy: '@.planned_on DESC, @.id DESC',
      below: selectedNodes,
      limit: (args) => pageSize(args['first'] as number | null | undefined) + 1,
      when: (args) => args['after'] === undefined || args['after'] === null,
      counts: (selection) => selects(selection, 'totalCount'),
    },
  },
});
