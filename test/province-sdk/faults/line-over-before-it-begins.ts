import { from2023, line, plant } from '../planted-fault.js';

/** A line whose source vouches to the day before it begins. */
export default plant(
  { monitoringLines: from2023(line('8300.00'), { vouchedTo: '2022-12-31' }) },
  { code: 'date-order', path: 'monitoringLines[0].vouchedTo', article: '2.2', day: '2023-01-01' },
);
