export {
  type RuleSimulationResult,
  type SimulationParts,
  type SimulationRequest,
  SimulationService,
  simulateRules,
} from './simulation.service.js';
