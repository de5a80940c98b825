import { describe, expect, it } from 'vitest';
import { readGenerateOptions } from '../../../src/features/demonstration/read-generate-options.js';
import { WORLD } from './a-generated-register.js';

const read = (options: Parameters<typeof readGenerateOptions>[0]) => readGenerateOptions(options, WORLD.tree);

describe('readGenerateOptions', () => {
  it('takes 43 and 430000 for every county of 湖南 that has townships', () => {
    const short = read({ households: '500', province: '43', seed: '9' });
    expect(short).toMatchObject({ households: 500, seed: 9 });
    const counties = 'counties' in short ? short.counties : [];
    expect(counties).toContain('430121');
    expect(counties.every((code) => code.startsWith('43'))).toBe(true);
    expect(read({ province: '430000', households: '500', seed: '9' })).toEqual(short);
  });

  it('takes the counties that are named, once each, of one province or of several', () => {
    expect(read({ province: '43', counties: '430121, 430626,430121' })).toMatchObject({
      counties: ['430121', '430626'],
    });
    expect(read({ counties: '430121,522632' })).toMatchObject({ households: 2_000, seed: 7 });
    expect(read({ counties: '441900' })).toMatchObject({ counties: ['441900'] });
  });

  it('names every fault at once', () => {
    const faults = read({ households: '0', province: '4', seed: '-1', counties: '430100,999999' });
    expect(faults).toEqual({
      faults: [
        '--households: a whole number from 1 to 10000000, not 0',
        '--seed: a whole number from 0 to 4294967295, not -1',
        '--province: the code of a province, e.g. 43, not 4',
        '--counties: six-digit codes of counties, with commas; 430100 is none',
        '--counties: six-digit codes of counties, with commas; 999999 is none',
      ],
    });
  });

  it('refuses a county of another province, half a household, and no place at all', () => {
    expect(read({ province: '43', counties: '522632' })).toEqual({
      faults: ['--counties: 522632 does not lie in 430000'],
    });
    expect(read({ province: '43', households: '1.5' })).toHaveProperty('faults');
    expect(read({})).toEqual({ faults: ['name --province, --counties or both'] });
    expect(read({ province: '00' })).toHaveProperty('faults');
  });
});
