import type { Judges } from '../../domain/judgement/judges.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import type { EvidenceGiven } from '../../domain/procedure/step-act.js';
import type { BlindIndex, FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { CaseChangeService } from '../case/index.js';
import type { ChangeService } from '../change/index.js';
import type { EliminationGates } from '../elimination/index.js';
import type { HouseholdListener, HouseholdService } from '../household/index.js';
import type { ProvinceService } from '../province/index.js';

/** 更正记录 · The mutation's input. */
export interface CorrectRecordAct {
  readonly idempotencyKey?: string | null;
  readonly subjectId: string;
  readonly expectedVersion: number;
  readonly set: Readonly<Record<string, unknown>>;
  readonly reason: string;
  readonly evidence?: readonly EvidenceGiven[] | null;
}

/** 更正的标识 · What the answer is made of; an empty text for what there is none of. */
export type CorrectionIds = Record<'county' | 'household' | 'case' | 'correction', string>;

/** 所需服务 · What corrections call upon. */
export interface CorrectionNeeds {
  readonly changes: ChangeService;
  readonly cases: CaseChangeService;
  readonly households: HouseholdService;
  readonly provinces: ProvinceService;
  readonly cipher: FieldCipher;
  readonly blindIndex: BlindIndex;
  /** What later rooms do when a household changes. */
  readonly listeners: readonly HouseholdListener[];
  readonly holidays: HolidayCalendar;
  readonly judgements: Pick<Judges, 'range'>;
  readonly gates: Pick<EliminationGates, 'decide' | 'reasonOf'>;
}

/** 操作名 · Name in the schema; its roles set the reach. */
export const OPERATION = 'Mutation.correctRecord';
