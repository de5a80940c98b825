export { AccessService } from './access.service.js';
export { Reach } from './reach.js';
