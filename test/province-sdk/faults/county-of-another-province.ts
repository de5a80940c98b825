import { from2023, line, plant } from '../planted-fault.js';

/** A line for a county of Hunan. */
export default plant(
  { monitoringLines: from2023(line('8300.00'), { county: '430121' }) },
  { code: 'county-outside', path: 'monitoringLines[0].county', article: '5.1', day: '2023-01-01' },
);
