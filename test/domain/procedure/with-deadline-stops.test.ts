import { describe, expect, it } from 'vitest';
import { withDeadlineStops } from '../../../src/domain/procedure/with-deadline-stops.js';
import { anIdentification } from './a-procedure.js';

describe('withDeadlineStops', () => {
  it('fills in the stops of the province where procedure and step say nothing', () => {
    const filled = withDeadlineStops(anIdentification(), ['NOTICE']);
    expect(filled.limitStops).toEqual(['NOTICE']);
    for (const step of filled.steps) expect(step.deadlineStops).toEqual(['NOTICE']);
  });

  it('leaves what they say themselves, that nothing stops the count too', () => {
    const own = anIdentification((step) => (step.code === 'notice' ? { ...step, deadlineStops: [] } : step));
    const filled = withDeadlineStops({ ...own, limitStops: ['RETURN'] }, ['NOTICE']);
    expect(filled.limitStops).toEqual(['RETURN']);
    expect(filled.steps.find(({ code }) => code === 'notice')?.deadlineStops).toEqual([]);
  });
});
