import { adaptProcedure, step } from '../../../src/province-sdk/index.js';
import { COUNTY_PAGE, from2023, national, plant } from '../planted-fault.js';

/** A second review on the word of a county's page. */
export default plant(
  {
    procedures: from2023(
      adaptProcedure(national('IDENTIFICATION'), {
        add: [
          step({
            code: 'second-review',
            name: { zh: '再次评议', en: 'Second review' },
            kind: 'DEMOCRATIC_REVIEW',
            level: 'VILLAGE',
            after: ['democratic-review'],
          }),
        ],
      }),
      { source: COUNTY_PAGE },
    ),
  },
  { code: 'step-repeated', path: 'procedures[0].value.steps', article: '5.4', day: '2023-01-01' },
);
