import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { CaseBatchService, CaseChangeService, CaseReader } from '../case/index.js';
import type { EliminationGates } from '../elimination/index.js';
import type { ProvinceService } from '../province/index.js';
import { CompleteStepService } from './complete-step.service.js';
import { CompleteStepsService } from './complete-steps.service.js';
import { StepResolver } from './step.resolver.js';
import { WithdrawAuthorizationResolver } from './withdraw-authorization.resolver.js';
import { WithdrawAuthorizationService } from './withdraw-authorization.service.js';

/** 程序办理室所需 · What the room of procedures stands on. @article none — technical */
export interface ProcedureRoomParts {
  readonly provinces: ProvinceService;
  readonly holidays: HolidayCalendar;
  readonly cipher: FieldCipher;
  readonly cases: CaseChangeService;
  readonly batches: CaseBatchService;
  readonly reader: CaseReader;
  readonly gates: EliminationGates;
}

/** 程序办理室 · Steps, of one case and of many, and the authorization that they look things up under. @article none — technical */
export function assembleProcedures(parts: ProcedureRoomParts) {
  const { cases, batches, reader, provinces, cipher } = parts;
  const steps = new CompleteStepService({ ...parts, changes: cases });
  return {
    resolvers: [
      new StepResolver(steps, new CompleteStepsService(batches, steps), reader),
      new WithdrawAuthorizationResolver(new WithdrawAuthorizationService(cases, provinces, cipher), reader),
    ],
  };
}
