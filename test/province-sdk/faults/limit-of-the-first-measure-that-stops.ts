import { workingDays } from '../../../src/province-sdk/index.js';
import { from2023, plant } from '../planted-fault.js';

/** The limit of the first measure has no notice and no return that it could stop for. */
export default plant(
  { supportLimit: from2023(workingDays(10, { stopsFor: ['NOTICE'] })) },
  { code: 'unknown-field', path: 'supportLimit[0].value.stopsFor', article: '4.1', day: '2023-01-01' },
);
