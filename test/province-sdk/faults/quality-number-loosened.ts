import { from2023, plant } from '../planted-fault.js';

/** A number that would let six households stand where the nation names five. */
export default plant(
  { quality: from2023({ thresholds: { 'identical-figures': { households: 6 } } }) },
  {
    code: 'quality-loosened',
    path: 'quality[0].value.thresholds.identical-figures.households',
    article: '5.3',
    day: '2023-01-01',
  },
);
