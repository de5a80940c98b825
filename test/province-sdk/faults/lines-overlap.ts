import { dated } from '../../../src/province-sdk/index.js';
import { A_TEXT, FROM, line, plant } from '../planted-fault.js';

/** Two sources that vouch for 1 January 2024. */
export default plant(
  {
    monitoringLines: dated([
      { from: FROM, vouchedTo: '2024-01-01', value: line('8300.00'), source: A_TEXT },
      { from: '2024-01-01', value: line('8400.00'), source: A_TEXT },
    ]),
  },
  {
    code: 'date-overlap',
    path: 'monitoringLines[0].vouchedTo',
    article: '2.2',
    day: '2023-01-01',
    suggestion: "write vouchedTo: '2023-12-31'",
  },
);
