import { from2023, line, plant } from '../planted-fault.js';

/** A line that nobody set. */
export default plant(
  { monitoringLines: from2023(line('8300.00'), { source: undefined }) },
  { code: 'source-missing', path: 'monitoringLines[0].source', article: '2.2', day: '2023-01-01' },
);
