import type { Judges } from '../../domain/judgement/judges.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import type { CursorSeal } from '../../platform/crypto/cursor-seal.js';
import type { BlindIndex, FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Database } from '../../platform/database/database.js';
import type { RateLimits } from '../../platform/http/rate-limit.js';
import type { AccessService } from '../access/index.js';
import { BatchChangeService, type ChangeService } from '../change/index.js';
import type { HouseholdService } from '../household/index.js';
import type { LeadReader } from '../lead/index.js';
import type { ProvinceService } from '../province/index.js';
import type { RegionTree } from '../region/index.js';
import { AvailableActionResolver } from './available-action.resolver.js';
import { AvailableActionsService } from './available-actions.service.js';
import { BatchResolver } from './batch.resolver.js';
import { CaseResolver, HouseholdCaseResolver, RegionCaseResolver } from './case.resolver.js';
import { CaseActsService } from './case-acts.service.js';
import { CaseBatchService } from './case-batch.service.js';
import type { CaseChangeService } from './case-change.service.js';
import { CaseMutationResolver } from './case-mutation.resolver.js';
import { CaseReader } from './case-reader.service.js';
import { CaseRecordResolver } from './case-record.resolver.js';
import { CaseRecordService } from './case-record.service.js';
import { CompleteStepService } from './complete-step.service.js';
import { CompleteStepsService } from './complete-steps.service.js';
import { EliminationService } from './elimination.service.js';
import { EliminationGates } from './elimination-gates.service.js';
import { GateResolver } from './gate.resolver.js';
import { HistoryResolver } from './history.resolver.js';
import { HistoryService } from './history.service.js';
import { CaseLeadResolver, LeadCaseResolver, VerifyLeadResolver } from './lead-case.resolver.js';
import { JointNoticeService } from './joint-notice.service.js';
import { NoticeEntryResolver, NoticeResolver, ObjectionResolver } from './notice.resolver.js';
import { NoticeService } from './notice.service.js';
import { NoticeReader } from './notice-reader.service.js';
import { ObjectionMutationResolver } from './objection.resolver.js';
import { ObjectionService } from './objection.service.js';
import { OpenCaseService } from './open-case.service.js';
import {
  CaseRiskResolver,
  ProcedureRunResolver,
  ProcedureStepResolver,
  ResponsiblePersonResolver,
} from './procedure.resolver.js';
import { RiskService } from './risk.service.js';
import { VerifyLeadService } from './verify-lead.service.js';
import { WithdrawAuthorizationService } from './withdraw-authorization.service.js';

/** 监测档案室所需 · What the room of cases stands on. @article none — technical */
export interface CaseRoomParts {
  readonly database: Database;
  readonly access: AccessService;
  readonly changes: ChangeService;
  readonly tree: RegionTree;
  readonly provinces: ProvinceService;
  readonly judgements: Judges;
  readonly holidays: HolidayCalendar;
  readonly cipher: FieldCipher;
  readonly blindIndex: BlindIndex;
  readonly cursorSeal: CursorSeal;
  readonly rateLimits: RateLimits;
  readonly households: HouseholdService;
  readonly leads: LeadReader;
  readonly cases: CaseChangeService;
}

/** 监测档案室 · Services and resolvers of cases, procedures, notices and elimination. @article none — technical */
export function assembleCases(parts: CaseRoomParts) {
  const { database, access, changes, tree, provinces, holidays, cipher, cursorSeal, households, leads, cases } = parts;
  const reader = new CaseReader(database, access, provinces, households);
  const notices = new NoticeReader(database, access);
  const open = new OpenCaseService(changes, provinces, holidays, cipher);
  const gates = new EliminationGates(parts);
  const elimination = new EliminationService({ ...parts, changes: cases, gates });
  const steps = new CompleteStepService({ ...parts, changes: cases, gates });
  const batches = new CaseBatchService(new BatchChangeService(database), cases, access);
  const caseResolver = new CaseResolver(reader, cursorSeal, tree, cipher);
  return {
    reader,
    notices,
    gates,
    resolvers: [
      caseResolver,
      new HouseholdCaseResolver(),
      new RegionCaseResolver(caseResolver),
      new CaseMutationResolver({
        reader,
        open,
        steps,
        notices: new NoticeService(cases, parts),
        risks: new RiskService(cases, provinces, cipher),
        elimination,
        acts: new CaseActsService({ ...parts, changes: cases }),
        authorization: new WithdrawAuthorizationService(cases, provinces, cipher),
      }),
      new BatchResolver(
        new CompleteStepsService(batches, steps),
        new JointNoticeService({ ...parts, batches }),
        reader,
      ),
      new ObjectionMutationResolver(new ObjectionService({ ...parts, cases }), notices, reader),
      new GateResolver(gates),
      new AvailableActionResolver(new AvailableActionsService({ ...parts, elimination, gates }), provinces),
      new HistoryResolver(new HistoryService(database, access), cursorSeal, provinces),
      new CaseRecordResolver(new CaseRecordService(parts)),
      new LeadCaseResolver(),
      new CaseLeadResolver(),
      new VerifyLeadResolver(new VerifyLeadService(changes, open, cipher), leads),
      new NoticeResolver(notices, cursorSeal, tree),
      new NoticeEntryResolver(cipher),
      new ObjectionResolver(cipher),
      new ProcedureRunResolver(),
      new ProcedureStepResolver(provinces, cipher, access),
      new CaseRiskResolver(provinces),
      new ResponsiblePersonResolver(cipher, access),
    ],
  };
}
