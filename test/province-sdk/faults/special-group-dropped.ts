import { from2023, plant } from '../planted-fault.js';

/** Three of the four groups of 2.1. */
export default plant(
  { specialGroupPriority: from2023(['CRITICAL_ILLNESS', 'HEAVY_CHRONIC_ILLNESS', 'SEVERE_DISABILITY'] as const) },
  {
    code: 'group-dropped',
    path: 'specialGroupPriority[0].value',
    article: '2.1',
    day: '2023-01-01',
    suggestion: 'add "INCAPACITATED_ELDERLY"',
  },
);
