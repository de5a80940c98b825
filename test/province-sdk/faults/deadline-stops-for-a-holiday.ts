import { from2023, plant } from '../planted-fault.js';

/** A count that stops for what is no reason. */
export default plant(
  { deadlineStops: from2023(['HOLIDAY' as 'NOTICE']) },
  { code: 'shape', path: 'deadlineStops[0].value[0]', article: 'G', day: '2023-01-01' },
);
