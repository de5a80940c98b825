export { type KeyUse, keysInUse, resealRegister } from './reseal.service.js';
