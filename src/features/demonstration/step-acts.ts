import type { CaseCategory } from '../../domain/case/monitoring-case.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { StepDefinition, StepOutcome } from '../../domain/procedure/procedure-definition.js';
import type {
  ContactMode,
  EvidenceGiven,
  ProposedRisk,
  ReviewSection,
  StepAct,
} from '../../domain/procedure/step-act.js';
import type { Department } from '../../domain/support/policy-instrument.js';
import { faultsOfExtra } from '../procedure/index.js';
import { answersTo } from './form-answers.js';
import { aName, aSurname } from './personal-names.js';
import type { SeededRandom } from './seeded-random.js';

/** 办理内容 · What a made-up act says. */
export interface ActOrder {
  readonly step: StepDefinition;
  readonly occurredOn: CalendarDate;
  readonly outcome: StepOutcome;
  /** With RETURNED: the step that the run goes back to. */
  readonly returnTo?: string;
  /** Proposed in an identification; null in other procedures. */
  readonly proposal: { readonly category: CaseCategory; readonly risks: readonly ProposedRisk[] } | null;
  readonly headName: string;
  /** Names of the township and the county, for who decides. */
  readonly offices: { readonly township: string; readonly county: string };
}

const DEPARTMENTS: readonly Department[] = [
  'CIVIL_AFFAIRS',
  'MEDICAL_SECURITY',
  'HUMAN_RESOURCES',
  'HOUSING',
  'EDUCATION',
];
const MODES: readonly (readonly [ContactMode, number])[] = [
  ['VISIT', 17],
  ['VIDEO', 2],
  ['PHONE', 1],
];
const FINDINGS = [
  '入户查看住房、饮水和家庭收支,情况与申报相符。',
  '走访农户及邻居,核对医疗票据和务工收入,情况属实。',
  '查看家庭生产和就医材料,收入较上年减少,支出较大。',
  '现场核实家庭成员、住房和用水情况,拟按程序办理。',
];
const REASONS: Readonly<Record<Exclude<StepOutcome, 'PASSED'>, readonly string[]>> = {
  RETURNED: ['佐证材料不全,退回补充。', '收入测算依据不足,退回重新核实。'],
  REJECTED: ['家庭收入和保障状况稳定,未发现返贫致贫风险。', '家庭有稳定收入来源,不符合纳入条件。'],
};

/**
 * 拟制办理 · An act that completes a step of any procedure: the section of its kind, the evidence that it requires, answers
 * to the province's form.
 *
 * @returns null where the province's form asks for what cannot be made up; the step waits then
 * @article 3.2
 */
export function actOf(order: ActOrder, random: SeededRandom): StepAct | null {
  const { step, occurredOn, outcome, returnTo } = order;
  const isPassed = outcome === 'PASSED';
  const extra = step.extraForm === null || !isPassed ? null : answersTo(step.extraForm);
  const extraFaults = isPassed ? faultsOfExtra(step.extraForm, extra) : [];
  if (extraFaults.length > 0) return null;
  return {
    step: step.code,
    outcome,
    occurredOn,
    ...sectionOf(order, random),
    ...(step.requiredEvidence.length > 0
      ? { evidence: step.requiredEvidence.map((kind) => aPaper(kind, random)) }
      : {}),
    ...(isPassed ? {} : { note: random.pick(REASONS[outcome]) }),
    ...(extra === null ? {} : { extra, extraFaults }),
    ...(returnTo === undefined ? {} : { returnTo }),
  };
}

/** 拟制材料 · A paper that nobody has, with a digest of the right form. */
export function aPaper(kind: string, random: SeededRandom): EvidenceGiven {
  return { kind, title: `演示材料:${kind}`, uri: null, sha256: random.hex(64) };
}

function sectionOf({ step, outcome, proposal, headName, offices }: ActOrder, random: SeededRandom): Partial<StepAct> {
  switch (step.kind) {
    case 'HOUSEHOLD_VERIFICATION': {
      const visitors = [aName(aSurname(random), 'MALE', random), aName(aSurname(random), 'FEMALE', random)];
      const mode = random.weighted(MODES);
      return { verification: { visitors, mode, findings: random.pick(FINDINGS), ...proposal } };
    }
    case 'COMMITMENT_AUTHORIZATION': {
      const isGiven = outcome !== 'REJECTED';
      return { commitment: { signedBy: headName, method: '纸质签字', truthful: true, authorizesLookup: isGiven } };
    }
    case 'DATA_COMPARISON':
      return { comparison: { departments: DEPARTMENTS.slice(0, random.integer(3, 5)), discrepancies: [] } };
    case 'DEMOCRATIC_REVIEW':
      return { review: voteOf(step, outcome, random) };
    case 'TOWNSHIP_REVIEW':
      return { decision: { decidedBy: `${offices.township}防返贫监测帮扶工作专班` } };
    case 'COUNTY_DECISION':
      return { decision: { decidedBy: `${offices.county}防返贫监测帮扶领导小组` } };
    case 'RESULT_ANNOUNCEMENT':
      return {
        announcement: { issuedBy: step.level === 'COUNTY' ? offices.county : offices.township, place: '政府门户网站' },
      };
    default:
      return {};
  }
}

function voteOf(step: StepDefinition, outcome: StepOutcome, random: SeededRandom): ReviewSection {
  const eligible = random.integer(24, 60);
  const least = Math.ceil((eligible * Math.max(60, step.quorumPercent ?? 0)) / 100);
  const attended = random.integer(least, eligible);
  const few = random.integer(
    0,
    Math.floor((attended * Math.min(15, (100 - (step.majorityPercent ?? 50)) / 2 - 1)) / 100),
  );
  const abstained = random.integer(0, few);
  const [many, against] = [attended - few, few - abstained];
  return outcome === 'REJECTED'
    ? { eligible, attended, inFavour: against, against: many, abstained }
    : { eligible, attended, inFavour: many, against, abstained };
}
