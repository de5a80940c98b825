import { addDays, addMonths, type CalendarDate, date } from '../../src/domain/kernel/calendar-date.js';
import { latestDay } from '../../src/domain/procedure/latest-day.js';
import type { Asked, Scene } from './asked.js';
import { COUNTY_OFFICERS, type Person } from './cast.js';
import type { CaseRow, MeasureRow, RunRow, StepRow } from './dossier.js';

const PAPER = [{ kind: 'photograph', title: '现场照片', sha256: 'a'.repeat(64) }];
const SECURE = {
  food: 'SECURE',
  clothing: 'SECURE',
  compulsoryEducation: 'SECURE',
  basicMedicalCare: 'SECURE',
  safeHousing: 'SECURE',
  drinkingWater: 'SECURE',
};
/** Over every line of the places. */
export const ENOUGH = { wages: '60000.00' };

/** The last day that the right next act has to wait for; today where it need not. */
export function dayOfRightAct(scene: Scene): CalendarDate {
  const { today, run } = scene;
  const hanging = scene.currentSteps.find(({ closesOn }) => closesOn !== null && closesOn >= today);
  if (hanging !== undefined) return addDays(date(hanging.closesOn!), 1);
  const found = scene.case;
  if (found === null || run !== null || found.status !== 'MONITORED' || !isSettled(found)) return today;
  return latestDay(today, [addMonths(date(found.identifiedOn!), 6)]);
}

/** What an office would do next by the book: the procedure's next step, the plan, the delivery, the request. */
export function rightAct(scene: Scene): Asked | null {
  const { run } = scene;
  const found = scene.case;
  if (found === null) return opening(scene);
  if (run !== null) return nextOfRun(scene, found, run);
  if (found.status === 'MONITORED') return support(scene, found);
  return scene.dice.oneIn(3) ? opening(scene) : null;
}

function opening({ household, today, dice }: Scene): Asked {
  const input = { householdId: household, channel: 'CADRE_INSPECTION', openedOn: today, emergency: dice.oneIn(4) };
  return { person: dice.pick(['village', 'township', 'county'] as const), name: 'openCase', input, must: true };
}

function nextOfRun(scene: Scene, found: CaseRow, run: RunRow): Asked | null {
  const { dice, today } = scene;
  const open = run.steps.flatMap(({ objections }) => objections).find(({ status }) => status === 'OPEN');
  const { expectedVersion } = scene.onCase(found);
  if (open !== undefined) {
    const input = { objectionId: scene.id('Objection', open.id), expectedVersion, resolvedOn: today };
    const outcome = dice.oneIn(3) ? 'UPHELD' : 'DISMISSED';
    return {
      person: 'township',
      name: 'resolveObjection',
      input: { ...input, outcome, resolution: '已核查' },
      must: true,
    };
  }
  const step = dice.pick(scene.currentSteps);
  if (step === undefined) return null;
  if (step.kind === 'PUBLIC_NOTICE' && step.noticeId === null) return putUp(scene, found, step);
  const occurredOn = today;
  const person = whoDoes(step, run, scene);
  if (person === null) return null;
  const act = { ...scene.onCase(found), step: step.code, outcome: 'PASSED', occurredOn, evidence: PAPER };
  // The gates are looked at again when the county decides, and when that is announced; what turned up meanwhile may have shut one.
  const gated = run.kind === 'ELIMINATION' && ['COUNTY_DECISION', 'RESULT_ANNOUNCEMENT'].includes(step.kind);
  // Whoever withdrew the authorization is asked for a new one first (R09).
  const barred = step.kind === 'DATA_COMPARISON' && found.authorizationWithdrawnOn !== null;
  const must = !gated && !barred;
  return { person, name: 'completeStep', input: { ...act, ...sectionOf(step, run) }, must };
}

function putUp(scene: Scene, found: CaseRow, { code }: StepRow): Asked {
  const days = 7 + scene.dice.roll(3);
  const days5 = { opensOn: scene.today, closesOn: addDays(scene.today, days), place: '村务公开栏' };
  return {
    person: 'village',
    name: 'publishNotice',
    input: { ...scene.onCase(found), step: code, ...days5 },
    must: true,
  };
}

function whoDoes(step: StepRow, run: RunRow, { dice }: Scene): Person | null {
  const verifiers = run.steps.filter(({ kind }) => kind === 'HOUSEHOLD_VERIFICATION').map(personOf);
  const others = COUNTY_OFFICERS.filter((person) => !verifiers.includes(person));
  if (step.kind === 'COUNTY_DECISION') return others.length === 0 ? null : dice.pick(others);
  if (step.level === 'COUNTY') return dice.pick(COUNTY_OFFICERS);
  return step.level === 'TOWNSHIP' ? 'township' : dice.pick(['village', 'second-village'] as const);
}

const personOf = ({ actor }: StepRow): string | undefined => actor?.split('@')[0];

