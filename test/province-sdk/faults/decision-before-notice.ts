import { from2023, identification, plant } from '../planted-fault.js';

/** A county that decides beside the notice. */
export default plant(
  {
    procedures: from2023(
      identification({
        'township-review': { after: ['democratic-review', 'data-comparison'] },
        'county-decision': { after: ['township-review'] },
      }),
    ),
  },
  { code: 'order-broken', path: 'procedures[0].value.steps[6]', article: '3.2', day: '2023-01-01' },
);
