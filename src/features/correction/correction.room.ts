import type { Database } from '../../platform/database/database.js';
import type { AccessService } from '../access/index.js';
import type { CaseReader } from '../case/index.js';
import {
  CaseCorrectionsResolver,
  CorrectionResolver,
  CorrectRecordResolver,
  HouseholdCorrectionsResolver,
} from './correction.resolver.js';
import { CorrectionService } from './correction.service.js';
import type { CorrectionNeeds } from './correction-act.js';
import { CorrectionReader } from './correction-reader.service.js';

/** 更正室所需 · What the room of corrections stands on. @article none — technical */
export interface CorrectionRoomParts extends CorrectionNeeds {
  readonly database: Database;
  readonly access: AccessService;
  readonly reader: CaseReader;
}

/** 更正室 · Services and resolvers of corrections. @article none — technical */
export function assembleCorrections(parts: CorrectionRoomParts) {
  const { cipher, access } = parts;
  return {
    resolvers: [
      new CorrectRecordResolver(new CorrectionService(parts), new CorrectionReader(parts)),
      new HouseholdCorrectionsResolver(),
      new CaseCorrectionsResolver(),
      new CorrectionResolver(cipher, access),
    ],
  };
}
