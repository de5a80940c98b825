import { plant } from '../planted-fault.js';

/** A floor of its own. */
export default plant({ nationalFloor: [] } as never, {
  code: 'field-fixed',
  path: 'nationalFloor',
  article: '5.1',
  day: null,
});
