import { judgement, plant } from '../planted-fault.js';

/** What should be a function and is a number. */
export default plant(
  { judgements: [judgement({ judge: 1 as never })] },
  { code: 'shape', path: 'judgements[0].judge', article: '2.1' },
);
