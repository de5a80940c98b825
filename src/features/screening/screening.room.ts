import './finding-shape.repository.js';
import { LeadFindingsResolver, ScreeningFindingResolver } from './screening.resolver.js';

/** 筛查室 · Resolvers of what screenings found; the screenings themselves are the command's and the rounds'. @article none — technical */
export function assembleScreening(): object[] {
  return [new LeadFindingsResolver(), new ScreeningFindingResolver()];
}
