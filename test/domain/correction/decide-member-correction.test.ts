import { describe, expect, it } from 'vitest';
import type { MemberCorrection } from '../../../src/domain/correction/correction.js';
import { decideMemberCorrection } from '../../../src/domain/correction/decide-member-correction.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { said } from '../case/a-case.js';
import { aHousehold, aMember } from '../risk/a-household.js';

const own = aMember({ id: 'own', birthDate: date('1963-05-01'), labour: 'LOST' });
const facts = aHousehold()
  .members(own, aMember({ id: 'other' }))
  .get();
const STATED = { birthDate: date('1963-05-01'), sex: own.sex ?? ('MALE' as const) };
const decide = (set: MemberCorrection, stated: typeof STATED | null = null, memberId = 'own') =>
  decideMemberCorrection({
    facts,
    memberId,
    set,
    statedByIdNumber: stated,
    education: null,
    today: date('2023-06-30'),
  });
const faults = (...asked: Parameters<typeof decide>) => {
  const answer = decide(...asked);
  return 'refusals' in answer ? said(answer.refusals) : [];
};

describe('decideMemberCorrection', () => {
  it('keeps what was beside what is, of that member alone', () => {
    const answer = decide({ labour: 'WEAK', selfCare: 'PARTIAL' });
    expect(answer).toMatchObject({
      before: { labour: 'LOST', selfCare: own.selfCare },
      values: { labour: 'WEAK', selfCare: 'PARTIAL' },
    });
    expect('after' in answer && answer.after.members.map(({ labour }) => labour)).toEqual([
      'WEAK',
      facts.members[1]!.labour,
    ]);
  });

  it('takes a birth date up to today, and none that the ID number contradicts', () => {
    expect(faults({ birthDate: date('2023-06-30') })).toEqual([]);
    expect(faults({ birthDate: date('2023-07-01') })).toEqual(['DATE_IN_FUTURE set.birthDate']);
    expect(faults({ birthDate: date('1963-05-02') }, STATED)).toEqual(['BAD_VALUE set.birthDate']);
  });

  it('refuses what is so already, nothing at all, and a member who left', () => {
    expect(faults({ labour: 'LOST' })).toEqual(['BAD_VALUE set.labour']);
    expect(faults({})).toEqual(['BAD_VALUE set']);
    expect(faults({ labour: 'WEAK' }, null, 'gone')).toEqual(['INVALID_STATE subjectId']);
  });
});
