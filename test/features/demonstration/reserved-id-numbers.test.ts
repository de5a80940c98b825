import { describe, expect, it } from 'vitest';
import { readIdNumber } from '../../../src/domain/household/id-number.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../../../src/domain/kernel/region-code.js';
import { ReservedIdNumbers } from '../../../src/features/demonstration/reserved-id-numbers.js';

const [CHANGSHA, PINGJIANG] = ['430121', '430626'] as RegionCode[];
const bornOn = date('1980-02-29');
const numbers = (isTaken?: (number: string) => boolean): ReservedIdNumbers =>
  new ReservedIdNumbers(() => [CHANGSHA, PINGJIANG] as RegionCode[], isTaken);

describe('ReservedIdNumbers', () => {
  it('gives a man serial 997 and a woman 996, with a check digit that agrees', () => {
    const pool = numbers();
    const man = pool.take(CHANGSHA!, bornOn, 'MALE')!;
    const woman = pool.take(CHANGSHA!, bornOn, 'FEMALE')!;
    expect([man.slice(0, 17), woman.slice(0, 17)]).toEqual(['43012119800229997', '43012119800229996']);
    expect(readIdNumber(man)).toMatchObject({ number: man, birthDate: bornOn, sex: 'MALE' });
    expect(readIdNumber(woman)).toMatchObject({ number: woman, birthDate: bornOn, sex: 'FEMALE' });
  });

  it('has two a county, sex and day, goes on in the next county of the province, and ends with null', () => {
    const pool = numbers();
    const taken = Array.from({ length: 5 }, () => pool.take(PINGJIANG!, bornOn, 'MALE'));
    expect(taken.map((number) => number?.slice(0, 6) ?? null)).toEqual(['430626', '430626', '430121', '430121', null]);
    expect(new Set(taken).size).toBe(5);
    expect(pool.take(PINGJIANG!, date('1980-03-01'), 'MALE')).toMatch(/^43062619800301997/);
  });

  it('passes over numbers that the register has', () => {
    const pool = numbers((number) => number.startsWith('43012119800229997'));
    expect(pool.take(CHANGSHA!, bornOn, 'MALE')).toMatch(/^43012119800229999/);
  });

  it('takes birthdays from 1900-01-01 on', () => {
    expect(numbers().take(CHANGSHA!, date('1900-01-01'), 'FEMALE')).toMatch(/^43012119000101996/);
  });
});
