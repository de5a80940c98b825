import { incomeWindow } from '../../../src/province-sdk/index.js';
import { from2023, line, plant } from '../planted-fault.js';

/** October to September, and nine months. */
export default plant(
  { monitoringLines: from2023(line('8300.00', { windowMonths: 9, window: incomeWindow('OCTOBER_TO_SEPTEMBER') })) },
  { code: 'window-mismatch', path: 'monitoringLines[0].value.windowMonths', article: '2.2', day: '2023-01-01' },
);
