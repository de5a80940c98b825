import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { fen } from '../../../src/domain/kernel/money.js';
import { checkDossier } from '../../../src/domain/quality/check-dossier.js';
import type { OwnQualityRule, ProvinceQuality } from '../../../src/domain/quality/province-quality.js';
import { thresholdsOf } from '../../../src/domain/quality/province-quality.js';
import type { QualityCondition } from '../../../src/domain/quality/quality-condition.js';
import type {
  QualityCase,
  QualityDossier,
  QualityMeasure,
  QualityMember,
} from '../../../src/domain/quality/quality-dossier.js';
import { QUALITY_RULES } from '../../../src/domain/quality/quality-rules.js';
import { QUALITY_SIGNS } from '../../../src/domain/quality/sign.js';

const ON = date('2023-11-30');
const ABLE: QualityMember = { health: [], labour: 'ORDINARY', safetyNet: 'NONE' };
const MEASURES: readonly QualityMeasure[] = [
  { family: 'HEALTH', nature: 'GUARANTEE', socialSecurity: false, delivered: true },
  { family: 'EMPLOYMENT', nature: 'DEVELOPMENTAL', socialSecurity: false, delivered: true },
];
const CASE: QualityCase = {
  status: 'MONITORED',
  identifiedOn: date('2023-03-20'),
  eliminatedOn: null,
  eliminationMode: null,
  trackingOnly: false,
  withdrawalReason: null,
  risks: ['ILLNESS'],
  measures: MEASURES,
};
const SOUND: QualityDossier = {
  formerStatus: 'GENERAL',
  members: [ABLE, { health: ['DISABILITY'], labour: 'NONE', safetyNet: 'SUBSISTENCE_ALLOWANCE' }],
  case: CASE,
  now: { perCapita: fen(700_000), compliantMedicalCost: fen(1) },
  atIdentification: { perCapita: fen(700_000), compliantMedicalCost: fen(650_000) },
  atElimination: { perCapita: null, compliantMedicalCost: null },
  identificationIncomeKept: true,
  guaranteesChecked: true,
  line: fen(750_000),
  lineAtElimination: null,
  supportDueOn: date('2023-04-20'),
  developmentDueOn: date('2023-09-20'),
  eliminationFrom: date('2023-09-20'),
  inRegister: true,
};
const inForce = (value: ProvinceQuality) => ({
  value,
  from: date('2023-01-01'),
  outdated: false,
  source: { id: 'province-2023', title: '省级文件', standing: 'document' as const },
});
const rules = (
  change: Partial<QualityDossier>,
  own: Partial<QualityCase> = {},
  quality: ProvinceQuality = {},
): string[] => {
  const base = { ...SOUND, ...change };
  const dossier = base.case === null ? base : { ...base, case: { ...base.case, ...own } };
  return checkDossier(dossier, ON, inForce(quality)).map(({ rule }) => rule);
};
const GONE = { status: 'RISK_ELIMINATED', eliminatedOn: date('2023-10-01'), eliminationMode: 'SUPPORTED' } as const;

