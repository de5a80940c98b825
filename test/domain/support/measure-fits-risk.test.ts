import { describe, expect, it } from 'vitest';
import { RISK_GROUPS } from '../../../src/domain/risk/risk-type.js';
import { ANSWERS_TO_RISK, answersRisk, measureFitsRisk } from '../../../src/domain/support/measure-fits-risk.js';
import { INSTRUMENT_FAMILIES } from '../../../src/domain/support/policy-instrument.js';
import { RISK_TYPES } from '../case/a-case.js';

const fitting = (group: (typeof RISK_GROUPS)[number]) =>
  INSTRUMENT_FAMILIES.filter((family) => measureFitsRisk(family, group));

describe('measureFitsRisk', () => {
  it('answers illness by health, comprehensive and social help (rule 3_11_003)', () => {
    expect(fitting('ILLNESS')).toEqual(['HEALTH', 'SAFETY_NET', 'TEMPORARY_ASSISTANCE', 'INSURANCE', 'SOCIAL']);
  });

  it('answers schooling by education and social help (3_11_004), disability by comprehensive and social help (3_11_005)', () => {
    expect(fitting('EDUCATION')).toEqual(['COMPULSORY_EDUCATION', 'EDUCATION', 'SOCIAL']);
    expect(fitting('DISABILITY')).toEqual(['SAFETY_NET', 'TEMPORARY_ASSISTANCE', 'INSURANCE', 'SOCIAL']);
  });

  it('answers housing by housing and relocation (3_11_006), water by water alone (5_18_006)', () => {
    expect(fitting('HOUSING')).toEqual(['HOUSING', 'RELOCATION_FOLLOW_UP']);
    expect(fitting('DRINKING_WATER')).toEqual(['DRINKING_WATER']);
  });

  it('leaves to the catalogue the seven groups that no rule names', () => {
    const open = RISK_GROUPS.filter((group) => ANSWERS_TO_RISK[group].rule === null);
    expect(open).toHaveLength(7);
    for (const group of open) expect(fitting(group)).toEqual([...INSTRUMENT_FAMILIES]);
  });
});

describe('answersRisk', () => {
  it('needs both: that the measure addresses the risk, and that its family fits', () => {
    expect(answersRisk({ family: 'HEALTH', addresses: ['illness'] }, 'illness', RISK_TYPES)).toBe(true);
    expect(answersRisk({ family: 'HEALTH', addresses: [] }, 'illness', RISK_TYPES)).toBe(false);
    expect(answersRisk({ family: 'INDUSTRY', addresses: ['illness'] }, 'illness', RISK_TYPES)).toBe(false);
  });
});
