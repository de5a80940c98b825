import { describe, expect, it } from 'vitest';
import { BASELINE } from '../../../provinces/index.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { formatYuan } from '../../../src/domain/kernel/money.js';
import type { RegionCode } from '../../../src/domain/kernel/region-code.js';
import type { LoadedProvince } from '../../../src/domain/province/province-config.js';
import { provinceHealth } from '../../../src/features/province/index.js';
import { ApiError } from '../../../src/platform/errors/api-error.js';
import { load, serviceWith, yunnanWithLine } from './planted-modules.js';

const at = (code: string) => code as RegionCode;
const CHANGSHA_COUNTY = at('430121');
const PINGJIANG = at('430626');
const YUANMOU = at('532328');
const lineOf = (service: ReturnType<typeof serviceWith>, region: RegionCode, day: string) =>
  service.rulesOn(region, date(day)).line;

function refusalOf(ask: () => unknown): ApiError {
  try {
    ask();
  } catch (error) {
    if (error instanceof ApiError) return error;
  }
  throw new Error('nothing was refused');
}

describe('rulesOn', () => {
  const service = serviceWith();

  it('serves Changsha County by 7,500.00 yuan in 2023, and in 2026 by the same with its warning', () => {
    const of2023 = lineOf(service, CHANGSHA_COUNTY, '2023-12-31');
    expect([formatYuan(of2023!.perCapitaIncome), of2023!.outdated]).toEqual(['7500.00', false]);
    const rules = service.rulesOn(CHANGSHA_COUNTY, date('2026-03-01'));
    expect([formatYuan(rules.line!.perCapitaIncome), rules.line!.outdated]).toEqual(['7500.00', true]);
    expect(rules.warnings).toContainEqual(
      expect.objectContaining({ code: 'PARAMETER_OUTDATED', parameter: 'monitoringLines', from: '2023-01-01' }),
    );
  });

  it('serves Changsha County by the floor of 6,000.00 yuan on 31 December 2022', () => {
    expect(formatYuan(lineOf(service, CHANGSHA_COUNTY, '2022-12-31')!.perCapitaIncome)).toBe('6000.00');
  });

  it('serves Qinghai, which has no module, by the baseline at 6,000.00 yuan, in its own name, and says so', () => {
    const rules = service.rulesOn(at('630121'), date('2021-06-01'));
    expect(rules).toMatchObject({ provinceCode: '630000', provinceName: { en: 'Qinghai' }, servedByBaseline: true });
    expect(formatYuan(rules.line!.perCapitaIncome)).toBe('6000.00');
  });

  it('serves a regiment of the Corps inside Urumqi in the name of the Corps, and the district by Xinjiang', () => {
    expect(service.rulesOn(at('650103501'), date('2023-01-01')).provinceCode).toBe('660000');
    expect(service.rulesOn(at('650103001'), date('2023-01-01')).provinceCode).toBe('650000');
  });

  it('has Pingjiang post an elimination for 7 days and its neighbours for 5', () => {
    const days = (county: RegionCode) =>
      service
        .rulesOn(county, date('2023-06-01'))
        .procedures.ELIMINATION.steps.find(({ kind }) => kind === 'PUBLIC_NOTICE')?.minimumNoticeDays;
    expect([days(PINGJIANG), days(CHANGSHA_COUNTY)]).toEqual([7, 5]);
  });

  it('answers the same object for the same county and day', () => {
    expect(service.rulesOn(at('430121100'), date('2023-06-01'))).toBe(
      service.rulesOn(at('430121101'), date('2023-06-01')),
    );
  });
});

describe('a province whose module was refused', () => {
  const service = serviceWith([yunnanWithLine('5999.99')]);

  it('answers PROVINCE_CONFIG_INVALID for every region of it, and the baseline for none', () => {
    for (const region of ['530000', '532328', '532328001001']) {
      const error = refusalOf(() => service.rulesOn(at(region), date('2023-06-01')));
      expect([error.code, error.extra]).toEqual(['PROVINCE_CONFIG_INVALID', { province: '530000' }]);
      expect(error.message).toBe(
        'The configuration of 530000 was refused with 1 fault(s) when it was loaded; provincial IT can see why in /health/ready.',
      );
    }
    expect(refusalOf(() => service.served(YUANMOU)).code).toBe('PROVINCE_CONFIG_INVALID');
    expect(service.find(YUANMOU)).toBeNull();
  });

  it('leaves Hunan as it is', () => {
    expect(service.rulesOn(CHANGSHA_COUNTY, date('2023-06-01')).provinceCode).toBe('430000');
  });

  it('is served again where the line is 6,000.00 yuan', () => {
    const mended = serviceWith([yunnanWithLine('6000.00')]);
    expect(formatYuan(lineOf(mended, YUANMOU, '2023-06-01')!.perCapitaIncome)).toBe('6000.00');
    expect(mended.served(YUANMOU)?.servedByBaseline).toBe(false);
  });

  it('still lets a run go on that is pinned to a configuration of before', () => {
    const past = load([yunnanWithLine('7000.00')]).provinces.get('530000')!;
    const rules = serviceWith([yunnanWithLine('5999.99')], [past]).rulesOf(
      past.configVersion,
      YUANMOU,
      date('2023-06-01'),
    );
    expect([rules.provinceName.zh, formatYuan(rules.line!.perCapitaIncome)]).toEqual(['云南省', '7000.00']);
  });
});

