import { describe, expect, it } from 'vitest';
import type { MemberDraft } from '../../../src/domain/household/member-draft.js';
import { validateBeside } from '../../../src/domain/household/validate-beside.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';

const draft = (facts: Partial<MemberDraft>): MemberDraft => ({
  relationship: 'CHILD',
  sex: 'FEMALE',
  birthDate: null,
  statedByIdNumber: null,
  education: null,
  schooling: null,
  health: [],
  disabilityGrade: null,
  ...facts,
});
const context = { today: date('2023-11-30'), path: ['member'] };
const paths = (...args: Parameters<typeof validateBeside>): string[] =>
  validateBeside(...args).map(({ code, path, article }) => `${code} ${path.join('.')} ${article}`);

describe('validateBeside', () => {
  it('takes a child beside a head, and a head beside nobody', () => {
    expect(validateBeside(draft({}), ['HEAD', 'SPOUSE'], context)).toEqual([]);
    expect(validateBeside(draft({ relationship: 'HEAD' }), [], context)).toEqual([]);
  });

  it('refuses a second head, a second spouse, and a household without a head', () => {
    const refused = ['BAD_VALUE input.member.relationship 2.1'];
    expect(paths(draft({ relationship: 'HEAD' }), ['HEAD'], context)).toEqual(refused);
    expect(paths(draft({ relationship: 'SPOUSE' }), ['HEAD', 'SPOUSE'], context)).toEqual(refused);
    expect(paths(draft({}), ['SPOUSE'], context)).toEqual(refused);
  });

  it('names the reasons of the member itself beside those of its place', () => {
    const reasons = paths(draft({ relationship: 'HEAD', birthDate: date('2023-12-01') }), ['HEAD'], context);
    expect(reasons).toEqual(['BAD_VALUE input.member.relationship 2.1', 'DATE_IN_FUTURE input.member.birthDate null']);
  });
});
