import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import type { CaseChangeService, CaseReader } from '../case/index.js';
import { EliminationResolver } from './elimination.resolver.js';
import { EliminationService } from './elimination.service.js';
import { EliminationGates, type EliminationGatesNeeds } from './elimination-gates.service.js';
import { GateResolver } from './gate.resolver.js';

/** 风险消除室所需 · What the room of elimination stands on. @article none — technical */
export interface EliminationRoomParts extends EliminationGatesNeeds {
  readonly holidays: HolidayCalendar;
  readonly cases: CaseChangeService;
  readonly reader: CaseReader;
}

/** 风险消除室 · The gates, the request of an elimination, and its rollback. @article none — technical */
export function assembleElimination(parts: EliminationRoomParts) {
  const gates = new EliminationGates(parts);
  const service = new EliminationService({ ...parts, changes: parts.cases, gates });
  return { gates, service, resolvers: [new EliminationResolver(service, parts.reader), new GateResolver(gates)] };
}
