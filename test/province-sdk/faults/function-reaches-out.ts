import { judgement, plant } from '../planted-fault.js';

const LIMIT = Number('6');

/** A function that uses a number from outside: it is kept as its text, and the number would be lost. */
export default plant(
  { judgements: [judgement({ judge: (facts) => ({ within: facts.members.length > LIMIT, findings: [] }) })] },
  {
    code: 'function-reaches-out',
    path: 'judgements[0].judge',
    article: '2.1',
    suggestion: 'put the value into `parameters`, or write it inside the function',
  },
);
