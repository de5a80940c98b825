import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { BASELINE, PROVINCES } from '../../provinces/index.js';
import { RULES } from '../../scripts/rule-list.js';
import { functionsIn, sourcesUnder } from '../../scripts/domain-functions.js';
import { checkContinuedSupport } from '../../src/domain/case/check-continued-support.js';
import { checkCategory } from '../../src/domain/case/rules/r02-category-fits-former-status.js';
import { casePriority } from '../../src/domain/case/rules/r03-case-priority.js';
import { checkNationalRecord } from '../../src/domain/case/rules/r30-national-record.js';
import { decideElimination } from '../../src/domain/elimination/decide-elimination.js';
import { shouldTrackOnly } from '../../src/domain/elimination/should-track-only.js';
import { checkLineFloor } from '../../src/domain/income/rules/r01-line-floor.js';
import { canCompleteStep } from '../../src/domain/jurisdiction/can-complete-step.js';
import type { RegionCode } from '../../src/domain/kernel/region-code.js';
import { date } from '../../src/domain/kernel/calendar-date.js';
import { yuan } from '../../src/domain/kernel/money.js';
import { leadDueOn } from '../../src/domain/lead/lead-due-on.js';
import type { ProcedureKind } from '../../src/domain/procedure/procedure-definition.js';
import { noticeLongEnough } from '../../src/domain/procedure/rules/r10-notice-days.js';
import { oneReviewOneNotice } from '../../src/domain/procedure/rules/r28-one-review-one-notice.js';
import type { ProvinceRules } from '../../src/domain/province/province-rules.js';
import { resolveRules } from '../../src/domain/province/resolve-rules.js';
import { limitDueDate } from '../../src/domain/province/time-limit.js';
import { assessHousehold } from '../../src/domain/risk/assess-household.js';
import { checkPlan } from '../../src/domain/support/check-plan.js';
import { isSupportOverdue } from '../../src/domain/support/rules/r14-support-overdue.js';
import { chineseHolidayCalendar } from '../../src/features/province/index.js';
import { inherit, type ProvinceDraft, validateProvince } from '../../src/province-sdk/index.js';
import { anElimination, anIncome } from '../domain/elimination/an-elimination.js';
import { aRun, complete, passing } from '../domain/procedure/a-procedure.js';
import { aHousehold } from '../domain/risk/a-household.js';
import { aPlan, NO_LABOUR, planned } from '../domain/support/a-plan.js';

const holidays = chineseHolidayCalendar();
const MODULE = { hunan: '430000', hainan: '460000', anhui: '340000', gansu: '620000' } as const;
type Place = keyof typeof MODULE;

const moduleOf = (place: Place) => PROVINCES.find(({ code }) => code === MODULE[place])!;
/** The rules of a province on a day, as they are loaded. */
function rulesOf(place: Place, day: string, county: string | null = null): ProvinceRules {
  const config = inherit(BASELINE, moduleOf(place));
  const loaded = { code: config.code, name: config.name, configVersion: place, servedByBaseline: false, config };
  return resolveRules(loaded, date(day), county);
}
const procedure = (place: Place, kind: ProcedureKind, day: string, county: string | null = null) =>
  rulesOf(place, day, county).procedures[kind];
const stepOf = (place: Place, code: string, day: string) =>
  procedure(place, 'IDENTIFICATION', day).steps.find((step) => step.code === code)!;
const assess = (place: Place, perCapita: string) =>
  assessHousehold(aHousehold().earning(perCapita).get(), rulesOf(place, '2023-06-01'), date('2023-06-01'));
const gatesOf = (place: Place, perCapita: string, set = {}) =>
  decideElimination(
    anElimination({ incomes: [anIncome('2023-06-30', perCapita)], rules: rulesOf(place, '2023-07-31'), ...set }),
  )
    .filter(({ passed }) => !passed)
    .map(({ code }) => code);
