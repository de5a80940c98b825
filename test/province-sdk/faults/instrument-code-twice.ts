import { offer, plant } from '../planted-fault.js';

/** Two instruments of one code. */
export default plant(
  { instruments: [offer(), offer()] },
  { code: 'duplicate-code', path: 'instruments[1].code', article: '4.1', day: '2023-01-01' },
);
