import { SIGNED_IN } from '../role-groups.js';
import { QUALITY_RULES_READERS } from './duty-fields.js';
import type { FieldTable } from './field-table.js';

/**
 * 公开字段 · What needs no token: divisions, rules, notices, progress by receipt, and why something was refused.
 *
 * Lines, procedures and instruments can be read by everyone (R25); a notice shows no more than needed (R10).
 *
 * @article 3.1
 */
export const OPEN_FIELDS: FieldTable = {
  Node: [['open', 'id']],
  PageInfo: [['open', 'hasNextPage hasPreviousPage startCursor endCursor']],
  UserError: [['open', 'code message path article currentVersion']],
  RowError: [['open', 'index code message path article currentVersion']],
  Viewer: [[SIGNED_IN, 'subject grants household department']],
  Grant: [[SIGNED_IN, 'role region']],
  Province: [
    [
      'open',
      'code name region configVersion servedByBaseline sources monitoringLine monitoringLines procedures instruments riskTypes alertKinds',
    ],
    [QUALITY_RULES_READERS, 'qualityRules'],
  ],
  PolicySource: [['open', 'id title issuedOn url verified']],
  MonitoringLine: [
    [
      'open',
      'from to outdated perCapitaIncome nationalFloor priceIndex disposableIncomeGrowth subsistenceAllowance concept windowMonths bands county source',
    ],
  ],
  MonitoringBand: [['open', 'code name rank fromPerCapita toPerCapita response']],
  ProcedureDefinition: [['open', 'kind name limitDays limitInWorkingDays limitStops steps']],
  StepDefinition: [
    [
      'open',
      'after code name kind level deadlineDays workingDays deadlineStops minimumNoticeDays quorum outcomes requiredEvidence extraForm article',
    ],
  ],
  PolicyInstrument: [
    ['open', 'code name family nature addresses requiresLabour fundingSources cap department from to source'],
  ],
  RiskType: [['open', 'code name group']],
  AlertKind: [['open', 'code name department grade grades threshold formerStatus everyMonths payload source']],
  AlertGradeByAmount: [['open', 'grade from']],
  AlertThreshold: [['open', 'amount per']],
  Progress: [['open', 'status updatedOn nextStep']],
  PublicNotice: [['open', 'id region opensOn closesOn place entries']],
  Objection: [['open', 'id filedOn statement status resolution receipt']],
};
