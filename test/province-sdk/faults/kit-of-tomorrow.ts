import { plant } from '../planted-fault.js';

/** A module for version 2 of the kit. */
export default plant({ sdk: '^2.0.0' }, { code: 'sdk-range', path: 'sdk', article: '5.1', day: null });
