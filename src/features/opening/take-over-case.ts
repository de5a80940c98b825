import { uuidv7 } from 'uuidv7';
import { decideOpenCase, type EarlierCase } from '../../domain/case/decide-open-case.js';
import type { DiscoveryChannel } from '../../domain/case/monitoring-case.js';
import { casePriority } from '../../domain/case/rules/r03-case-priority.js';
import { checkNationalRecord, type NationalRecord } from '../../domain/case/rules/r30-national-record.js';
import { mayAct } from '../../domain/jurisdiction/may-act.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Transaction } from '../../platform/database/database.js';
import type { Reach } from '../access/index.js';
import { appendAudit } from '../audit/index.js';
import {
  insertCase,
  insertNationalNumber,
  insertRisks,
  sealEvidence,
  takeOverPlace,
  textFaults,
  textsOfEvidence,
} from '../case/index.js';
import { refuseAny } from '../change/index.js';
import type { HouseholdRow } from '../household/index.js';
import type { ProvinceService } from '../province/index.js';

/** 承接事项 · A case of the national system to be kept here. */
export interface TakeOver {
  /** Locked. */
  readonly household: HouseholdRow;
  /** Its cases, the newest first, read behind the lock. */
  readonly earlier: readonly EarlierCase[];
  readonly caseId: string;
  readonly channel: DiscoveryChannel;
  readonly emergency?: boolean | null;
  readonly leadIds?: readonly string[] | null;
  readonly openedOn: CalendarDate;
  readonly record: NationalRecord;
  readonly cipher: FieldCipher;
}

/** 承接档案 · Keeps a case as the national system has it (R30): monitored from its day, under its number. @throws Refused */
export async function takeOverCase(
  tx: Transaction,
  reach: Reach,
  caller: Caller,
  provinces: ProvinceService,
  { household, earlier, caseId, channel, emergency, leadIds, openedOn, record, cipher }: TakeOver,
): Promise<void> {
  const { countyCode, regionCode, id: householdId, formerStatus } = household;
  const rules = provinces.rulesOn(regionCode, record.identifiedOn);
  const beside = { emergency: emergency === true, leads: (leadIds ?? []).length > 0 };
  const { today } = caller;
  const decision = decideOpenCase({ openedOn, today, emergency: false, earlier });
  refuseAny([
    ...wrongLevel(caller, household),
    ...('refusals' in decision ? decision.refusals : []),
    ...checkNationalRecord({ record, formerStatus, riskTypes: rules.riskTypes, openedOn, today, beside }),
    ...textFaults(
      textsOfEvidence(record.evidence ?? []).map((text) => ({ ...text, path: ['nationalRecord', ...text.path] })),
    ),
  ]);
  if ('refusals' in decision) throw new Error('unreachable: refusals were thrown');
  const { configVersion } = rules;
  const { previousCase, relapse } = decision;
  const { number, identifiedOn, category, risks } = record;
  const takenOverOn = record.takenOverOn ?? today;
  const evidence = sealEvidence(cipher, takeOverPlace(caseId), record.evidence);
  const kept = { source: 'NATIONAL_SYSTEM' as const, status: 'MONITORED' as const, channel, category, identifiedOn };
  const place = { countyCode, regionCode, householdId };
  const chain = { ...place, subjectType: 'MonitoringCase' as const, subjectId: caseId, sequence: 0, hash: null };
  const event = appendAudit(tx, chain, caller, {
    action: 'openCase',
    occurredOn: takenOverOn,
    change: {
      ...kept,
      openedOn,
      number,
      risks,
      evidence: evidence.map(({ kind, sha256 }) => ({ kind, sha256 })),
      configVersion,
      previousCase,
      relapse,
      version: 1,
    },
    role: reach.roleFor(regionCode),
  });
  const at = caller.now.toISOString();
  await Promise.all([
    event.written,
    insertCase(tx, household, {
      ...place,
      ...kept,
      id: caseId,
      number,
      emergency: false,
      openedOn,
      takenOverOn,
      takeOverEvidence: evidence,
      trackingOnly: false,
      supportContinued: false,
      previousCaseId: previousCase,
      priority: casePriority(household.specialGroups, rules.specialGroupPriority?.value),
      configVersion,
      version: 1,
      ...event.head,
      createdAt: at,
      updatedAt: at,
    }),
    insertNationalNumber(tx, { number, countyCode, caseId }),
    insertRisks(
      tx,
      risks.map(({ riskType, primary }) => ({
        ...place,
        caseId,
        id: uuidv7(),
        riskType,
        primary: primary ?? false,
        identifiedOn,
      })),
    ),
  ]);
}

/** What the national system says of a household is the county's to vouch for. */
function wrongLevel({ principal }: Caller, { regionCode }: HouseholdRow): Refusal[] {
  if (mayAct({ grants: principal?.grants ?? [], level: 'COUNTY', regionCode })) return [];
  return [
    refuse('WRONG_LEVEL', 'A case of the national system is taken over by the county.', ['nationalRecord'], '5.1'),
  ];
}
