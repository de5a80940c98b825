import { judgement, plant } from '../planted-fault.js';

/** What should be a function and is a word. */
export default plant(
  { judgements: [judgement({ judge: 'always' as never })] },
  { code: 'function-unreadable', path: 'judgements[0].judge', article: '2.1' },
);
