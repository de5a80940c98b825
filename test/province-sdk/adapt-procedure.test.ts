import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { BASELINE } from '../../provinces/index.js';
import {
  adaptProcedure,
  calendarDays,
  months,
  nationalProcedure,
  step,
  workingDays,
} from '../../src/province-sdk/index.js';

const national = nationalProcedure(BASELINE, 'IDENTIFICATION', '2023-01-01');

describe('adaptProcedure', () => {
  it('gives the same procedure where nothing is said', () => {
    expect(adaptProcedure(national, {})).toEqual(national);
  });

  it('changes what is said of a step and nothing else of it', () => {
    const changed = adaptProcedure(national, {
      limit: workingDays(20),
      steps: { 'public-notice': { minimumNoticeDays: 7, deadline: calendarDays(10) } },
    });
    const [was, is] = [national, changed].map(({ steps }) => steps.find(({ code }) => code === 'public-notice')!);
    expect([changed.limitDays, changed.limitInWorkingDays]).toEqual([20, true]);
    expect(is).toEqual({ ...was, minimumNoticeDays: 7, deadlineDays: 10, workingDays: false });
    expect(changed.steps.filter((one) => one !== is)).toEqual(national.steps.filter((one) => one !== was));
  });

  it('keeps for what a count stops with its limit, and takes what a new limit says or leaves out', () => {
    const stopping = adaptProcedure(national, { limit: workingDays(20, { stopsFor: ['NOTICE'] }) });
    expect(adaptProcedure(stopping, { steps: {} }).limitStops).toEqual(['NOTICE']);
    expect(adaptProcedure(stopping, { limit: workingDays(18, { stopsFor: ['RETURN'] }) }).limitStops).toEqual([
      'RETURN',
    ]);
    expect(adaptProcedure(stopping, { limit: workingDays(18) })).not.toHaveProperty('limitStops');
  });

  it('adds a step of the province with its form as JSON Schema', () => {
    const check = step({
      code: 'vehicle-check',
      name: { zh: '车辆核查', en: 'Vehicle check' },
      kind: 'CUSTOM',
      level: 'COUNTY',
      after: ['commitment-authorization'],
      extraForm: z.object({ vehicles: z.int().min(0), note: z.string().optional() }),
    });
    const added = adaptProcedure(national, {
      add: [check],
      steps: { 'township-review': { after: ['vehicle-check'] } },
    });
    expect(added.steps.map(({ code }) => code)).toEqual([
      'household-verification',
      'commitment-authorization',
      'data-comparison',
      'democratic-review',
      'public-notice',
      'vehicle-check',
      'township-review',
      'county-decision',
    ]);
    expect(added.steps.find(({ code }) => code === 'vehicle-check')?.extraForm).toMatchObject({
      type: 'object',
      properties: { vehicles: { type: 'integer', minimum: 0 }, note: { type: 'string' } },
      required: ['vehicles'],
    });
  });

  it('refuses a change of a step that is not there, and a kind that the baseline lacks', () => {
    expect(() => adaptProcedure(national, { steps: { 'village-notice': {} } })).toThrow(RangeError);
    expect(() => nationalProcedure({ ...BASELINE, procedures: [] }, 'SUPPORT', '2023-01-01')).toThrow(RangeError);
  });

  it('keeps a limit in months as no number of days, for the check to name', () => {
    expect(adaptProcedure(national, { limit: months(1) }).limitDays).toBeNaN();
  });
});
