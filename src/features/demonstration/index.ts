export { fillDemonstration } from './fill-demonstration.js';
export { type GenerationOrder, generateRegister, type RegisterChunk } from './generate-register.js';
export { type LoadOrder, loadRegister } from './load-register.js';
export { isRegisterEmpty } from './register-state.repository.js';
export type { Scenario } from './scenario.js';
export { SeededRandom } from './seeded-random.js';
