import { adaptProcedure } from '../../../src/province-sdk/index.js';
import { from2023, national, plant } from '../planted-fault.js';

/** A township review behind two steps that wait for each other. */
export default plant(
  {
    procedures: from2023(
      adaptProcedure(national('SUPPORT'), { steps: { 'democratic-review': { after: ['public-notice'] } } }),
    ),
  },
  { code: 'circular-steps', path: 'procedures[0].value.steps[0]', article: '3.2', day: '2023-01-01' },
  { code: 'circular-steps', path: 'procedures[0].value.steps[1]', article: '3.2', day: '2023-01-01' },
  { code: 'unreachable-step', path: 'procedures[0].value.steps[2]', article: '3.2', day: '2023-01-01' },
);
