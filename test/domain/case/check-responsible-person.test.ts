import { describe, expect, it } from 'vitest';
import { type Assignment, checkResponsiblePerson } from '../../../src/domain/case/check-responsible-person.js';
import { CASE_STATUSES } from '../../../src/domain/case/monitoring-case.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { said } from './a-case.js';

const TODAY = date('2023-03-30');
const PERSON: Assignment = { name: '王干部', organization: '县农业农村局', from: TODAY };
const check = (set: Partial<Assignment>, since: string | null = null) =>
  said(
    checkResponsiblePerson({ status: 'MONITORED' }, { ...PERSON, ...set }, since === null ? null : date(since), TODAY),
  );

describe('checkResponsiblePerson', () => {
  it('is for open cases only', () => {
    const allowed = CASE_STATUSES.filter(
      (status) => checkResponsiblePerson({ status }, PERSON, null, TODAY).length === 0,
    );
    expect(allowed).toEqual(['UNDER_IDENTIFICATION', 'MONITORED', 'UNDER_ELIMINATION']);
  });

  it('begins by today, 30 March, and not tomorrow', () => {
    expect(check({ from: date('2023-03-30') })).toEqual([]);
    expect(check({ from: date('2023-03-31') })).toEqual(['DATE_IN_FUTURE from']);
  });

  it('begins after 10 March where somebody serves since 10 March', () => {
    expect(check({ from: date('2023-03-11') }, '2023-03-10')).toEqual([]);
    expect(check({ from: date('2023-03-10') }, '2023-03-10')).toEqual(['DATE_ORDER from']);
  });

  it('takes a name and an organization', () => {
    expect(check({ name: ' ', organization: '' })).toEqual(['BAD_VALUE name', 'BAD_VALUE organization']);
  });
});
