import { riskType } from '../../../src/province-sdk/index.js';
import { A_TEXT, plant } from '../planted-fault.js';

/** The nation's ILLNESS as an accident. */
export default plant(
  {
    riskTypes: [
      riskType({
        code: 'ILLNESS',
        name: { zh: '因病', en: 'Illness' },
        group: 'ACCIDENT',
        from: '2021-05-14',
        source: A_TEXT,
      }),
    ],
  },
  { code: 'national-redefined', path: 'riskTypes[0].group', article: '4.2', day: '2021-05-14' },
);
