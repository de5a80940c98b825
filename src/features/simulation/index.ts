export {
  type RuleSimulationResult,
  type SimulationParts,
  type SimulationProgress,
  type SimulationRequest,
  SimulationService,
  simulateRules,
} from './simulation.service.js';
