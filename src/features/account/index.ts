export { byRowId, type NodeFinder } from './node-registry.js';
