import { describe, expect, it } from 'vitest';
import { noteObjects, type SeenObjects, typeOfId } from '../../src/explorer/seen-objects.js';

const id = (type: string, serial: number): string =>
  Buffer.from(`${type}:430121:01890a5d-ac96-774b-bcce-b3020000000${serial}`).toString('base64url');

describe('typeOfId', () => {
  it('names the type of a global id and of nothing else', () => {
    expect(typeOfId(id('Household', 1))).toBe('Household');
    for (const other of [
      '430121',
      '',
      'not an id',
      'ILLNESS_OF_A_MEMBER',
      Buffer.from('hello:x').toString('base64url'),
    ])
      expect(typeOfId(other)).toBeNull();
  });
});

describe('noteObjects', () => {
  it('keeps the first object of each type, with its version and its first current step', () => {
    const seen: SeenObjects = new Map();
    const steps = [{ definition: { code: 'village-notice' } }, { definition: { code: 'data-comparison' } }];
    const cases = [
      { id: id('MonitoringCase', 1), version: 4, currentSteps: steps, household: { id: id('Household', 2) } },
      { id: id('MonitoringCase', 3), version: 9, household: { id: id('Household', 4) } },
    ];
    noteObjects(seen, { data: { monitoringCases: { nodes: cases } } });
    expect(Object.fromEntries(seen)).toEqual({
      'MonitoringCase.id': id('MonitoringCase', 1),
      'MonitoringCase.version': 4,
      'MonitoringCase.step': 'village-notice',
      'Household.id': id('Household', 2),
    });
  });

  it('forgets version and step when another object comes without them, keeps them for the same object', () => {
    const seen: SeenObjects = new Map();
    noteObjects(seen, { data: { case: { id: id('MonitoringCase', 1), version: 4 } } });
    noteObjects(seen, { data: { case: { id: id('MonitoringCase', 1) } } });
    expect(seen.get('MonitoringCase.version')).toBe(4);
    noteObjects(seen, { data: { case: { id: id('MonitoringCase', 2) } } });
    expect(seen.has('MonitoringCase.version')).toBe(false);
  });

  it('reads nothing out of errors and null', () => {
    const seen: SeenObjects = new Map();
    noteObjects(seen, { data: null, errors: [{ message: 'no' }] });
    noteObjects(seen, null);
    expect(seen.size).toBe(0);
  });
});
