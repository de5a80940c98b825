import { extendShape, type ReadShape } from '../../platform/database/read-shape.js';
import { householdShape } from '../household/household-shape.repository.js';

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

const PRESENT = '@.household_id = ^.id AND @.removed_on IS NULL';

extendShape(householdShape, {
  relations: {
    head: { kind: 'one', shape: () => memberShape, on: `${PRESENT} AND @.relationship = 'HEAD'` },
    members: {
      kind: 'many',
      shape: () => memberShape,
      on: PRESENT,
      orderBy: `(@.relationship = 'HEAD') DESC, @.position`,
    },
  },
});
