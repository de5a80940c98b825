import { describe, expect, it } from 'vitest';
import { anIdentification, aRun, DAYS, passedUntil, passing, refusalsOf } from '../a-procedure.js';

const definition = anIdentification();
const at = (code: string) => ({ definition, run: passedUntil(definition, code, DAYS) });
const review = { eligible: 40, attended: 30, inFavour: 25, against: 3, abstained: 2 };

describe('sectionMatchesKind', () => {
  it.each([
    ['verification', 'verification'],
    ['commitment', 'commitment'],
    ['comparison', 'comparison'],
    ['review', 'review'],
    ['township', 'decision'],
    ['county', 'decision'],
  ])('asks a %s step for its section "%s"', (code, section) => {
    const act = { ...passing(code, '2023-03-25'), [section]: null };
    expect(refusalsOf(at(code), act)).toEqual([`SECTION_MISMATCH input.${section}`]);
  });

  it('refuses a vote in a verification beside the right section', () => {
    const act = passing('verification', '2023-03-02', { review });
    expect(refusalsOf({ definition, run: aRun(definition) }, act)).toEqual(['SECTION_MISMATCH input.review']);
  });

  it('refuses any section in a notice step', () => {
    const act = passing('notice', '2023-03-11', { review });
    expect(refusalsOf(at('notice'), act)).toContain('SECTION_MISMATCH input.review');
  });

  it('asks for the section of a rejection too', () => {
    const act = passing('county', '2023-03-15', { outcome: 'REJECTED', note: 'over the line', decision: null });
    expect(refusalsOf(at('county'), act)).toEqual(['SECTION_MISMATCH input.decision']);
  });
});
