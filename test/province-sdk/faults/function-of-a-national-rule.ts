import { judgement, plant } from '../planted-fault.js';

/** A function under the code of a rule of the nation's, which it would seem to replace. */
export default plant(
  { judgements: [judgement({ code: 'income-line' })] },
  { code: 'duplicate-code', path: 'judgements[0].code', article: '5.1' },
);
