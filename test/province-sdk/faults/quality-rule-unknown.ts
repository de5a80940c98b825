import { from2023, plant } from '../planted-fault.js';

/** A rule that the nation does not have. */
export default plant(
  { quality: from2023({ thresholds: { 'identical-figure': { households: 3 } } }) },
  {
    code: 'unknown-reference',
    path: 'quality[0].value.thresholds.identical-figure',
    article: '5.3',
    day: '2023-01-01',
  },
);
