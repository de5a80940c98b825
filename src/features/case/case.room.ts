import type { CursorSeal } from '../../platform/crypto/cursor-seal.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Database } from '../../platform/database/database.js';
import type { AccessService } from '../access/index.js';
import { BatchChangeService } from '../change/index.js';
import type { HouseholdService } from '../household/index.js';
import type { ProvinceService } from '../province/index.js';
import type { RegionTree } from '../region/index.js';
import { CaseResolver, HouseholdCaseResolver, RegionCaseResolver } from './case.resolver.js';
import { CaseActsService } from './case-acts.service.js';
import { CaseBatchService } from './case-batch.service.js';
import type { CaseChangeService } from './case-change.service.js';
import { CaseMutationResolver } from './case-mutation.resolver.js';
import { CaseReader } from './case-reader.service.js';
import {
  CaseRiskResolver,
  ProcedureRunResolver,
  ProcedureStepResolver,
  ResponsiblePersonResolver,
} from './procedure.resolver.js';

/** 监测档案室所需 · What the room of cases stands on. @article none — technical */
export interface CaseRoomParts {
  readonly database: Database;
  readonly access: AccessService;
  readonly tree: RegionTree;
  readonly provinces: ProvinceService;
  readonly cipher: FieldCipher;
  readonly cursorSeal: CursorSeal;
  readonly households: HouseholdService;
  readonly cases: CaseChangeService;
}

/** 监测档案室 · Services and resolvers of cases, of what hangs on them, and of acts that are no step. @article none — technical */
export function assembleCases(parts: CaseRoomParts) {
  const { database, access, tree, provinces, cipher, cursorSeal, households, cases } = parts;
  const reader = new CaseReader(database, access, provinces, households);
  const resolver = new CaseResolver(reader, cursorSeal, tree, cipher);
  return {
    reader,
    batches: new CaseBatchService(new BatchChangeService(database), cases, access),
    resolvers: [
      resolver,
      new HouseholdCaseResolver(),
      new RegionCaseResolver(resolver),
      new CaseMutationResolver(new CaseActsService({ ...parts, changes: cases }), reader),
      new ProcedureRunResolver(),
      new ProcedureStepResolver(provinces, cipher, access),
      new CaseRiskResolver(provinces),
      new ResponsiblePersonResolver(cipher, access),
    ],
  };
}
