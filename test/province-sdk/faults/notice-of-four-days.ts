import { from2023, identification, plant } from '../planted-fault.js';

/** A notice of four days. */
export default plant(
  { procedures: from2023(identification({ 'public-notice': { minimumNoticeDays: 4 } })) },
  { code: 'limit-loosened', path: 'procedures[0].value.steps[4]', article: '3.2', day: '2023-01-01' },
);
