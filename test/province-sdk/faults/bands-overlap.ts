import { band, from2023, plant } from '../planted-fault.js';

/** Bands that share one per cent. */
export default plant(
  { bands: from2023([band('under', 1, null, 101), band('over', 2, 100, null)]) },
  { code: 'bands-overlap', path: 'bands[0].value', article: '2.2', day: '2023-01-01' },
);
