import { from2023, line, plant } from '../planted-fault.js';

/** Two lines from one day. */
export default plant(
  { monitoringLines: [...from2023(line('8300.00')), ...from2023(line('8400.00'))] },
  { code: 'same-day', path: 'monitoringLines[1].from', article: '2.2', day: '2023-01-01' },
);
