export { fillDemonstration } from './fill-demonstration.js';
export { type GenerationOrder, generateRegister } from './generate-register.js';
export { loadRegister } from './load-register.js';
export { SeededRandom } from './seeded-random.js';
