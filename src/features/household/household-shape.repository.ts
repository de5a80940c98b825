import type { ReadRelation, ReadShape } from '../../platform/database/read-shape.js';

/** 农户的读取形状 · A household by its own row; later rooms add what belongs to it. */
export const householdShape: ReadShape = {
  table: 'household',
  always: { rowId: '@.id', countyCode: '@.county_code', regionCode: '@.region_code' },
  fields: {
    number: { number: '@.number' },
    address: { addressSealed: '@.address_sealed' },
    formerStatus: { formerStatus: '@.former_status' },
    size: { size: '@.size' },
    labourCount: { labourCount: '@.labour_count' },
    specialGroups: { specialGroups: '@.special_groups' },
    resettled: { resettled: '@.resettled' },
    source: { source: '@.source' },
    version: { version: '@.version' },
    createdAt: { createdAt: '@.created_at' },
    updatedAt: { updatedAt: '@.updated_at' },
  },
  relations: {},
};

/** 最新记录 · The newest of the records that a household has one after the other; past a given day it is read by itself. */
export function newestOfHousehold(shape: () => ReadShape, order: string): ReadRelation {
  return {
    kind: 'one',
    shape,
    on: '@.household_id = ^.id',
    orderBy: order,
    when: (args) => args['on'] === undefined || args['on'] === null,
  };
}
