import { expect, it } from 'vitest';
import { statusAtFirst, statusByLead } from '../../../src/domain/alert/department-alert.js';

it('waits while its lead is open, and ends as its lead ends', () => {
  expect((['OPEN', 'CONFIRMED', 'DISMISSED', 'DUPLICATE'] as const).map(statusByLead)).toEqual([
    'DISPATCHED',
    'CONFIRMED',
    'DISMISSED',
    'DUPLICATE',
  ]);
});

it('is a duplicate at once on an open case, and waits on an open lead', () => {
  expect(statusAtFirst({ joinsCase: 'c' })).toBe('DUPLICATE');
  expect(statusAtFirst({ joinsCase: null })).toBe('DISPATCHED');
});
