import { extendShape, type ReadShape } from '../../platform/database/read-shape.js';
import { householdShape, newestOfHousehold } from '../household/household-shape.repository.js';

/** 保障核查的读取形状 · One check of the six guarantees. */
export const guaranteeShape: ReadShape = {
  table: 'guarantee_check',
  always: {
    rowId: '@.id',
    countyCode: '@.county_code',
    checkedOn: '@.checked_on',
    food: '@.food',
    clothing: '@.clothing',
    compulsoryEducation: '@.compulsory_education',
    basicMedicalCare: '@.basic_medical_care',
    safeHousing: '@.safe_housing',
    drinkingWater: '@.drinking_water',
    source: '@.source',
  },
  fields: { note: { noteSealed: '@.note_sealed', regionCode: '@.region_code' } },
  relations: {},
};

/** 保障核查的次序 · Newest check first. */
export const NEWEST_CHECK = '@.checked_on DESC, @.id DESC';

extendShape(householdShape, { relations: { guarantees: newestOfHousehold(() => guaranteeShape, NEWEST_CHECK) } });
