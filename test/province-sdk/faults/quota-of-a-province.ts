import { plant } from '../planted-fault.js';

/** A cap on the number monitored. */
export default plant({ maximumMonitored: 5000 } as never, {
  code: 'quota',
  path: 'maximumMonitored',
  article: '2.2',
  day: null,
});