const ILL = [{ id: 'risk-1', riskType: 'ILLNESS', primary: true, identifiedOn: date('2023-01-10'), resolvedOn: null }];
const against = (place: Place, instruments: readonly (readonly [string, readonly string[]])[], set = {}) =>
  checkPlan(
    aPlan({
      risks: ILL,
      rules: rulesOf(place, '2023-03-01'),
      measures: instruments.map(([code, addresses]) => planned(code, addresses)),
      ...set,
    }),
  ).map(({ message }) => message.slice(0, 3));
const workerOf = (region: string) => [{ role: 'VILLAGE_WORKER' as const, region }];
const ASSISTED = ['medical-assistance', ['ILLNESS']] as const;
const JOB = ['public-welfare-job', []] as const;

type Scenario = readonly [Place, () => void];

/** By rule, what it does where provinces differ; each holds under at least two of them. */
const SCENARIOS: Readonly<Record<string, readonly Scenario[]>> = {
  R01: (['hunan', 'hainan'] as const).map(
    (place): Scenario => [
      place,
      () => {
        const { line, nationalFloor } = { nationalFloor: yuan('6000.00'), ...rulesOf(place, '2023-06-01') };
        expect(line?.perCapitaIncome).toBe(yuan(place === 'hunan' ? '7500.00' : '6000.00'));
        const held = { place, from: date('2023-01-01'), perCapitaIncome: line!.perCapitaIncome };
        expect(checkLineFloor(held, nationalFloor)).toBeNull();
        expect(checkLineFloor({ ...held, perCapitaIncome: yuan('5999.99') }, nationalFloor)?.code).toBe(
          'line-under-floor',
        );
      },
    ],
  ),
  R02: (['hunan', 'gansu'] as const).map(
    (place): Scenario => [
      place,
      () => {
        expect(assess(place, '5000.00').suggestedCategory).toBe('MARGINAL_AT_RISK');
        expect(checkCategory('UNSTABLE_OUT_OF_POVERTY', 'GENERAL')[0]?.article).toBe('2.1');
      },
    ],
  ),
  R03: (['hunan', 'anhui'] as const).map(
    (place): Scenario => [
      place,
      () => {
        const ranking = rulesOf(place, '2023-06-01').specialGroupPriority?.value;
        expect(casePriority(['CRITICAL_ILLNESS'], ranking)).toBeLessThan(
          casePriority(['INCAPACITATED_ELDERLY'], ranking),
        );
        expect(casePriority(['OTHER'], ranking)).toBeLessThan(casePriority([], ranking));
      },
    ],
  ),
  R04: [
    [
      'hunan',
      () =>
        expect([assess('hunan', '7499.99').withinRange, assess('hunan', '7500.00').withinRange]).toEqual([true, false]),
    ],
    [
      'hainan',
      () =>
        expect([assess('hainan', '5999.99').withinRange, assess('hainan', '6000.00').withinRange]).toEqual([
          true,
          false,
        ]),
    ],
    [
      'hunan',
      () =>
        expect(
          assessHousehold(aHousehold().incomes().get(), rulesOf('hunan', '2023-06-01'), date('2023-06-01')).withinRange,
        ).toBeNull(),
    ],
  ],
  // Reported on Friday 24 February 2023: two and five working days, fifteen days of the calendar.
  R05: (
    [
      ['anhui', '2023-02-28'],
      ['gansu', '2023-03-03'],
      ['hunan', '2023-03-11'],
    ] as const
  ).map(
    ([place, due]): Scenario => [
      place,
      () =>
        expect(
          leadDueOn(date('2023-02-24'), rulesOf(place, '2023-02-24').leadVerificationLimit!.value, holidays).dueOn,
        ).toBe(due),
    ],
  ),
  R08: [
    [
      'hainan',
      () => expect(stepOf('hainan', 'household-verification', '2022-06-01').after).toEqual(['data-comparison']),
    ],
    [
      'anhui',
      () => {
        expect(stepOf('anhui', 'data-comparison', '2022-03-30').after).toEqual(
          stepOf('anhui', 'public-notice', '2022-03-30').after,
        );
        expect(stepOf('anhui', 'data-comparison', '2022-03-29').after).toEqual(['commitment-authorization']);
      },
    ],
    [
      'gansu',
      () => {
        expect(procedure('gansu', 'IDENTIFICATION', '2023-02-20').limitDays).toBe(25);
        expect(procedure('gansu', 'IDENTIFICATION', '2023-02-21').limitDays).toBe(15);
      },
    ],
  ],
  // The comparison comes right after the pledge in Hainan, after the visit in Hunan, and before the pledge nowhere.
  R09: (['hunan', 'hainan'] as const).map(
    (place): Scenario => [
      place,
      () => {
        const definition = procedure(place, 'IDENTIFICATION', '2023-03-01');
        const comparison = { ...passing('comparison', '2023-03-01'), step: 'data-comparison' };
        const early = complete({ definition, run: aRun(definition) }, comparison);
        expect('refusals' in early && early.refusals.some(({ message }) => message.startsWith('R09'))).toBe(true);
        const pledged = complete(
          { definition, run: aRun(definition) },
          { ...passing('commitment', '2023-03-01'), step: 'commitment-authorization' },
        );
        expect('run' in pledged).toBe(place === 'hainan');
      },
    ],
  ),
  // Seven days in 平江县 of Hunan, five elsewhere; from 1 to 7 March run six.
  R10: (
    [
      ['hunan', '430626', '2023-03-07', '2023-03-08'],
      ['hunan', '430121', '2023-03-05', '2023-03-06'],
      ['anhui', null, '2023-03-05', '2023-03-06'],
    ] as const
  ).map(
    ([place, county, short, enough]): Scenario => [
      place,
      () => {
        const step = procedure(place, 'ELIMINATION', '2023-03-01', county).steps.find(
          ({ kind }) => kind === 'PUBLIC_NOTICE',
        )!;
        expect(noticeLongEnough(date('2023-03-01'), date(short), step.minimumNoticeDays)[0]?.code).toBe(
          'NOTICE_TOO_SHORT',
        );
        expect(noticeLongEnough(date('2023-03-01'), date(enough), step.minimumNoticeDays)).toEqual([]);
      },
    ],
  ),
  R11: [
    [
      'hunan',
      () =>
        expect(
          [gatesOf('hunan', '7500.00'), gatesOf('hunan', '7500.01')].map((gates) =>
            gates.includes('income-above-line'),
          ),
        ).toEqual([true, false]),
    ],
    [
      'hainan',
      () =>
        expect(
          [gatesOf('hainan', '6000.00'), gatesOf('hainan', '6000.01')].map((gates) =>
            gates.includes('income-above-line'),
          ),
        ).toEqual([true, false]),
    ],
  ],
  R12: (['hunan', 'gansu'] as const).map(
    (place): Scenario => [
      place,
      () => {
        expect(gatesOf(place, '9000.00', { members: [{ labour: 'LOST' }] })).toContain('labour-capacity');
        const { socialSecurityInstruments } = rulesOf(place, '2023-07-31');
        const none = { status: 'MONITORED' as const, measures: [], socialSecurityInstruments };
        const lost = (safetyNet: 'NONE' | 'SUBSISTENCE_ALLOWANCE') => [{ labour: 'LOST' as const, safetyNet }];
        expect(shouldTrackOnly({ ...none, members: lost('SUBSISTENCE_ALLOWANCE') })).toBe(true);
        expect(shouldTrackOnly({ ...none, members: lost('NONE') })).toBe(false);
      },
    ],
  ),
  R13: (['hunan', 'anhui'] as const).map(
    (place): Scenario => [
      place,
      () => {
        const facts = { ...anElimination().facts, supportContinued: true };
        expect(gatesOf(place, '9000.00', { facts, reviewOn: date('2023-08-01') })).toContain('stability');
        expect(gatesOf(place, '9000.00', { facts, reviewOn: date('2023-07-31') })).not.toContain('stability');
        const continued = { reason: '收入不稳', reviewBy: date('2023-09-01') };
        expect(checkContinuedSupport({ ...facts, status: 'MONITORED' }, continued, date('2023-07-31'))).toEqual([]);
      },
    ],
  ),
  R14: (['hunan', 'hainan'] as const).map(
    (place): Scenario => [
      place,
      () => {
        const { dueOn } = limitDueDate(date('2023-03-15'), rulesOf(place, '2023-03-15').supportLimit!.value, holidays);
        expect(dueOn).toBe('2023-04-15');
        const facts = { status: 'MONITORED' as const, measures: [] };
        expect([
          isSupportOverdue(facts, dueOn, date('2023-04-15')),
          isSupportOverdue(facts, dueOn, date('2023-04-16')),
        ]).toEqual([false, true]);
      },
    ],
  ),
  R15: (['hunan', 'anhui'] as const).map(
    (place): Scenario => [
      place,
      () => {
        expect(against(place, [ASSISTED, JOB])).toEqual([]);
        expect(against(place, [ASSISTED, ['chronic-disease-card', ['ILLNESS']], JOB])).toEqual(['R15']);
      },
    ],
  ),
  R16: (['hunan', 'gansu'] as const).map(
    (place): Scenario => [
      place,
      () => {
        const school = { ...ILL[0]!, id: 'risk-2', riskType: 'SCHOOLING', primary: false };
        expect(against(place, [ASSISTED, JOB], { risks: [...ILL, school] })).toEqual(['R16']);
      },
    ],
  ),
  R17: (['hunan', 'hainan'] as const).map(
    (place): Scenario => [
      place,
      () => {
        expect(against(place, [ASSISTED])).toEqual(['R17']);
        expect(against(place, [ASSISTED], { labour: NO_LABOUR })).toEqual(['R17']);
        expect(against(place, [ASSISTED], { labour: NO_LABOUR, safetyNetGranted: true })).toEqual([]);
      },
    ],
  ),
  R18: (['hunan', 'anhui'] as const).map(
    (place): Scenario => [
      place,
      () => {
        const social = rulesOf(place, '2023-03-01').instruments.find(
          ({ family, addresses }) => family === 'SOCIAL' && addresses.includes('ILLNESS'),
        )!;
        const given = (provider: string | null) =>
          against(place, [JOB], {
            measures: [
              planned(social.code, ['ILLNESS'], { fundingSource: social.fundingSources[0]!, provider }),
              planned('public-welfare-job', []),
            ],
          });
        expect(given(null)).toEqual(['R18']);
        expect(given('对口支援单位')).toEqual([]);
      },
    ],
  ),
  R22: (['hunan', 'hainan'] as const).map(
    (place): Scenario => [
      place,
      () => {
        const regionCode = (place === 'hunan' ? '430121001001' : '469006100') as RegionCode;
        const may = (code: string) =>
          canCompleteStep({ grants: workerOf('430121001001'), step: stepOf(place, code, '2023-03-01'), regionCode })
            ?.code ?? 'done';
        expect([may('household-verification'), may('county-decision')]).toEqual([
          place === 'hunan' ? 'done' : 'WRONG_LEVEL',
          'WRONG_LEVEL',
        ]);
      },
    ],
  ),
  R23: (['hunan', 'hainan'] as const).map(
    (place): Scenario => [
      place,
      () => {
        const line = place === 'hunan' ? '7500.00' : '6000.00';
        const spending = aHousehold().incomes(anIncome2022(line)).get();
        const assessed = assessHousehold(spending, rulesOf(place, '2023-06-01'), date('2023-06-01'));
        expect([assessed.withinRange, assessed.suggestedCategory]).toEqual([false, 'SUDDEN_SEVERE_DIFFICULTY']);
      },
    ],
  ),
  R24: (['hunan', 'gansu'] as const).map(
    (place): Scenario => [
      place,
      () => {
        const capped = { ...moduleOf(place), maximumMonitored: 5_000 } as unknown as ProvinceDraft;
        expect(validateProvince(capped as never, BASELINE).map(({ code, article }) => `${code} ${article}`)).toEqual([
          'quota 2.2',
        ]);
        expect(validateProvince(moduleOf(place), BASELINE)).toEqual([]);
      },
    ],
  ),
  R28: (['hainan', 'anhui'] as const).map(
    (place): Scenario => [
      place,
      () => {
        const definition = procedure(place, 'IDENTIFICATION', '2022-06-01');
        const review = definition.steps.find(({ kind }) => kind === 'DEMOCRATIC_REVIEW')!;
        const twice = { ...definition, steps: [...definition.steps, { ...review, code: 'second-review' }] };
        expect(oneReviewOneNotice(definition, { source: null })).toEqual([]);
        expect(oneReviewOneNotice(twice, { source: null }).map(({ code }) => code)).toEqual(['step-repeated']);
      },
    ],
  ),
  R30: (['hunan', 'gansu'] as const).map(
    (place): Scenario => [
      place,
      () => {
        const record = {
          number: '4301-0001',
          identifiedOn: date('2022-05-10'),
          category: 'MARGINAL_AT_RISK' as const,
          risks: [{ riskType: 'ILLNESS' }],
          evidence: [{ kind: 'national-record', title: '全国系统档案', sha256: 'a'.repeat(64) }],
        };
        const question = {
          record,
          formerStatus: 'GENERAL' as const,
          riskTypes: rulesOf(place, '2022-05-10').riskTypes,
          today: date('2023-03-01'),
        };
        const beside = { emergency: false, leads: false };
        expect(checkNationalRecord({ ...question, openedOn: date('2022-05-10'), beside })).toEqual([]);
        expect(checkNationalRecord({ ...question, openedOn: date('2022-05-11'), beside })[0]?.code).toBe('DATE_ORDER');
      },
    ],
  ),
};

