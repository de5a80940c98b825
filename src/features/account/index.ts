export { byRowId, type NodeFinder, NodeRegistry } from './node-registry.js';
export { ViewerService, type ViewerServiceParts } from './viewer.service.js';
