import { from2023, line, plant } from '../planted-fault.js';

/** A line of 5,999.99 yuan. */
export default plant(
  { monitoringLines: from2023(line('5999.99')) },
  { code: 'line-under-floor', path: 'monitoringLines[0].value.perCapitaIncome', article: '2.2', day: '2023-01-01' },
);