describe('regions that no configuration is meant for', () => {
  it('are the nation and Hong Kong: no province, and no rules', () => {
    const service = serviceWith();
    for (const region of ['000000', '810000']) {
      expect(service.served(at(region))).toBeNull();
      expect(refusalOf(() => service.rulesOn(at(region), date('2023-06-01'))).message).toContain('is not loaded');
    }
  });
});

describe('rulesOf', () => {
  const before = load([yunnanWithLine('7000.00')]).provinces.get('530000')!;

  it('answers 7,000.00 yuan under the configuration of before, and 8,000.00 under that of now', () => {
    const service = serviceWith([yunnanWithLine('8000.00')], [before]);
    const pinned = service.rulesOf(before.configVersion, YUANMOU, date('2023-06-01'));
    expect([formatYuan(pinned.line!.perCapitaIncome), pinned.configVersion]).toEqual(['7000.00', before.configVersion]);
    expect(formatYuan(lineOf(service, YUANMOU, '2023-06-01')!.perCapitaIncome)).toBe('8000.00');
  });

  it('names each province that shares the configuration of the baseline by its own name', () => {
    const service = serviceWith();
    const { configVersion } = service.find(at('630000'))!;
    const named = (region: string) => service.rulesOf(configVersion, at(region), date('2023-06-01'));
    expect(named('630121')).toMatchObject({ provinceCode: '630000', provinceName: { zh: '青海省' } });
    expect(named('659001')).toMatchObject({ provinceCode: '660000', provinceName: { zh: '新疆生产建设兵团' } });
    expect(named('630121').servedByBaseline).toBe(true);
  });

  it('names Yunnan where it got a module after the run had begun on the baseline', () => {
    const stored: LoadedProvince = {
      code: '000000',
      name: BASELINE.name,
      configVersion: load().provinces.get('630000')!.configVersion,
      servedByBaseline: true,
      config: BASELINE,
    };
    const rules = serviceWith([yunnanWithLine('8000.00')], [stored]).rulesOf(
      stored.configVersion,
      YUANMOU,
      date('2023-06-01'),
    );
    expect(rules).toMatchObject({ provinceCode: '530000', provinceName: { en: 'Yunnan' }, servedByBaseline: true });
  });

  it('answers PROVINCE_CONFIG_INVALID for a configuration that the registry has not', () => {
    const error = refusalOf(() => serviceWith().rulesOf(before.configVersion, YUANMOU, date('2023-06-01')));
    expect([error.code, error.extra]).toEqual([
      'PROVINCE_CONFIG_INVALID',
      { province: '530000', configVersion: before.configVersion },
    ]);
  });

  it('gives a run the definition of its first day', () => {
    const service = serviceWith();
    const run = {
      configVersion: service.find(PINGJIANG)!.configVersion,
      kind: 'ELIMINATION' as const,
      startedOn: date('2023-01-01'),
    };
    const noticeDays = (startedOn: string) =>
      service
        .definitionOf({ ...run, startedOn: date(startedOn) }, PINGJIANG)
        .steps.find(({ kind }) => kind === 'PUBLIC_NOTICE')?.minimumNoticeDays;
    expect([noticeDays('2022-12-31'), noticeDays('2023-01-01')]).toEqual([5, 7]);
  });
});

describe('riskType and instrument', () => {
  const known = { ...BASELINE.instruments[0]!, code: 'yak-insurance', name: '牦牛保险' };
  const past = { ...yunnanWithLine('7000.00'), instruments: [known] };

  it('find what the configuration of now offers, and what one of before did', () => {
    const service = serviceWith([yunnanWithLine('8000.00')], [load([past]).provinces.get('530000')!]);
    expect(service.instrument(YUANMOU, BASELINE.instruments[0]!.code)?.name).toBe(BASELINE.instruments[0]!.name);
    expect(service.instrument(YUANMOU, 'yak-insurance')?.name).toBe('牦牛保险');
    expect(service.instrument(CHANGSHA_COUNTY, 'yak-insurance')).toBeNull();
  });

  it('let a code stand for itself that no configuration ever had', () => {
    expect(serviceWith().riskType(YUANMOU, 'ILLNESS')).toMatchObject({ name: '因病', nameEn: 'Illness' });
    expect(serviceWith().riskType(YUANMOU, 'LOCUSTS')).toEqual({
      code: 'LOCUSTS',
      name: 'LOCUSTS',
      nameEn: 'LOCUSTS',
      group: 'OTHER',
    });
  });
});

describe('provinceHealth', () => {
  it('counts 32 served and 31 of them by the baseline where nothing is refused', () => {
    expect(provinceHealth(serviceWith())).toEqual({ loaded: 32, servedByBaseline: 31, refused: [], altered: [] });
  });

  it('names a refused module with each fault as data and as a sentence', () => {
    const health = provinceHealth(serviceWith([yunnanWithLine('5999.99', '5999.98')]));
    expect([health.loaded, health.servedByBaseline]).toEqual([31, 30]);
    expect(health.refused).toHaveLength(1);
    const [{ province, faults }] = health.refused as [(typeof health.refused)[number]];
    expect([province, faults.map(({ path }) => path)]).toEqual([
      '530000',
      ['monitoringLines[0].value.perCapitaIncome', 'monitoringLines[1].value.perCapitaIncome'],
    ]);
    expect(faults.map(({ sentence }) => sentence).join()).toContain('5999.98 yuan, under the national floor');
    expect(JSON.parse(JSON.stringify(health))).toEqual(health);
  });
});
