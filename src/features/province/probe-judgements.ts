import type { HouseholdFacts } from '../../domain/household/household-facts.js';
import type { IncomeRecord } from '../../domain/income/income-record.js';
import { type Judgement, judgementsFor } from '../../domain/judgement/judgement.js';
import type { Judged } from '../../domain/judgement/judgement-answer.js';
import type { Judges } from '../../domain/judgement/judges.js';
import { addDays, addMonths, type CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Fen } from '../../domain/kernel/money.js';
import type { LoadedProvince, ProvinceConfig } from '../../domain/province/province-config.js';
import { resolveRules } from '../../domain/province/resolve-rules.js';
import { type Fault, inherit, type ProvinceModule, validateProvince } from '../../province-sdk/index.js';

const INCOME = 3_000_000 as Fen;
const NONE = 0 as Fen;

/**
 * 试运行判定函数 · Runs each function of a module on a household of which nothing is known and on one of which all is, on its
 * first day: one that throws, does not end, or gives an answer of the wrong form is a fault, and the module is refused.
 *
 * @param module  as written; one that has other faults is not run
 * @throws never
 * @article 5.1
 */
export async function probeJudgements(
  module: unknown,
  baseline: ProvinceConfig,
  judges: Judges,
): Promise<readonly Fault[]> {
  const judgements = (module as Partial<ProvinceModule> | null)?.judgements;
  if (!Array.isArray(judgements) || judgements.length === 0 || validateProvince(module, baseline).length > 0) return [];
  const sound = module as ProvinceModule;
  const config = inherit(baseline, sound);
  const faults = await Promise.all(
    (sound.judgements ?? []).map(async (judgement, index) => {
      const alone = { ...config, judgements: [judgement] };
      const found = await outcomesOf(alone, judgement.county, judgement.from, judges);
      const failed = found.find(({ failure }) => failure !== null)?.failure ?? null;
      return failed === null ? [] : [faultOf(sound.code, index, judgement, failed)];
    }),
  );
  return faults.flat();
}

/** 未通过试运行的模块 · The modules with a function that fails, as `loadProvinces` takes modules that cannot be read. @article 5.1 */
export async function failingModules(
  modules: readonly unknown[],
  baseline: ProvinceConfig,
  judges: Judges,
): Promise<{ readonly meant: string; readonly faults: readonly Fault[] }[]> {
  const probed = await Promise.all(
    modules.map(async (module) => ({ module, faults: await probeJudgements(module, baseline, judges) })),
  );
  return probed
    .filter(({ faults }) => faults.length > 0)
    .map(({ module, faults }) => ({ meant: (module as ProvinceModule).code, faults }));
}

async function outcomesOf(
  config: ProvinceConfig,
  county: string | null,
  on: CalendarDate,
  judges: Judges,
): Promise<readonly Judged<unknown>[]> {
  const { code, name } = config;
  const province: LoadedProvince = { code, name, configVersion: '', servedByBaseline: false, config };
  const rules = resolveRules(province, on, county);
  const households = [unknownHousehold(county ?? code), knownHousehold(county ?? code, on)];
  if (judgementsFor(rules, 'RANGE').length > 0) return (await judges.range(rules, households, on)).flat();
  const identifiedOn = addMonths(on, -12);
  const risk = { id: '1', riskType: rules.riskTypes[0]?.code ?? '', primary: true, identifiedOn, resolvedOn: on };
  const cases = [
    { identifiedOn: null, supportContinued: false, risks: [], measures: [] },
    { identifiedOn, supportContinued: false, risks: [risk], measures: [] },
  ];
  const judged = await Promise.all(
    households.map((household, index) =>
      judges.gates(rules, household, { mode: 'SUPPORTED', facts: cases[index] as (typeof cases)[number] }, on),
    ),
  );
  return judged.flat();
}

function faultOf(
  module: string,
  index: number,
  { from: day, article }: Judgement,
  { kind, detail }: NonNullable<Judged<unknown>['failure']>,
): Fault {
  const wrongForm = kind === 'WRONG_FORM';
  return {
    code: wrongForm ? 'function-answer' : 'function-fails',
    module,
    path: `judgements[${index}].judge`,
    day,
    found: wrongForm ? 'an answer of another form' : `${kind}${detail === '' ? '' : ` (${detail})`}`,
    expected: wrongForm
      ? detail.replace(/^expected /, '')
      : 'an answer for every household, also where facts are missing',
    article,
    suggestion: wrongForm ? null : 'facts that are not known are null, and lists may be empty',
  };
}

function unknownHousehold(regionCode: string): HouseholdFacts {
  return {
    id: 'probe',
    regionCode,
    formerStatus: 'GENERAL',
    resettled: false,
    members: [],
    incomes: [],
    guarantees: [],
  };
}

function knownHousehold(regionCode: string, on: CalendarDate): HouseholdFacts {
  const rigid = { medical: INCOME, education: NONE, disaster: NONE, accident: NONE, housing: NONE, other: NONE };
  const year = (to: CalendarDate): IncomeRecord => ({
    from: addMonths(addDays(to, 1), -12),
    to,
    wages: INCOME,
    business: NONE,
    property: NONE,
    transfers: NONE,
    businessExpenses: NONE,
    claimsPaid: NONE,
    compliantMedicalCost: NONE,
    rigid,
    heads: 1,
  });
  const yesterday = addDays(on, -1);
  return {
    id: 'probe',
    regionCode,
    formerStatus: 'FORMERLY_POOR',
    resettled: true,
    members: [
      {
        id: '1',
        relationship: 'HEAD',
        sex: 'FEMALE',
        birthDate: addMonths(on, -12 * 70),
        health: ['DISABILITY'],
        disabilityGrade: 1,
        selfCare: 'NONE',
        labour: 'NONE',
        schooling: null,
        medicalInsurance: true,
        safetyNet: 'SUBSISTENCE_ALLOWANCE',
      },
    ],
    incomes: [year(yesterday), year(addMonths(yesterday, -12))],
    guarantees: [
      {
        checkedOn: yesterday,
        food: 'SECURE',
        clothing: 'SECURE',
        compulsoryEducation: 'SECURE',
        basicMedicalCare: 'AT_RISK',
        safeHousing: 'NOT_SECURED',
        drinkingWater: 'SECURE',
      },
    ],
  };
}
