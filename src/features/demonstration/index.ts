export { type DemonstrationOrder, fillDemonstration } from './fill-demonstration.js';
export { type GenerationOrder, generateRegister, type RegisterChunk } from './generate-register.js';
export { type LoadedRegister, type LoadOrder, loadRegister } from './load-register.js';
