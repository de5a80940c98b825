import { describe, expect, it } from 'vitest';
import { decisionDay } from '../../../src/domain/procedure/decision-day.js';
import {
  anIdentification,
  aProcedure,
  aRun,
  aStep,
  complete,
  DAYS,
  done,
  passedUntil,
  passing,
  picture,
  refusalsOf,
} from './a-procedure.js';

const definition = anIdentification();

describe('completeStep', () => {
  it('opens the next step on the day the first happened, however late it is entered', () => {
    const run = done({ definition, run: aRun(definition), today: '2023-11-30' }, passing('verification', '2023-03-02'));
    expect(run.steps[0]).toMatchObject({
      status: 'DONE',
      completedOn: '2023-03-02',
      outcome: 'PASSED',
      actor: 'does-verification',
      visitors: ['v-1', 'v-2'],
    });
    expect(run.steps[1]).toMatchObject({ status: 'CURRENT', startedOn: '2023-03-02' });
  });

  it('changes nothing in the run that it is given', () => {
    const run = aRun(definition);
    const before = JSON.stringify(run);
    done({ definition, run }, passing('verification', '2023-03-02'));
    expect(JSON.stringify(run)).toBe(before);
  });

  it('ends as PASSED on 15 March when the last of seven steps passes that day', () => {
    const run = passedUntil(definition, 'county', DAYS);
    const result = complete({ definition, run }, passing('county', '2023-03-15'));
    expect(result).toMatchObject({ ended: 'PASSED', run: { endedOn: '2023-03-15', outcome: 'PASSED' } });
  });

  it('keeps the county decision of 15 March as the day of decision when an announcement follows on 17 March', () => {
    const announced = anIdentification();
    const longer = {
      ...announced,
      steps: [...announced.steps, aStep('RESULT_ANNOUNCEMENT', 'announcement', ['county'])],
    };
    let run = passedUntil(longer, 'county', DAYS);
    run = done({ definition: longer, run }, passing('county', '2023-03-15'));
    expect(run.endedOn).toBeNull();
    run = done({ definition: longer, run }, passing('announcement', '2023-03-17'));
    expect(run.endedOn).toBe('2023-03-17');
    expect(decisionDay(run, longer)).toBe('2023-03-15');
  });

  it('ends as REJECTED with the first rejection, and what was current waits for good', () => {
    const side = aProcedure('SUPPORT', [aStep('DEMOCRATIC_REVIEW', 'review', []), aStep('CUSTOM', 'survey', [])]);
    const act = passing('review', '2023-03-02', { outcome: 'REJECTED', note: 'voted down' });
    const result = complete({ definition: side, run: aRun(side) }, act);
    expect(result).toMatchObject({ ended: 'REJECTED', run: { outcome: 'REJECTED', endedOn: '2023-03-02' } });
    expect('run' in result && picture(result.run)).toEqual(['review#1 DONE REJECTED', 'survey#1 WAITING']);
  });

  it('ends as REJECTED when the household refuses the lookup', () => {
    const run = passedUntil(definition, 'commitment', DAYS);
    const commitment = { signedBy: 'head', truthful: true, authorizesLookup: false };
    const act = passing('commitment', '2023-03-02', { outcome: 'REJECTED', commitment });
    expect(complete({ definition, run }, act)).toMatchObject({ ended: 'REJECTED' });
  });

  it('names every reason at once: a future day, no findings, no evidence of the kind required', () => {
    const strict = anIdentification((step) => ({ ...step, requiredEvidence: ['survey-form'] }));
    const act = passing('verification', '2023-04-02', {
      verification: { visitors: [], mode: 'VISIT', findings: '' },
    });
    expect(refusalsOf({ definition: strict, run: aRun(strict), today: '2023-04-01' }, act)).toEqual([
      'DATE_IN_FUTURE input.occurredOn',
      'BAD_VALUE input.verification.visitors',
      'BAD_VALUE input.verification.findings',
      'BAD_VALUE input.verification.category',
      'BAD_VALUE input.verification.risks',
      'EVIDENCE_REQUIRED input.evidence',
    ]);
  });
});

describe('completeStep, steps side by side', () => {
  const parallel = anIdentification((step) => {
    if (step.code === 'notice') return { ...step, after: ['review'] };
    if (step.code === 'comparison') return { ...step, after: ['review'] };
    if (step.code === 'review') return { ...step, after: ['commitment'] };
    return step.code === 'township' ? { ...step, after: ['notice', 'comparison'] } : step;
  });

  it('waits with the township review for both the notice of 11 March and the comparison of 14 March', () => {
    let run = aRun(parallel);
    for (const act of [
      passing('verification', '2023-03-02'),
      passing('commitment', '2023-03-02'),
      passing('review', '2023-03-05'),
    ])
      run = done({ definition: parallel, run }, act);
    expect(picture(run).slice(2, 5)).toEqual(['comparison#1 CURRENT', 'review#1 DONE PASSED', 'notice#1 CURRENT']);
    run = done({ definition: parallel, run }, passing('comparison', '2023-03-14'));
    expect(run.steps.find((step) => step.code === 'township')?.status).toBe('WAITING');
    const notice = { opensOn: '2023-03-05', closesOn: '2023-03-10' };
    run = {
      ...run,
      steps: run.steps.map((step) =>
        step.code === 'notice' ? { ...step, notice: { ...notice, openObjections: 0 } as never } : step,
      ),
    };
    run = done({ definition: parallel, run }, passing('notice', '2023-03-11'));
    expect(run.steps.find((step) => step.code === 'township')).toMatchObject({
      status: 'CURRENT',
      startedOn: '2023-03-14',
    });
  });
});
