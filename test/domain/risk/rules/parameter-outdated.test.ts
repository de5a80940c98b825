import { describe, expect, it } from 'vitest';
import { date } from '../../../../src/domain/kernel/calendar-date.js';
import { parameterOutdated } from '../../../../src/domain/risk/rules/parameter-outdated.js';
import { situationOn } from '../../../../src/domain/risk/situation.js';
import { aHousehold } from '../a-household.js';
import { hunanOn } from '../rules-in-force.js';

const foundOn = (day: string) => parameterOutdated(situationOn(aHousehold().get(), hunanOn(day), date(day)));

describe('parameter-outdated', () => {
  it('is silent on 31 December 2023, the last day that the line of 2023 is vouched for, and speaks the day after', () => {
    expect(foundOn('2023-12-31')).toEqual([]);
    expect(foundOn('2024-01-01')).toMatchObject([{ evidence: { parameter: 'monitoringLines', on: '2024-01-01' } }]);
  });
});
