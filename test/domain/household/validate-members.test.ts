import { describe, expect, it } from 'vitest';
import type { MemberDraft } from '../../../src/domain/household/member-draft.js';
import { validateMembers } from '../../../src/domain/household/validate-members.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';

const head: MemberDraft = {
  relationship: 'HEAD',
  sex: 'MALE',
  birthDate: date('1980-01-01'),
  statedByIdNumber: { birthDate: date('1980-01-01'), sex: 'MALE' },
  education: 'PRIMARY',
  schooling: null,
  health: [],
  disabilityGrade: null,
};
const spouse: MemberDraft = { ...head, relationship: 'SPOUSE', sex: 'FEMALE', statedByIdNumber: null };
const refused = (...members: MemberDraft[]) =>
  validateMembers(members, { today: date('2023-06-01'), path: ['members'] }).map(
    ({ code, path }) => `${code} ${path.join('.')}`,
  );

describe('validateMembers', () => {
  it('takes a head, a spouse and a child', () => {
    expect(refused(head, spouse, { ...spouse, relationship: 'CHILD' })).toEqual([]);
  });

  it('refuses no head, and each head after the first', () => {
    expect(refused(spouse)).toEqual(['BAD_VALUE input.members']);
    expect(refused(head, head, head)).toEqual([
      'BAD_VALUE input.members.1.relationship',
      'BAD_VALUE input.members.2.relationship',
    ]);
  });

  it('refuses a second spouse of the head', () => {
    expect(refused(head, spouse, spouse)).toEqual(['BAD_VALUE input.members.2.relationship']);
  });

  it('refuses a birth date and a sex that do not agree with the ID number, and quotes neither', () => {
    const wrong: MemberDraft = { ...head, birthDate: date('1980-01-02'), sex: 'FEMALE' };
    expect(refused(wrong)).toEqual(['BAD_VALUE input.members.0.birthDate', 'BAD_VALUE input.members.0.sex']);
    const messages = validateMembers([wrong], { today: date('2023-06-01'), path: [] }).map(({ message }) => message);
    expect(messages.join()).not.toContain('1980');
  });

  it('needs the sex where no ID number tells it', () => {
    expect(refused({ ...head, sex: null })).toEqual([]);
    expect(refused({ ...head, sex: null, statedByIdNumber: null })).toEqual(['BAD_VALUE input.members.0.sex']);
  });

  it('refuses a birth tomorrow or in 1899, and takes one today or on 1 January 1900', () => {
    const born = (day: string) => refused({ ...head, birthDate: date(day), statedByIdNumber: null });
    expect(born('2023-06-02')).toEqual(['DATE_IN_FUTURE input.members.0.birthDate']);
    expect(born('1899-12-31')).toEqual(['BAD_VALUE input.members.0.birthDate']);
    expect([...born('2023-06-01'), ...born('1900-01-01')]).toEqual([]);
  });

  it('refuses education together with schooling, and takes neither', () => {
    expect(refused({ ...head, schooling: 'GRADE_7' })).toEqual(['BAD_VALUE input.members.0.schooling']);
    expect(refused({ ...head, education: null })).toEqual([]);
  });

  it('refuses a grade without a disability, and grades 0 and 5; takes a disability without a grade', () => {
    const at = 'BAD_VALUE input.members.0.disabilityGrade';
    expect(refused({ ...head, disabilityGrade: 1 })).toEqual([at]);
    const graded = (disabilityGrade: number | null) => refused({ ...head, health: ['DISABILITY'], disabilityGrade });
    expect([graded(0), graded(5)]).toEqual([[at], [at]]);
    expect([graded(1), graded(4), graded(null)]).toEqual([[], [], []]);
  });

  it('refuses a condition given twice', () => {
    expect(refused({ ...head, health: ['CHRONIC_ILLNESS', 'CHRONIC_ILLNESS'] })).toEqual([
      'BAD_VALUE input.members.0.health',
    ]);
  });
});
