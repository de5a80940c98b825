import { describe, expect, it } from 'vitest';
import type { RegionCode } from '../../../src/domain/kernel/region-code.js';
import { checkLeadEntry, type LeadEntry } from '../../../src/domain/lead/check-lead-entry.js';

const entry = (over: Partial<LeadEntry> = {}): LeadEntry => ({
  channel: 'SELF_DECLARATION',
  householdKnown: true,
  region: null,
  statement: '户主患大病',
  contactName: null,
  contactPhone: null,
  means: null,
  ...over,
});
const paths = (over: Partial<LeadEntry>, teller: Parameters<typeof checkLeadEntry>[1] = 'OFFICE') =>
  checkLeadEntry(entry(over), teller).map(({ path }) => path.join('.'));

describe('checkLeadEntry', () => {
  it('lets a household declare and nothing else, and a department anything but declare or inspect', () => {
    expect(paths({}, 'HOUSEHOLD')).toEqual([]);
    expect(paths({ channel: 'PETITION' }, 'HOUSEHOLD')).toEqual(['input.channel']);
    expect(paths({}, 'DEPARTMENT')).toEqual(['input.channel']);
    expect(paths({ channel: 'CADRE_INSPECTION' }, 'DEPARTMENT')).toEqual(['input.channel']);
    expect(paths({ channel: 'DEPARTMENT_SCREENING' }, 'DEPARTMENT')).toEqual([]);
    expect(paths({ channel: 'SELF_DECLARATION' }, 'OFFICE')).toEqual([]);
  });

  it('takes a statement of 4,000 characters and refuses 4,001', () => {
    expect(paths({ statement: '难'.repeat(4_000) })).toEqual([]);
    expect(paths({ statement: '难'.repeat(4_001) })).toEqual(['input.statement']);
  });

  it('takes a contact of 100 characters, a telephone of 50, means of 200, and none that is longer', () => {
    const all = (more: number) => ({
      contactName: '王'.repeat(100 + more),
      contactPhone: '1'.repeat(50 + more),
      means: '电'.repeat(200 + more),
    });
    expect(paths(all(0))).toEqual([]);
    expect(paths(all(1))).toEqual(['input.contactName', 'input.contactPhone', 'input.means']);
  });

  it('never repeats a text that it refuses', () => {
    const [refusal] = checkLeadEntry(entry({ contactName: '王某\u0000' }), 'OFFICE');
    expect(refusal?.path).toEqual(['input', 'contactName']);
    expect(refusal?.message).not.toContain('王');
  });

  it('takes a village or a township for a household that is not registered, and no county', () => {
    const at = (region: string) => paths({ householdKnown: false, region: region as RegionCode });
    expect(at('430121104201')).toEqual([]);
    expect(at('430121104')).toEqual([]);
    expect(at('430121')).toEqual(['input.region']);
    expect(at('000000')).toEqual(['input.region']);
  });

  it('asks a resident for the own household', () => {
    expect(paths({ householdKnown: false, region: '430121104201' as RegionCode }, 'HOUSEHOLD')).toEqual([
      'input.householdId',
    ]);
  });
});