/** The section that a step's kind calls for, filled in as it should be. */
export function sectionOf({ kind }: Pick<StepRow, 'kind'>, run: Pick<RunRow, 'kind'>): Record<string, unknown> {
  const identifies = run.kind === 'IDENTIFICATION' || run.kind === 'EMERGENCY_IDENTIFICATION';
  switch (kind) {
    case 'HOUSEHOLD_VERIFICATION': {
      const visit = { visitors: ['驻村队员'], findings: '户主慢性病' };
      const proposal = { category: 'MARGINAL_AT_RISK', risks: [{ riskType: 'ILLNESS', primary: true }] };
      return { verification: identifies ? { ...visit, ...proposal } : visit };
    }
    case 'COMMITMENT_AUTHORIZATION':
      return { commitment: { signedBy: '户主', truthful: true, authorizesLookup: true } };
    case 'DATA_COMPARISON':
      return { comparison: { departments: ['MEDICAL_SECURITY'], discrepancies: [] } };
    case 'DEMOCRATIC_REVIEW':
      return { review: { eligible: 40, attended: 32, inFavour: 30, against: 1, abstained: 1 } };
    case 'TOWNSHIP_REVIEW':
    case 'COUNTY_DECISION':
      return { decision: { decidedBy: '集体研究' } };
    case 'RESULT_ANNOUNCEMENT':
      return { announcement: { issuedBy: '县级主管部门', place: '政府网站' } };
    default:
      return {};
  }
}

const STANDING = ['SAFETY_NET', 'INSURANCE', 'PUBLIC_WELFARE_JOB'];
const isGoing = ({ status }: MeasureRow): boolean => status !== 'CANCELLED';
const isOver = ({ status, family }: MeasureRow): boolean =>
  status === 'COMPLETED' || status === 'CANCELLED' || (status === 'IN_PROGRESS' && STANDING.includes(family));

/** Whether what is left is time and the request. */
function isSettled({ measures, risks }: CaseRow): boolean {
  return measures.some(isGoing) && measures.every(isOver) && risks.every(({ resolvedOn }) => resolvedOn !== null);
}

function support(scene: Scene, found: CaseRow): Asked {
  const { dossier, today } = scene;
  const { expectedVersion } = scene.onCase(found);
  const on = today;
  if (!found.measures.some((measure) => isGoing(measure) && !measure.urgent)) return plan(scene, found);
  const approved = found.measures.find(({ status }) => status === 'APPROVED');
  const measureId = (id: string): string => scene.id('SupportMeasure', id);
  if (approved !== undefined) {
    const fits = approved.budget === null || approved.budget >= approved.delivered + 150_000;
    const given = fits ? { amount: '1500.00' } : { inKind: '米面油' };
    const input = { measureId: measureId(approved.id), expectedVersion, on, ...given };
    return { person: 'village', name: 'recordDelivery', input, must: true };
  }
  const going = found.measures.find((measure) => !isOver(measure));
  if (going !== undefined) {
    const input = { measureId: measureId(going.id), expectedVersion, on, status: 'COMPLETED', note: '已落实' };
    return { person: 'township', name: 'concludeMeasure', input };
  }
  const risk = found.risks.find(({ resolvedOn }) => resolvedOn === null);
  if (risk !== undefined) {
    const input = { ...scene.onCase(found), riskId: scene.id('CaseRisk', risk.id), resolvedOn: on, note: '已化解' };
    return { person: 'township', name: 'resolveRisk', input };
  }
  const to = addDays(date(`${today.slice(0, 7)}-01`), -1);
  if (!dossier.incomes.some((income) => income.to >= to)) return income(scene, to);
  if (!dossier.checks.some((check) => check.on >= to)) return check(scene);
  return { person: 'village', name: 'requestElimination', input: { ...scene.onCase(found), on } };
}

function plan(scene: Scene, found: CaseRow): Asked {
  const shared = { timing: 'AFTER_THE_FACT', fundingSource: 'SECTOR_POLICY', budget: '3000.00', startsOn: scene.today };
  const measures = [
    { instrument: 'medical-assistance', addresses: ['ILLNESS'], ...shared },
    { instrument: 'public-welfare-job', addresses: [], ...shared },
  ];
  return { person: 'township', name: 'planSupport', input: { ...scene.onCase(found), on: scene.today, measures } };
}

function income({ household }: Scene, to: CalendarDate): Asked {
  const from = addDays(addMonths(addDays(to, 1), -12), 0);
  return {
    person: 'village',
    name: 'recordIncome',
    input: { householdId: household, income: { from, to, ...ENOUGH } },
  };
}

function check({ household, today }: Scene): Asked {
  const guarantees = { ...SECURE, checkedOn: today };
  return { person: 'village', name: 'recordGuarantees', input: { householdId: household, guarantees }, must: true };
}
