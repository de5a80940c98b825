import { dated } from '../../../src/province-sdk/index.js';
import { A_TEXT, line, plant } from '../planted-fault.js';

/** A line of a day on which no floor is known. */
export default plant(
  { monitoringLines: dated([{ from: '2020-12-31', value: line('8300.00'), source: A_TEXT }]) },
  { code: 'floor-unknown', path: 'monitoringLines[0].value.perCapitaIncome', article: '2.2', day: '2020-12-31' },
);
