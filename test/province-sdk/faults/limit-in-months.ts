import { adaptProcedure, months } from '../../../src/province-sdk/index.js';
import { from2023, national, plant } from '../planted-fault.js';

/** A whole identification in one month: steps are counted in days. */
export default plant(
  { procedures: from2023(adaptProcedure(national('IDENTIFICATION'), { limit: months(1) })) },
  { code: 'shape', path: 'procedures[0].value.limitDays', article: '3.2', day: '2023-01-01' },
);
