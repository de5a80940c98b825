import { from2023, line, plant } from '../planted-fault.js';

/** A cap on the number monitored, inside a line. */
export default plant(
  { monitoringLines: from2023({ ...line('8300.00'), maxHouseholds: 300 }) },
  { code: 'quota', path: 'monitoringLines[0].value.maxHouseholds', article: '2.2', day: '2023-01-01' },
);