describe('the rules of data quality, each with its twin', () => {
  it('finds nothing wrong with a sound case, and has 17 rules and 5 signs, each under its own id', () => {
    expect(rules({})).toEqual([]);
    const ids = [...QUALITY_RULES, ...QUALITY_SIGNS].map(({ id }) => id);
    expect(new Set(ids).size).toBe(22);
  });

  it('1_02_006 names a formerly poor household of 7,499.99 yuan without a case, and none of 7,500.00', () => {
    const poor = { formerStatus: 'FORMERLY_POOR', case: null } as const;
    const now = (amount: number) => ({ perCapita: fen(amount), compliantMedicalCost: null });
    expect(rules({ ...poor, now: now(749_999) })).toEqual(['under-line-unmonitored']);
    expect(rules({ ...poor, now: now(750_000) })).toEqual([]);
    expect(rules({ ...poor, formerStatus: 'GENERAL', now: now(1) })).toEqual([]);
  });

  it('1_11_002 names what an identified case lacks', () => {
    expect(rules({ guaranteesChecked: false })).toEqual(['incomplete-identification']);
    expect(rules({ guaranteesChecked: null })).toEqual([]);
    expect(rules({}, { risks: [] })).toEqual(['incomplete-identification']);
  });

  it('1_11_010 and 5_12_007 wait for the last day in time', () => {
    expect(rules({ supportDueOn: ON }, { measures: [] })).toEqual(['no-development-in-time']);
    expect(rules({}, { measures: [] })).toEqual(['no-support-in-time', 'no-development-in-time']);
    expect(rules({ supportDueOn: ON, developmentDueOn: ON }, { measures: [] })).toEqual([]);
  });

  it('2_11_001, 2_11_006 and 4_11_009 hold a risk against the members', () => {
    expect(rules({}, { risks: ['DISABILITY'] })).toEqual([]);
    expect(rules({ members: [ABLE] }, { risks: ['DISABILITY'] })).toEqual(['disability-risk-without-disabled']);
    expect(rules({ members: [ABLE] }, { risks: ['LABOUR_SHORTAGE'] })).toEqual(['labour-shortage-all-able']);
    const unable = { ...ABLE, labour: 'LOST' } as const;
    expect(rules({ members: [unable], developmentDueOn: null }, { risks: ['EMPLOYMENT'] })).toEqual([
      'job-risk-without-labour',
    ]);
    expect(rules({ members: [{ ...ABLE, labour: 'WEAK' }] }, { risks: ['EMPLOYMENT'] })).toEqual([]);
  });

  it('1_11_009, 2_11_002, 3_11_003 and 4_11_010 look at how a case was eliminated', () => {
    expect(rules({}, GONE)).toEqual([]);
    expect(rules({}, { ...GONE, measures: [] })).toEqual([
      'eliminated-without-measure',
      'risk-without-matching-measure',
    ]);
    expect(rules({}, { ...GONE, eliminatedOn: date('2023-09-20') })).toEqual([]);
    expect(rules({}, { ...GONE, eliminatedOn: date('2023-09-19') })).toEqual(['eliminated-too-soon']);
    expect(rules({}, { ...GONE, risks: ['HOUSING'] })).toEqual(['risk-without-matching-measure']);
    const at = (amount: number) => ({
      atElimination: { perCapita: fen(amount), compliantMedicalCost: null },
      lineAtElimination: fen(750_000),
    });
    expect(rules(at(749_999), GONE)).toEqual(['eliminated-under-line']);
    expect(rules(at(750_000), GONE)).toEqual([]);
    expect(rules(at(1), { ...GONE, eliminationMode: 'NATURAL', measures: [] })).toEqual([]);
  });

  it('4_11_015, 5_11_032 and 5_11_033 hold the safety net against the members', () => {
    const net = { family: 'SAFETY_NET', nature: 'SAFETY_NET', socialSecurity: true, delivered: true } as const;
    expect(rules({ developmentDueOn: null }, { measures: [net] })).toEqual(['safety-net-alone']);
    expect(rules({ members: [ABLE] }, { measures: [...MEASURES, net] })).toEqual(['safety-net-without-member']);
    // An allowance for the disabled is no subsistence allowance: nobody needs to be granted one for it.
    const forDisabled = { ...net, socialSecurity: false };
    expect(rules({ members: [ABLE] }, { measures: [...MEASURES, forDisabled] })).toEqual([]);
    const unable = { ...ABLE, labour: 'LOST', safetyNet: 'SUBSISTENCE_ALLOWANCE' } as const;
    expect(rules({ members: [unable] }, { measures: [net] })).toEqual(['no-labour-not-tracked']);
    expect(rules({ members: [unable] }, { measures: [net], trackingOnly: true })).toEqual([]);
    expect(rules({ members: [unable] }, { measures: [forDisabled] })).toEqual([]);
  });

  it('5_15_020 and 1111_18 look at the income of identification', () => {
    const at = (perCapita: number, cost: number) => ({
      atIdentification: { perCapita: fen(perCapita), compliantMedicalCost: fen(cost) },
    });
    expect(rules(at(700_000, 0))).toEqual(['illness-without-medical-cost']);
    expect(rules(at(2_000_000, 1))).toEqual([]);
    expect(rules(at(2_000_001, 1))).toEqual(['high-income-identified']);
    expect(rules(at(2_000_001, 1), { identifiedOn: date('2022-12-31') })).toEqual([]);
  });

  it('R20 names a withdrawal as moved away of a household that is still there', () => {
    const moved = { status: 'WITHDRAWN', withdrawalReason: 'MOVED_AWAY' } as const;
    expect(rules({}, moved)).toEqual(['withdrawal-avoids-elimination']);
    expect(rules({ inRegister: false }, moved)).toEqual([]);
    expect(rules({}, { ...moved, withdrawalReason: 'ENTERED_IN_ERROR' })).toEqual([]);
  });

  it('says nothing of measures where none are kept', () => {
    expect(rules({}, { measures: null })).toEqual([]);
    expect(rules({}, { ...GONE, measures: null, risks: ['HOUSING'] })).toEqual([]);
  });

  it('runs by the stricter numbers and graver severities of a province', () => {
    const high = { atIdentification: { perCapita: fen(1_500_001), compliantMedicalCost: fen(1) } };
    const stricter = { thresholds: { 'high-income-identified': { perCapitaYuan: 15_000 } } };
    expect(rules(high)).toEqual([]);
    expect(rules(high, {}, stricter)).toEqual(['high-income-identified']);
    const grave = checkDossier(
      { ...SOUND, guaranteesChecked: true, case: { ...CASE, measures: [] } },
      ON,
      inForce({ severities: { 'no-support-in-time': 'CRITICAL' } }),
    );
    expect(grave.map(({ rule, severity }) => `${rule} ${severity}`)).toEqual([
      'no-support-in-time CRITICAL',
      'no-development-in-time WARNING',
    ]);
  });

  it('adds the rules of a province, and shows the facts by which they hold', () => {
    const own: OwnQualityRule = {
      code: 'illness-by-no-health-measure',
      name: { zh: '因病无健康帮扶', en: 'Illness without a health measure' },
      severity: 'INFO',
      when: [
        { fact: 'risks', is: 'HAS', value: 'ILLNESS' },
        { fact: 'measureFamilies', is: 'LACKS', value: 'HEALTH' },
      ],
    };
    expect(rules({}, {}, { rules: [own] })).toEqual([]);
    expect(rules({}, { measures: null }, { rules: [own] })).toEqual([]);
    const dossier = { ...SOUND, case: { ...CASE, measures: MEASURES.slice(1) } };
    expect(checkDossier(dossier, ON, inForce({ rules: [own] }))).toEqual([
      {
        rule: 'illness-by-no-health-measure',
        severity: 'INFO',
        message: own.name,
        evidence: { risks: ['ILLNESS'], measureFamilies: ['EMPLOYMENT'], source: 'province-2023' },
      },
    ]);
  });

  it.each([
    [{ fact: 'perCapitaYuan', is: 'AT_MOST', value: 7000 }, true],
    [{ fact: 'perCapitaYuan', is: 'UNDER', value: 7000 }, false],
    [{ fact: 'perCapitaYuan', is: 'AT_LEAST', value: 7000 }, true],
    [{ fact: 'perCapitaYuan', is: 'OVER', value: 6999.99 }, true],
    [{ fact: 'perCapitaPercentOfLine', is: 'UNDER', value: 93.33 }, false],
    [{ fact: 'perCapitaPercentOfLine', is: 'UNDER', value: 93.34 }, true],
    [{ fact: 'members', is: 'EQUALS', value: 2 }, true],
    [{ fact: 'ableMembers', is: 'EQUALS', value: 1 }, true],
    [{ fact: 'health', is: 'HAS', value: 'DISABILITY' }, true],
    [{ fact: 'safetyNets', is: 'LACKS', value: 'EXTREME_POVERTY_SUPPORT' }, true],
    [{ fact: 'daysIdentified', is: 'AT_LEAST', value: 255 }, true],
    [{ fact: 'daysIdentified', is: 'AT_LEAST', value: 256 }, false],
    [{ fact: 'caseStatus', is: 'DIFFERS', value: 'NONE' }, true],
    [{ fact: 'trackingOnly', is: 'EQUALS', value: false }, true],
    [{ fact: 'deliveredMeasures', is: 'EQUALS', value: 2 }, true],
    [{ fact: 'eliminationMode', is: 'DIFFERS', value: 'NATURAL' }, false],
  ] as const satisfies readonly (readonly [QualityCondition, boolean])[])(
    'asks %j, and is answered %s',
    (when, holds) => {
      const own = { code: 'own', name: { zh: '自定', en: 'Own.' }, severity: 'INFO' as const, when: [when] };
      expect(rules({}, {}, { rules: [own] })).toEqual(holds ? ['own'] : []);
    },
  );

  it('tells signs by their numbers: five households and not four, nine of ten figures and not fewer', () => {
    const sign = (id: string) => QUALITY_SIGNS.find((one) => one.id === id)!;
    const tells = (id: string, counted: Record<string, number>) =>
      sign(id).tells(counted, thresholdsOf(sign(id), null));
    expect([tells('identical-figures', { households: 5 }), tells('identical-figures', { households: 4 })]).toEqual([
      true,
      false,
    ]);
    expect(tells('last-digit-heaping', { figures: 50, same: 45 })).toBe(true);
    expect(tells('last-digit-heaping', { figures: 50, same: 44 })).toBe(false);
    expect(tells('last-digit-heaping', { figures: 49, same: 49 })).toBe(false);
    expect([
      tells('notice-too-short', { days: 4, least: 5 }),
      tells('notice-too-short', { days: 5, least: 5 }),
    ]).toEqual([true, false]);
  });
});
