import { from2023, identification, plant } from '../planted-fault.js';

/** Comparison side by side with the authorization. */
export default plant(
  { procedures: from2023(identification({ 'data-comparison': { after: ['household-verification'] } })) },
  { code: 'order-broken', path: 'procedures[0].value.steps[2]', article: '3.2', day: '2023-01-01' },
);
