import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { checkObjection, checkObjectionResolution } from '../../../src/domain/procedure/objection.js';

const notice = { opensOn: date('2023-03-05'), closesOn: date('2023-03-10') };
const filed = (filedOn: string, today = '2023-03-20', statement = 'they own a car') =>
  checkObjection(notice, { filedOn: date(filedOn), statement }, date(today)).map((refusal) => refusal.code);

describe('checkObjection', () => {
  it('takes one on the first day, 5 March, and on the last, 10 March', () => {
    expect(filed('2023-03-05')).toEqual([]);
    expect(filed('2023-03-10')).toEqual([]);
  });

  it('refuses one on 4 March and one on 11 March', () => {
    expect(filed('2023-03-04')).toEqual(['RULE_VIOLATION']);
    expect(filed('2023-03-11')).toEqual(['RULE_VIOLATION']);
  });

  it('refuses one without a word, and one of tomorrow', () => {
    expect(filed('2023-03-06', '2023-03-20', ' ')).toEqual(['BAD_VALUE']);
    expect(filed('2023-03-07', '2023-03-06')).toEqual(['DATE_IN_FUTURE']);
  });
});

describe('checkObjectionResolution', () => {
  const open = { status: 'OPEN' as const, filedOn: date('2023-03-06') };
  const resolved = (resolvedOn: string, today = '2023-03-20') =>
    checkObjectionResolution(open, { resolvedOn: date(resolvedOn), resolution: 'checked' }, date(today)).map(
      (refusal) => refusal.code,
    );

  it('takes the day of filing, 6 March, and refuses the day before and tomorrow', () => {
    expect(resolved('2023-03-06')).toEqual([]);
    expect(resolved('2023-03-05')).toEqual(['DATE_ORDER']);
    expect(resolved('2023-03-21')).toEqual(['DATE_IN_FUTURE']);
  });

  it('refuses a second resolution, and one without a reason', () => {
    const on = date('2023-03-07');
    const settled = { ...open, status: 'DISMISSED' as const };
    expect(checkObjectionResolution(settled, { resolvedOn: on, resolution: 'x' }, on)[0]?.code).toBe('INVALID_STATE');
    expect(checkObjectionResolution(open, { resolvedOn: on, resolution: '' }, on)[0]?.code).toBe('BAD_VALUE');
  });
});
