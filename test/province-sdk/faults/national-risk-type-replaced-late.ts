import { riskType } from '../../../src/province-sdk/index.js';
import { A_TEXT, plant } from '../planted-fault.js';

/** The nation's ILLNESS replaced from 2023: 2021 and 2022 would be without it. */
export default plant(
  {
    riskTypes: [
      riskType({
        code: 'ILLNESS',
        name: { zh: '因病', en: 'Illness' },
        group: 'ILLNESS',
        from: '2023-01-01',
        source: A_TEXT,
      }),
    ],
  },
  { code: 'date-gap', path: 'riskTypes[0].from', article: '4.2', day: '2023-01-01' },
);
