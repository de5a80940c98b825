import { months } from '../../../src/province-sdk/index.js';
import { from2023, plant } from '../planted-fault.js';

/** Two months until the first measure. */
export default plant(
  { supportLimit: from2023(months(2)) },
  { code: 'limit-loosened', path: 'supportLimit[0].value', article: '3.2', day: '2023-01-01' },
);
