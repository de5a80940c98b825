export { EliminationService } from './elimination.service.js';
export { EliminationGates, type GateQuestion } from './elimination-gates.service.js';
