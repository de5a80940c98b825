import { from2023, plant } from '../planted-fault.js';

/** Elimination after five months. */
export default plant(
  { eliminationMonths: from2023(5) },
  { code: 'limit-loosened', path: 'eliminationMonths[0].value', article: '3.2', day: '2023-01-01' },
);
