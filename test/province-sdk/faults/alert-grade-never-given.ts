import { alertKind } from '../../../src/province-sdk/index.js';
import { from2023, plant } from '../planted-fault.js';

/** Red from 20,000.00 yuan and orange from 30,000.00, so that no alert is ever orange. */
export default plant(
  {
    alertKinds: from2023([
      alertKind({
        code: 'medical-cost',
        name: { zh: '医疗自付', en: 'Own medical cost' },
        department: 'MEDICAL_SECURITY',
        grades: { RED: '20000.00', ORANGE: '30000.00' },
      }),
    ]),
  },
  { code: 'grade-never-given', path: 'alertKinds[0].value[0].grades', article: '3.1', day: '2023-01-01' },
);
