import { from2023, plant, without } from '../planted-fault.js';

/** No commitment and authorization. */
export default plant(
  { procedures: from2023(without('commitment-authorization')) },
  { code: 'step-dropped', path: 'procedures[0].value.steps', article: '3.2', day: '2023-01-01' },
);
