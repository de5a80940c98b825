import { from2023, plant } from '../planted-fault.js';

/** One household is always like itself. */
export default plant(
  { quality: from2023({ thresholds: { 'identical-figures': { households: 1 } } }) },
  {
    code: 'quality-threshold-empty',
    path: 'quality[0].value.thresholds.identical-figures.households',
    article: '5.3',
    day: '2023-01-01',
  },
);
