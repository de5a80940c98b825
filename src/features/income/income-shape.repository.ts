import { extendShape, type ReadShape } from '../../platform/database/read-shape.js';
import type { Selection } from '../../platform/database/selection.js';
import { pageSize } from '../../platform/graphql/paging.js';
import { householdShape, newestOfHousehold } from '../household/household-shape.repository.js';

const FEN_COLUMNS = {
  wages: 'wages',
  business: 'business',
  property: 'property',
  transfers: 'transfers',
  businessExpenses: 'business_expenses',
  claimsPaid: 'claims_paid',
  compliantMedicalCost: 'compliant_medical_cost',
} as const;

const RIGID = `json_build_object('medical', @.medical, 'education', @.education, 'disaster', @.disaster, 'accident', @.accident, 'housing', @.housing, 'other', @.other)`;

/** 收入记录的读取形状 · All of a record at once: what is derived from it needs all of it. */
export const incomeShape: ReadShape = {
  table: 'income_record',
  always: {
    rowId: '@.id',
    countyCode: '@.county_code',
    from: '@.window_from',
    to: '@.window_to',
    heads: '@.heads',
    source: '@.source',
    rigid: RIGID,
    ...Object.fromEntries(Object.entries(FEN_COLUMNS).map(([key, column]) => [key, `@.${column}`])),
  },
  fields: {},
  relations: {},
};

/** 收入记录的次序 · Newest window first. */
export const NEWEST_INCOME = '@.window_to DESC, @.window_from DESC, @.id DESC';

/** Everything of a record travels always. */
const NOTHING_MORE: Selection = [];

extendShape(householdShape, {
  relations: {
    income: newestOfHousehold(() => incomeShape, NEWEST_INCOME),
    incomes: {
      kind: 'many',
      shape: () => incomeShape,
      on: '@.household_id = ^.id',
      orderBy: NEWEST_INCOME,
      below: () => NOTHING_MORE,
      limit: (args) => pageSize(args['first'] as number | null | undefined) + 1,
      when: (args) => args['after'] === undefined || args['after'] === null,
    },
  },
});
