import type { ReadRelation, ReadShape } from '../../platform/database/read-shape.js';
import type { Selection } from '../../platform/database/selection.js';
import { pageSize } from '../../platform/graphql/paging.js';

/** 家庭成员的读取形状 · Members as their resolvers read them; sealed columns travel sealed. */
export const memberShape: ReadShape = {
  table: 'member',
  always: { rowId: '@.id', countyCode: '@.county_code' },
  fields: {
    name: { nameSealed: '@.name_sealed' },
    idNumber: { idNumberSealed: '@.id_number_sealed' },
    phone: { phoneSealed: '@.phone_sealed' },
    sex: { sex: '@.sex' },
    birthDate: { birthDate: '@.birth_date' },
    age: { birthDate: '@.birth_date' },
    relationship: { relationship: '@.relationship' },
    ethnicity: { ethnicity: '@.ethnicity' },
    education: { education: '@.education' },
    schooling: { schooling: '@.schooling' },
    health: { health: '@.health' },
    disabilityGrade: { disabilityGrade: '@.disability_grade' },
    selfCare: { selfCare: '@.self_care' },
    labour: { labour: '@.labour' },
    employment: { employment: '@.employment' },
    medicalInsurance: { medicalInsurance: '@.medical_insurance' },
    pensionInsurance: { pensionInsurance: '@.pension_insurance' },
    safetyNet: { safetyNet: '@.safety_net' },
  },
  relations: {
    household: { kind: 'one', shape: () => householdShape, on: '@.id = ^.household_id' },
  },
};

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

/** 收入记录的次序 · Newest window first. */
export const NEWEST_INCOME = '@.window_to DESC, @.window_from DESC, @.id DESC';
/** 保障核查的次序 · Newest check first. */
export const NEWEST_CHECK = '@.checked_on DESC, @.id DESC';

/** Everything of a record travels always. */
const NOTHING_MORE: Selection = [];

const PRESENT = '@.household_id = ^.id AND @.removed_on IS NULL';
const newest = (shape: () => ReadShape, order: string): ReadRelation => ({
  kind: 'one',
  shape,
  on: '@.household_id = ^.id',
  orderBy: order,
  when: (args) => args['on'] === undefined || args['on'] === null,
});

/** 农户的读取形状 · A household with its members, newest income and newest check. */
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
  relations: {
    head: { kind: 'one', shape: () => memberShape, on: `${PRESENT} AND @.relationship = 'HEAD'` },
    members: {
      kind: 'many',
      shape: () => memberShape,
      on: PRESENT,
      orderBy: `(@.relationship = 'HEAD') DESC, @.position`,
    },
    income: newest(() => incomeShape, NEWEST_INCOME),
    incomes: {
      kind: 'many',
      shape: () => incomeShape,
      on: '@.household_id = ^.id',
      orderBy: NEWEST_INCOME,
      below: () => NOTHING_MORE,
      limit: (args) => pageSize(args['first'] as number | null | undefined) + 1,
      when: (args) => args['after'] === undefined || args['after'] === null,
    },
    guarantees: newest(() => guaranteeShape, NEWEST_CHECK),
  },
};
