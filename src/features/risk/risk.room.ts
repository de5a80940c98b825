import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { CaseChangeService, CaseReader } from '../case/index.js';
import type { ProvinceService } from '../province/index.js';
import { RiskService } from './risk.service.js';
import { RiskMutationResolver } from './risk-mutation.resolver.js';

/** 风险室所需 · What the room of risks stands on. @article none — technical */
export interface RiskRoomParts {
  readonly provinces: ProvinceService;
  readonly cipher: FieldCipher;
  readonly cases: CaseChangeService;
  readonly reader: CaseReader;
}

/** 风险室 · What is done about the risks of an open case. @article none — technical */
export function assembleRisks({ cases, provinces, cipher, reader }: RiskRoomParts) {
  return { resolvers: [new RiskMutationResolver(new RiskService(cases, provinces, cipher), reader)] };
}
