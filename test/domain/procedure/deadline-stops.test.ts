import { describe, expect, it } from 'vitest';
import { stoppedDays } from '../../../src/domain/procedure/deadline-stops.js';
import { anIdentification, DAYS, done, passedUntil, passing, withNotice } from './a-procedure.js';

const definition = anIdentification();
const posted = withNotice(passedUntil(definition, 'notice', DAYS), 'notice', '2023-03-05', '2023-03-10');
const atTownship = passedUntil(definition, 'township', DAYS);
const back = { outcome: 'RETURNED', returnTo: 'verification', note: 'who pays the school?' } as const;
const returned = done({ definition, run: atTownship }, passing('township', '2023-03-13', back));

describe('stoppedDays', () => {
  it('are the days of a notice from 6 to 10 March, the posting day not among them', () => {
    expect(stoppedDays(posted, ['NOTICE'])).toEqual([{ after: '2023-03-05', until: '2023-03-10', stop: 'NOTICE' }]);
  });

  it('end on 8 March where the notice was taken down on that day', () => {
    const down = {
      ...posted,
      steps: posted.steps.map((step) =>
        step.code === 'notice' ? { ...step, status: 'DONE' as const, completedOn: '2023-03-08' as never } : step,
      ),
    };
    expect(stoppedDays(down, ['NOTICE'])).toMatchObject([{ until: '2023-03-08' }]);
  });

  it('last from a return on 13 March while the step that sent the papers back waits', () => {
    expect(stoppedDays(returned, ['RETURN'])).toEqual([{ after: '2023-03-13', until: null, stop: 'RETURN' }]);
  });

  it('end on 27 March, when that step is current again', () => {
    let run = returned;
    const again = ['2023-03-15', '2023-03-16', '2023-03-18', '2023-03-20', '2023-03-27'];
    for (const [index, code] of ['verification', 'commitment', 'comparison', 'review', 'notice'].entries()) {
      if (code === 'notice') run = withNotice(run, code, '2023-03-21', '2023-03-26');
      run = done({ definition, run }, passing(code, again[index]!));
    }
    expect(stoppedDays(run, ['RETURN'])).toEqual([{ after: '2023-03-13', until: '2023-03-27', stop: 'RETURN' }]);
    expect(stoppedDays(run, ['NOTICE', 'RETURN']).map(({ stop }) => stop)).toEqual(['NOTICE', 'NOTICE', 'RETURN']);
  });

  it('are none of what nothing is said to stop for', () => {
    expect(stoppedDays(returned, [])).toEqual([]);
    expect(stoppedDays(posted, ['RETURN'])).toEqual([]);
  });
});
