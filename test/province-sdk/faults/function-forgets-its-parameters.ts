import { judgement, plant } from '../planted-fault.js';

declare const oldest: number;

/** A function that names a parameter and does not take it. */
export default plant(
  {
    judgements: [
      judgement({
        parameters: { oldest: 70 },
        judge: (facts) => ({ within: facts.members.some((one) => Number(one.age) > oldest), findings: [] }),
      }),
    ],
  },
  {
    code: 'function-reaches-out',
    path: 'judgements[0].judge',
    article: '2.1',
    suggestion: 'take it from its third argument: (facts, rules, { oldest })',
  },
);
