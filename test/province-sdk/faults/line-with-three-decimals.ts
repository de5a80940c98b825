import { from2023, line, plant } from '../planted-fault.js';

/** A line of 8,300.005 yuan. */
export default plant(
  { monitoringLines: from2023(line('8300.005')) },
  { code: 'shape', path: 'monitoringLines[0].value.perCapitaIncome', article: '2.2', day: '2023-01-01' },
);
