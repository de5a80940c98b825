import type { AccessService } from '../access/index.js';
import { SimulationResolver } from './simulation.resolver.js';
import { type SimulationParts, SimulationService } from './simulation.service.js';

/** 规则测算室 · Service and resolvers of the dry run. @article none — technical */
export function assembleSimulation(parts: SimulationParts & { readonly access: AccessService }) {
  const service = new SimulationService(parts);
  return { service, resolvers: [new SimulationResolver(service, parts.tree)] };
}
