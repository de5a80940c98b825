import { describe, expect, it } from 'vitest';
import { specialGroupsOf, undeterminedGroupsOf } from '../../../src/domain/household/special-groups.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { aMember } from '../risk/a-household.js';

const on = date('2023-06-01');
const groups = (...changes: Parameters<typeof aMember>[0][]) =>
  specialGroupsOf(
    changes.map((one) => aMember(one)),
    on,
  );

describe('specialGroupsOf', () => {
  it('takes critical and heavy chronic illness, and leaves plain chronic illness', () => {
    expect(groups({ health: ['CRITICAL_ILLNESS'] })).toEqual(['CRITICAL_ILLNESS']);
    expect(groups({ health: ['HEAVY_CHRONIC_ILLNESS'] })).toEqual(['HEAVY_CHRONIC_ILLNESS']);
    expect(groups({ health: ['CHRONIC_ILLNESS'] })).toEqual([]);
  });

  it('takes disability of grade 2 and not of grade 3', () => {
    expect(groups({ health: ['DISABILITY'], disabilityGrade: 2 })).toEqual(['SEVERE_DISABILITY']);
    expect(groups({ health: ['DISABILITY'], disabilityGrade: 3 })).toEqual([]);
  });

  it('takes lost self-care at 60 and not at 59, the day before the birthday', () => {
    expect(groups({ selfCare: 'NONE', birthDate: date('1963-06-01') })).toEqual(['INCAPACITATED_ELDERLY']);
    expect(groups({ selfCare: 'NONE', birthDate: date('1963-06-02') })).toEqual([]);
    expect(groups({ selfCare: 'PARTIAL', birthDate: date('1943-06-01') })).toEqual([]);
  });

  it('names each group once, in the order of the policy, whatever the order of members', () => {
    const ill = { health: ['CRITICAL_ILLNESS'] as const };
    const disabled = { health: ['DISABILITY'] as const, disabilityGrade: 1 };
    expect(groups(disabled, ill, ill)).toEqual(['CRITICAL_ILLNESS', 'SEVERE_DISABILITY']);
    expect(groups(ill, disabled)).toEqual(['CRITICAL_ILLNESS', 'SEVERE_DISABILITY']);
  });
});

describe('undeterminedGroupsOf', () => {
  it('leaves open what a missing grade or birth date hides', () => {
    expect(undeterminedGroupsOf([aMember({ health: ['DISABILITY'] })])).toEqual(['SEVERE_DISABILITY']);
    expect(undeterminedGroupsOf([aMember({ selfCare: 'NONE', birthDate: null })])).toEqual(['INCAPACITATED_ELDERLY']);
    expect(undeterminedGroupsOf([aMember()])).toEqual([]);
  });
});
