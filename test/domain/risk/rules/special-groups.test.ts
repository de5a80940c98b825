import { describe, expect, it } from 'vitest';
import { date } from '../../../../src/domain/kernel/calendar-date.js';
import { specialGroups } from '../../../../src/domain/risk/rules/special-groups.js';
import { aHousehold, aMember } from '../a-household.js';
import { findIn } from './find-in.js';

describe('special-groups', () => {
  it('finds each group once and counts its persons', () => {
    const ill = aMember({ health: ['CRITICAL_ILLNESS', 'DISABILITY'], disabilityGrade: 2 });
    const found = findIn(specialGroups, aHousehold().members(ill, ill, aMember()).get());
    expect(found).toMatchObject([
      { riskType: 'ILLNESS', evidence: { group: 'CRITICAL_ILLNESS', persons: 2 } },
      { riskType: 'DISABILITY', evidence: { group: 'SEVERE_DISABILITY', persons: 2 } },
    ]);
  });

  it('says that a missing grade or birth date leaves a group open', () => {
    const ungraded = aMember({ health: ['DISABILITY'] });
    const unborn = aMember({ selfCare: 'NONE', birthDate: null });
    const found = findIn(specialGroups, aHousehold().members(ungraded, unborn).get());
    expect(found.map(({ missing }) => missing)).toEqual([['disability grade'], ['birth date']]);
  });

  it('finds lost self-care on the 60th birthday, 1 June 2023, and not a day younger', () => {
    const born = (day: string) =>
      aHousehold()
        .members(aMember({ selfCare: 'NONE', birthDate: date(day) }))
        .get();
    expect(findIn(specialGroups, born('1963-06-01'))).toHaveLength(1);
    expect(findIn(specialGroups, born('1963-06-02'))).toEqual([]);
  });
});