/** Wages of 2022 at the line itself, and one fen of rigid spending. */
function anIncome2022(line: string) {
  const record = aHousehold().earning(line).get().incomes[0]!;
  return { ...record, rigid: { ...record.rigid, accident: yuan('0.01') } };
}

/** The rules of the lifecycle, all of which are built. */
const LIFECYCLE = [
  ...['R01', 'R02', 'R03', 'R04', 'R05', 'R08', 'R09', 'R10', 'R11', 'R12', 'R13', 'R14', 'R15', 'R16', 'R17', 'R18'],
  ...['R22', 'R23', 'R24', 'R28', 'R30'],
];

describe('every rule of the lifecycle', () => {
  const ruled = ['src/domain', 'src/province-sdk'].flatMap((folder) =>
    sourcesUnder('.', folder).flatMap((file) => functionsIn('.', file)),
  );

  it.each(LIFECYCLE)('%s has its file, its article and its test', (id) => {
    const { articles, also = [], tests = [] } = RULES[id]!;
    const own = ruled.filter(({ rule }) => rule === id);
    const files = [...own.map(({ file }) => file), ...also];
    expect(files.length).toBeGreaterThan(0);
    for (const { articles: cited } of own) expect(cited.length).toBeGreaterThan(0);
    expect(articles.length).toBeGreaterThan(0);
    const mirrors = files.map((file) => file.replace(/^src\//, 'test/').replace(/\.ts$/, '.test.ts'));
    expect([...mirrors, ...tests].filter((file) => existsSync(file)).length).toBeGreaterThan(0);
  });

  it('has a scenario in two provinces that differ', () => {
    expect(Object.keys(SCENARIOS).sort()).toEqual([...LIFECYCLE].sort());
    for (const [id, scenarios] of Object.entries(SCENARIOS))
      expect(new Set(scenarios.map(([place]) => place)).size, id).toBeGreaterThanOrEqual(2);
  });

  const all = Object.entries(SCENARIOS).flatMap(([id, scenarios]) =>
    scenarios.map(([place, hold]) => [id, place, hold] as const),
  );
  it.each(all)('%s holds in %s', (_id, _place, hold) => hold());
});
