import { judgement, plant } from '../planted-fault.js';

/** A function that draws lots. */
export default plant(
  { judgements: [judgement({ judge: () => ({ within: Math.random() < 0.5, findings: [] }) })] },
  { code: 'function-impure', path: 'judgements[0].judge', article: '2.1' },
);
