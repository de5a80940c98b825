import { describe, expect, it } from 'vitest';
import { anIdentification, DAYS, passedUntil, passing, refusalsOf } from '../a-procedure.js';

const definition = anIdentification();

describe('decisionNamed', () => {
  it.each(['township', 'county'])('asks the %s for the name of whoever decided', (code) => {
    const given = { definition, run: passedUntil(definition, code, DAYS) };
    const decide = (decidedBy: string) => refusalsOf(given, passing(code, '2023-03-25', { decision: { decidedBy } }));
    expect(decide('deputy head')).toEqual([]);
    expect(decide('  ')).toEqual(['BAD_VALUE input.decision.decidedBy']);
  });
});
