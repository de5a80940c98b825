import { from2023, line, plant } from '../planted-fault.js';

/** A line for the whole of a city. */
export default plant(
  { monitoringLines: from2023(line('8300.00'), { county: '130100' }) },
  { code: 'county-outside', path: 'monitoringLines[0].county', article: '5.1', day: '2023-01-01' },
);
