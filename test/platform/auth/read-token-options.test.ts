import { describe, expect, it } from 'vitest';
import { readTokenOptions, type TokenOptions } from '../../../src/platform/auth/read-token-options.js';

const OFFICER = { role: 'COUNTY_OFFICER', region: '430121' };

function faultsOf(options: TokenOptions): readonly string[] {
  const read = readTokenOptions(options);
  return 'faults' in read ? read.faults : [];
}

describe('readTokenOptions', () => {
  it('reads a role and a region, an hour long, with a subject made from the role', () => {
    expect(readTokenOptions(OFFICER)).toEqual({
      subject: 'development-county-officer',
      grants: [OFFICER],
      department: null,
      household: null,
      minutes: 60,
    });
  });

  it('reads everything else, and each further grant', () => {
    const more = {
      subject: '张三',
      department: 'WATER',
      household: '430121-0001',
      minutes: '5',
      grant: ['AUDITOR:430000', 'ANALYST:000000'],
    };
    expect(readTokenOptions({ ...OFFICER, ...more })).toEqual({
      subject: '张三',
      grants: [OFFICER, { role: 'AUDITOR', region: '430000' }, { role: 'ANALYST', region: '000000' }],
      department: 'WATER',
      household: '430121-0001',
      minutes: 5,
    });
    expect(readTokenOptions({ grant: ['AUDITOR:430000'] })).toMatchObject({ subject: 'development-auditor' });
  });

  it.each([
    ['1', 0],
    ['1440', 0],
    ['0', 1],
    ['1441', 1],
    ['5.5', 1],
    ['-5', 1],
    ['ten', 1],
    ['', 1],
  ])('takes --minutes %j with %i faults', (minutes, count) => {
    expect(faultsOf({ ...OFFICER, minutes })).toHaveLength(count);
  });

  it.each([
    [{}, '--role and --region: missing'],
    [{ role: 'COUNTY_OFFICER' }, '--region: missing'],
    [{ region: '430121' }, '--role: missing'],
    [{ ...OFFICER, role: 'OFFICER' }, 'found the role "OFFICER", expected one of RESIDENT,'],
    [{ ...OFFICER, region: '4301' }, '6, 9 or 12 digits'],
    [{ grant: ['AUDITOR'] }, 'expected ROLE:REGION'],
    [{ grant: ['AUDITOR:430000:1'] }, 'expected ROLE:REGION'],
    [{ ...OFFICER, department: 'SECRETS' }, '--department: found "SECRETS", expected one of'],
    [{ ...OFFICER, subject: '' }, '--subject: found ""'],
    [{ ...OFFICER, subject: 'a\u001b[31m' }, '"a\\u001b[31m"'],
    [{ ...OFFICER, household: 'x'.repeat(65) }, '--household: found'],
  ])('says of %j: %s', (options, fault) => {
    expect(faultsOf(options)).toHaveLength(1);
    expect(faultsOf(options)[0]).toContain(fault);
  });

  it('names 6 faults at once', () => {
    const options = { role: 'X', region: 'Y', grant: ['Z'], department: 'D', minutes: 'M', subject: '' };
    expect(faultsOf(options).map((fault) => fault.split(':')[0])).toEqual([
      '--grant',
      '--role --region',
      '--role --region',
      '--minutes',
      '--department',
      '--subject',
    ]);
  });
});
