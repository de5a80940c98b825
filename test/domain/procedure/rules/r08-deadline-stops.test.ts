import { describe, expect, it } from 'vitest';
import type { DeadlineStop } from '../../../../src/domain/procedure/procedure-definition.js';
import { countNotLoosened } from '../../../../src/domain/procedure/rules/r08-deadline-stops.js';
import { anIdentification } from '../a-procedure.js';

/** Verification has a deadline of five days, the county decision none. */
const stopping = (code: string, stops: readonly DeadlineStop[] | undefined) =>
  anIdentification((step) => (step.code === code && stops !== undefined ? { ...step, deadlineStops: stops } : step));

describe('countNotLoosened', () => {
  it('refuses a verification that stops for a return where the baseline’s runs on', () => {
    expect(countNotLoosened(stopping('verification', ['RETURN']), anIdentification())).toMatchObject([
      { code: 'limit-loosened', article: '3.2', evidence: { step: 'verification', is: ['RETURN'] } },
    ]);
  });

  it('takes one that runs on, or that says nothing, where the baseline’s stops for a notice', () => {
    const baseline = stopping('verification', ['NOTICE']);
    for (const stops of [[], ['NOTICE'], undefined] as const)
      expect(countNotLoosened(stopping('verification', stops), baseline)).toEqual([]);
    expect(countNotLoosened(stopping('verification', ['NOTICE', 'RETURN']), baseline)).toHaveLength(1);
  });

  it('binds no deadline that the baseline does not set', () => {
    expect(countNotLoosened(stopping('county', ['RETURN']), anIdentification())).toEqual([]);
  });

  it('holds the whole run against a baseline of 15 days, and against none', () => {
    const own = { ...anIdentification(), limitDays: 15, limitStops: ['NOTICE'] as const };
    expect(countNotLoosened(own, { ...anIdentification(), limitDays: 15 })).toMatchObject([
      { evidence: { step: null, what: 'the limit of the whole run' } },
    ]);
    expect(countNotLoosened(own, anIdentification())).toEqual([]);
  });
});
