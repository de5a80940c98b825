import { from2023, national, plant } from '../planted-fault.js';

/** Two township reviews of one code. */
export default plant(
  {
    procedures: from2023({
      ...national('SUPPORT'),
      steps: [...national('SUPPORT').steps, ...national('SUPPORT').steps.slice(-1)],
    }),
  },
  { code: 'duplicate-step-code', path: 'procedures[0].value.steps[2]', article: '3.2', day: '2023-01-01' },
);
