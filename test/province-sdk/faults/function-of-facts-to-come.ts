import { judgement, plant } from '../planted-fault.js';

/** A function that was written for facts that this kit does not give. */
export default plant(
  { judgements: [{ ...judgement(), form: 2 }] },
  { code: 'function-gone', path: 'judgements[0].form', article: '2.1' },
);
