import { adaptProcedure } from '../../../src/province-sdk/index.js';
import { from2023, national, plant } from '../planted-fault.js';

/** Verification waits for the authorization that waits for it. */
export default plant(
  {
    procedures: from2023(
      adaptProcedure(national('SUPPORT'), {
        steps: { 'democratic-review': { after: ['public-notice'] }, 'township-review': { after: [] } },
      }),
    ),
  },
  { code: 'circular-steps', path: 'procedures[0].value.steps[1]', article: '3.2', day: '2023-01-01' },
  { code: 'circular-steps', path: 'procedures[0].value.steps[2]', article: '3.2', day: '2023-01-01' },
);
