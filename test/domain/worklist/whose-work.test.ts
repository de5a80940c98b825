import { describe, expect, it } from 'vitest';
import { whoseWork } from '../../../src/domain/worklist/whose-work.js';

describe('whoseWork', () => {
  it('shows a county officer the county steps of 430121, and its leads, reviews and cases without support', () => {
    expect(whoseWork([{ role: 'COUNTY_OFFICER', region: '430121' }])).toEqual({
      steps: [{ level: 'COUNTY', scopes: ['430121'] }],
      leads: [{ level: 'COUNTY', scopes: ['430121'] }],
      unmatched: ['430121'],
      reviews: ['430121'],
      missingSupport: ['430121'],
      missingPerson: ['430121'],
      emergencies: ['430121'],
      identifications: [{ level: 'COUNTY', scopes: ['430121'] }],
    });
  });

  it('asks a village for no person responsible and no emergency past its limit: the township names and answers', () => {
    const { missingPerson, emergencies } = whoseWork([{ role: 'VILLAGE_WORKER', region: '430121001001' }]);
    expect([missingPerson, emergencies]).toEqual([[], []]);
  });

  it('adds grants up, each level where its own grant holds', () => {
    const { steps, leads } = whoseWork([
      { role: 'TOWNSHIP_OFFICER', region: '430121104' },
      { role: 'VILLAGE_WORKER', region: '430124101201' },
    ]);
    expect(steps).toEqual([
      { level: 'TOWNSHIP', scopes: ['430121104'] },
      { level: 'VILLAGE', scopes: ['430124101201'] },
    ]);
    expect(leads).toEqual([
      { level: 'VILLAGE', scopes: ['430124101201'] },
      { level: 'TOWNSHIP', scopes: ['430121104'] },
    ]);
  });

  it('shows a city officer the steps of a city, the leads that rose to it and nothing else, an analyst nothing', () => {
    expect(whoseWork([{ role: 'CITY_OFFICER', region: '430100' }])).toEqual({
      steps: [{ level: 'CITY', scopes: ['4301'] }],
      leads: [{ level: 'CITY', scopes: ['4301'] }],
      unmatched: [],
      reviews: [],
      missingSupport: [],
      missingPerson: [],
      emergencies: [],
      identifications: [{ level: 'CITY', scopes: ['4301'] }],
    });
    expect(whoseWork([{ role: 'ANALYST', region: '430000' }]).steps).toEqual([]);
  });
});
