import { judgement, plant } from '../planted-fault.js';

/** A function that asks what day it is. */
export default plant(
  { judgements: [judgement({ judge: () => ({ within: new Date().getFullYear() > 2023, findings: [] }) })] },
  {
    code: 'function-impure',
    path: 'judgements[0].judge',
    article: '2.1',
    day: '2023-01-01',
    suggestion: 'days are texts such as 2024-06-01, and may be compared; facts.on is the day asked about',
  },
);
