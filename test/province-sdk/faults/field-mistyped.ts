import { plant } from '../planted-fault.js';

/** monitoringLine, without its s. */
export default plant({ monitoringLine: [] } as never, {
  code: 'unknown-field',
  path: 'monitoringLine',
  article: '5.1',
  day: null,
  suggestion: 'did you mean "monitoringLines"?',
});
