import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { INSTRUMENTS } from '../../../provinces/national/instruments/index.js';
import type { RiskGroup } from '../../../src/domain/risk/risk-type.js';
import { ANSWERS_TO_RISK } from '../../../src/domain/support/measure-fits-risk.js';
import type { InstrumentFamily } from '../../../src/domain/support/policy-instrument.js';

const DOMAIN = fileURLToPath(new URL('../../../../shared/domain/', import.meta.url));
const lines = (file: string) => readFileSync(`${DOMAIN}${file}`, 'utf8').trim().split('\n').slice(1);

/** The national form's groups of measures, by the families that stand for them here. */
const FAMILIES: Readonly<Record<string, readonly InstrumentFamily[]>> = {
  产业帮扶: ['INDUSTRY'],
  就业帮扶: ['EMPLOYMENT'],
  金融帮扶: ['MICROCREDIT'],
  公益岗位帮扶: ['PUBLIC_WELFARE_JOB'],
  健康帮扶: ['HEALTH'],
  义务教育保障: ['COMPULSORY_EDUCATION'],
  教育帮扶: ['EDUCATION'],
  住房安全保障: ['HOUSING'],
  饮水安全保障: ['DRINKING_WATER'],
  搬迁: ['RELOCATION_FOLLOW_UP'],
  综合保障: ['SAFETY_NET', 'TEMPORARY_ASSISTANCE', 'INSURANCE'],
  社会帮扶: ['SOCIAL'],
  生产生活条件改善: ['LIVING_CONDITIONS'],
  基础设施建设: ['INFRASTRUCTURE'],
  扶志扶智: ['MOTIVATION'],
};
/** The risk of the national list, by the rule that says what answers it. */
const GROUPS: Readonly<Record<string, RiskGroup>> = {
  ILLNESS: 'ILLNESS',
  SCHOOLING: 'EDUCATION',
  DISABILITY: 'DISABILITY',
  HOUSING: 'HOUSING',
  WATER: 'DRINKING_WATER',
};
const sorted = (families: Iterable<string>) => [...new Set(families)].sort();

describe.runIf(existsSync(DOMAIN))('the rules against the national system’s exports, as they were collected', () => {
  it('say of each risk the measures that the product lets answer it, and of no other', () => {
    const required = new Map<RiskGroup, readonly string[]>();
    for (const line of lines('risk_types.csv')) {
      const asked = /requires ([^;]+)/
        .exec(line)?.[1]
        ?.replaceAll('"', '')
        .split(/ or |\//);
      if (asked === undefined) continue;
      const group = GROUPS[line.split(',')[0]!]!;
      required.set(group, sorted(asked.flatMap((name) => FAMILIES[name.trim()]!)));
    }
    expect([...required.keys()].sort()).toEqual(Object.values(GROUPS).sort());
    for (const [group, { families, rule }] of Object.entries(ANSWERS_TO_RISK)) {
      expect(families === null ? undefined : sorted(families), group).toEqual(required.get(group as RiskGroup));
      expect(rule !== null, group).toBe(families !== null);
    }
  });

  it('name each rule that the product cites', () => {
    const rules = lines('data_quality_rules.csv').join('\n');
    expect(rules).toMatch(/3_11_003\.\.006/);
    for (const { rule } of Object.values(ANSWERS_TO_RISK))
      if (rule !== null && !/^3_11_00[3-6]$/.test(rule)) expect(rules).toContain(rule);
  });

  it('call developmental what the product calls so: industry, employment, finance, public-welfare job (5_12_007)', () => {
    const developmental = lines('measures.csv')
      .map((line) => line.split(','))
      .filter(([, , type]) => type === 'Y')
      .flatMap(([name]) => FAMILIES[name!]!);
    const ours = INSTRUMENTS.filter(({ nature }) => nature === 'DEVELOPMENTAL').map(({ family }) => family);
    expect(sorted(ours)).toEqual(sorted(developmental));
    for (const { code, family, nature } of INSTRUMENTS)
      expect(nature === 'DEVELOPMENTAL', code).toBe(developmental.includes(family));
    expect(lines('data_quality_rules.csv').find((line) => line.startsWith('5_12_007'))).toContain(
      '产业/就业/金融/公益性岗位',
    );
  });
});
