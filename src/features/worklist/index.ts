export { type WorklistParts, WorklistService } from './worklist.service.js';
