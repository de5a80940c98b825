import { dated } from '../../../src/province-sdk/index.js';
import { A_TEXT, line, plant } from '../planted-fault.js';

/** A line from 29 February 2023. */
export default plant(
  { monitoringLines: dated([{ from: '2023-02-29', value: line('8300.00'), source: A_TEXT }]) },
  { code: 'shape', path: 'monitoringLines[0].from', article: '2.2', day: '2023-02-29' },
);
