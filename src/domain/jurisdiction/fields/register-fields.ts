import type { Role } from '../role.js';
import { ABOVE, COUNTY, READERS, VILLAGE_UP } from '../role-groups.js';
import type { FieldTable } from './field-table.js';

/** Who reads a household: the register's readers, the household itself, and the auditor of its case. Names come masked. */
const HOUSEHOLD: readonly Role[] = [...READERS, 'RESIDENT', 'AUDITOR'];
/** What a household is told of itself, and the offices of it; an auditor looks at cases. */
const OWN: readonly Role[] = [...READERS, 'RESIDENT'];
/** Whoever reported it reads what came of it; a department nothing of the household. */
const LEAD: readonly Role[] = [...HOUSEHOLD, 'DEPARTMENT_CLIENT'];

/**
 * 登记字段 · Who reads what of divisions, households, their members and incomes, and the leads on them.
 *
 * A household is shown its own assessment: it is made of its own facts and of rules that everyone may read.
 *
 * @article 5.1
 */
export const REGISTER_FIELDS: FieldTable = {
  Region: [
    ['open', 'id code name level parent ancestors children province'],
    [READERS, 'households'],
    [[...READERS, 'AUDITOR'], 'monitoringCases'],
  ],
  Household: [
    [
      HOUSEHOLD,
      'id number region address formerStatus head members size labourCount specialGroups resettled source income incomes guarantees openCase cases corrections version createdAt updatedAt',
    ],
    [OWN, 'assessment leads'],
    [READERS, 'departmentAlerts'],
  ],
  Member: [
    [
      HOUSEHOLD,
      'id household name idNumber phone sex birthDate age relationship ethnicity education schooling health disabilityGrade selfCare labour employment medicalInsurance pensionInsurance safetyNet',
    ],
  ],
  IncomeRecord: [
    [
      HOUSEHOLD,
      'from to source claimsPaid compliantMedicalCost referencePerCapita wages business property transfers businessExpenses rigidExpenditure netIncome perCapita perCapitaAfterRigid',
    ],
  ],
  RigidExpenditure: [[HOUSEHOLD, 'medical education disaster accident housing other total']],
  Guarantees: [
    [HOUSEHOLD, 'food clothing compulsoryEducation basicMedicalCare safeHousing drinkingWater checkedOn source note'],
  ],
  Assessment: [
    [
      OWN,
      'household on withinRange band line perCapitaIncome perCapitaAfterRigid findings suggestedCategory suggestedInstruments configVersion',
    ],
  ],
  Finding: [[OWN, 'rule riskType severity message evidence missing article source']],
  InstrumentSuggestion: [[OWN, 'instrument reason addresses']],
  ScreeningFinding: [[HOUSEHOLD, 'kind rule message evidence article foundOn']],
  Lead: [
    [LEAD, 'id channel region reportedOn statement status dueOn overdue outcomeNote receipt'],
    [HOUSEHOLD, 'household case screeningFindings'],
    [READERS, 'alert'],
  ],
  IdentityReview: [[[...COUNTY, ...ABOVE, 'NATIONAL_OFFICER'], 'id member raisedOn settledOn outcome note']],
  IdentityReviewPayload: [[COUNTY, 'review userErrors']],
  ClosedRecord: [[COUNTY, 'number reason closedOn keptUntil']],
  CloseHouseholdPayload: [[COUNTY, 'record userErrors']],
  HouseholdPayload: [[VILLAGE_UP, 'household userErrors']],
  ImportPayload: [[VILLAGE_UP, 'imported updated failed rowErrors userErrors']],
};
