import { from2023, plant } from '../planted-fault.js';

/** An income that falls by 101 per cent. */
export default plant(
  { incomeFallPercent: from2023(101) },
  { code: 'shape', path: 'incomeFallPercent[0].value', article: '2.1', day: '2023-01-01' },
);
