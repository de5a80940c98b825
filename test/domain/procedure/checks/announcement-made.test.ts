import { describe, expect, it } from 'vitest';
import { anIdentification, aStep, complete, DAYS, done, passedUntil, passing, refusalsOf } from '../a-procedure.js';

const ANNOUNCEMENT = aStep('RESULT_ANNOUNCEMENT', 'announcement', ['county'], { outcomes: ['PASSED', 'RETURNED'] });
const definition = { ...anIdentification(), steps: [...anIdentification().steps, ANNOUNCEMENT] };
const run = done({ definition, run: passedUntil(definition, 'county', DAYS) }, passing('county', '2023-03-15'));
const given = { definition, run };

describe('announcementMade', () => {
  it('ends the run on the day of the announcement, 17 March', () => {
    const result = complete(given, passing('announcement', '2023-03-17'));
    expect(result).toMatchObject({ ended: 'PASSED', run: { endedOn: '2023-03-17' } });
  });

  it('needs in whose name and where, and takes no decision instead', () => {
    const blank = { announcement: { issuedBy: ' ', place: '' } };
    expect(refusalsOf(given, passing('announcement', '2023-03-17', blank))).toEqual([
      'BAD_VALUE input.announcement.issuedBy',
      'BAD_VALUE input.announcement.place',
    ]);
    const other = { announcement: null, decision: { decidedBy: 'county-officer' } };
    expect(refusalsOf(given, passing('announcement', '2023-03-17', other))).toEqual([
      'SECTION_MISMATCH input.announcement',
      'SECTION_MISMATCH input.decision',
    ]);
  });

  it('is announced on the day of the decision and not the day before', () => {
    expect(refusalsOf(given, passing('announcement', '2023-03-14'))).toEqual(['DATE_ORDER input.occurredOn']);
    expect(refusalsOf(given, passing('announcement', '2023-03-15'))).toEqual([]);
  });

  it('rejects nothing, and sends a decision that was found wrong back', () => {
    const rejects = passing('announcement', '2023-03-17', { outcome: 'REJECTED', note: 'no' });
    expect(refusalsOf(given, rejects)).toEqual(['BAD_VALUE input.outcome']);
    const back = passing('announcement', '2023-03-17', { outcome: 'RETURNED', returnTo: 'county', note: 'wrong name' });
    expect(complete(given, back)).toMatchObject({ ended: null });
  });
});
