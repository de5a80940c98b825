import { band, from2023, plant } from '../planted-fault.js';

/** Two bands of one code. */
export default plant(
  { bands: from2023([band('same', 1, null, 100), band('same', 2, 100, null)]) },
  { code: 'duplicate-code', path: 'bands[0].value[1].code', article: '2.2', day: '2023-01-01' },
);
