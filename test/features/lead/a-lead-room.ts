import { execute, parse } from 'graphql';
import { uuidv7 } from 'uuidv7';
import type { CaseStatus } from '../../../src/domain/case/monitoring-case.js';
import type { Grant, Role } from '../../../src/domain/jurisdiction/role.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import type { RegionCode, RegionLevel } from '../../../src/domain/kernel/region-code.js';
import type { ProvinceRules } from '../../../src/domain/province/province-rules.js';
import type { TimeLimit } from '../../../src/domain/province/time-limit.js';
import { AccessService } from '../../../src/features/access/index.js';
import { monitoringCase } from '../../../src/features/case/case.table.js';
import { ChangeService } from '../../../src/features/change/index.js';
import { HouseholdResolver } from '../../../src/features/household/household.resolver.js';
import { household, householdNumber } from '../../../src/features/household/household.table.js';
import { HouseholdService } from '../../../src/features/household/index.js';
import { HouseholdLeadsResolver } from '../../../src/features/lead/household-leads.resolver.js';
import { HouseholdLeads, LeadReader, LeadService, ProgressService } from '../../../src/features/lead/index.js';
import { LeadResolver } from '../../../src/features/lead/lead.resolver.js';
import { ProgressResolver } from '../../../src/features/lead/progress.resolver.js';
import { chineseHolidayCalendar } from '../../../src/features/province/index.js';
import { loadRegionTree, type RegionRow, type RegionTree } from '../../../src/features/region/index.js';
import { RegionResolver } from '../../../src/features/region/region.resolver.js';
import { createFieldCipher } from '../../../src/platform/crypto/aes-field-cipher.js';
import { type CursorSeal, createCursorSeal, cursorKey } from '../../../src/platform/crypto/cursor-seal.js';
import type { BlindIndex, FieldCipher } from '../../../src/platform/crypto/field-cipher.js';
import { createBlindIndex } from '../../../src/platform/crypto/keyed-blind-index.js';
import { readPiiKeys } from '../../../src/platform/crypto/pii-keys.js';
import type { Database } from '../../../src/platform/database/database.js';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { toGlobalId } from '../../../src/platform/graphql/global-id.js';
import type { RequestContext } from '../../../src/platform/graphql/request-context.js';
import { buildAppSchema } from '../../../src/schema.js';
import { openRegister } from '../household/register-database.js';

const REGIONS: readonly (readonly [string, string, RegionLevel, string | null])[] = [
  ['000000', '全国', 'NATION', null],
  ['430000', '湖南省', 'PROVINCE', '000000'],
  ['430100', '长沙市', 'CITY', '430000'],
  ['430121', '长沙县', 'COUNTY', '430100'],
  ['430121104', '示例镇', 'TOWNSHIP', '430121'],
  ['430121104201', '甲村', 'VILLAGE', '430121104'],
  ['430121104202', '乙村', 'VILLAGE', '430121104'],
  ['430124', '宁乡市', 'COUNTY', '430100'],
  ['430124101', '外镇', 'TOWNSHIP', '430124'],
  ['510000', '四川省', 'PROVINCE', '000000'],
  ['510100', '成都市', 'CITY', '510000'],
  ['510104', '锦江区', 'COUNTY', '510100'],
  ['510104001', '外街道', 'TOWNSHIP', '510104'],
];

export const COUNTY = '430121' as RegionCode;
/** 甲村, its sibling 乙村, 外镇 of the next county, 外街道 of another province. */
export const VILLAGE_A = '430121104201' as RegionCode;
export const VILLAGE_B = '430121104202' as RegionCode;
export const NEXT_COUNTY = '430124101' as RegionCode;
export const STREET = '510104001' as RegionCode;

/** 15 calendar days in 43, 3 working days in 51. */
const LIMITS: Readonly<Record<string, TimeLimit>> = {
  43: { amount: 15, unit: 'CALENDAR_DAYS' },
  51: { amount: 3, unit: 'WORKING_DAYS' },
};
const PROVINCES = {
  rulesOn: (region: RegionCode) =>
    ({ leadVerificationLimit: { value: LIMITS[region.slice(0, 2)] } }) as unknown as ProvinceRules,
};

/** Who calls, on which day. */
export interface CallerOptions {
  readonly grants?: readonly (readonly [Role, string])[];
  readonly subject?: string;
  readonly household?: string;
  readonly today?: string;
  readonly language?: 'zh' | 'en';
}

/** The answer of one operation, as a client has it. */
export interface Answer {
  /** As JSON.parse gives it: answers are looked into field by field. */
  readonly data: ReturnType<typeof JSON.parse>;
  readonly errors: readonly { readonly message: string; readonly code: unknown }[];
}

const KEYS = readPiiKeys(`a:${Buffer.alloc(32, 'lead').toString('base64')}`);

export type LeadRoom = Awaited<ReturnType<typeof openLeadRoom>>;

/**
 * The lead room upon a register of its own, asked in GraphQL.
 *
 * @param more  resolvers of another room that stands on the same parts
 */
export async function openLeadRoom(more: (parts: LeadRoomParts) => readonly object[] = () => []) {
  if ('fault' in KEYS) throw new Error(KEYS.fault);
  const register = await openRegister();
  const { database } = register;
  const tree = loadRegionTree(REGIONS.map(regionRow));
  const access = new AccessService(database, tree);
  const changes = new ChangeService(database, access);
  const cipher = createFieldCipher(KEYS);
  const blindIndex = createBlindIndex(KEYS);
  const cursorSeal = createCursorSeal(cursorKey(KEYS));
  const parts: RoomParts = { database, tree, access, changes, cipher, blindIndex, cursorSeal, provinces: PROVINCES };
  const leads = new LeadService({ ...parts, holidays: chineseHolidayCalendar() });
  const reader = new LeadReader(parts);
  const households = new HouseholdService(parts);
  const schema = buildAppSchema([
    new RegionResolver(tree),
    new HouseholdResolver(households, tree),
    new LeadResolver(leads, reader, tree),
    new HouseholdLeadsResolver(new HouseholdLeads(parts)),
    new ProgressResolver(new ProgressService(database, blindIndex)),
    ...more({ ...parts, households, reader }),
  ]);
  const ask = async (caller: CallerOptions | null, source: string, variables = {}): Promise<Answer> => {
    register.statements();
    const contextValue = contextOf(caller);
    const result = await execute({ schema, document: parse(source), contextValue, variableValues: variables });
    const errors = (result.errors ?? []).map(({ message, originalError }) => ({
      message,
      code: (originalError as { code?: unknown } | undefined)?.code,
    }));
    return { data: JSON.parse(JSON.stringify(result.data ?? null)), errors };
  };
  return { ...parts, register, leads, reader, schema, ask, ...writersOf(database) };
}

/** What the rooms of these tests stand on. */
export interface RoomParts {
  readonly database: Database;
  readonly tree: RegionTree;
  readonly access: AccessService;
  readonly changes: ChangeService;
  readonly cipher: FieldCipher;
  readonly blindIndex: BlindIndex;
  readonly cursorSeal: CursorSeal;
  readonly provinces: typeof PROVINCES;
}

/** What another room of these tests may stand on. */
export interface LeadRoomParts extends RoomParts {
  readonly households: HouseholdService;
  readonly reader: LeadReader;
}

function regionRow([code, name, level, parentCode]: (typeof REGIONS)[number]): RegionRow {
  return { code: code as RegionCode, name, level, parentCode: parentCode as RegionCode | null, successorCode: null };
}

/** A caller as the front door makes it; null is nobody, without a token. */
export function contextOf(caller: CallerOptions | null): RequestContext {
  const {
    grants = [],
    subject = 'worker',
    household: number = null,
    today = '2023-11-30',
    language = 'en',
  } = caller ?? {};
  const own = grants.map(([role, region]): Grant => ({ role, region }));
  return {
    principal: caller && { subject, grants: own, department: null, household: number, tokenId: null },
    requestId: 'request',
    today: date(today),
    now: new Date(`${today}T02:00:00.000Z`),
    language,
    loaders: new Map(),
  };
}

const AT = '2023-01-01T00:00:00.000Z';

/** Rows that other rooms would write. */
function writersOf(database: Database) {
  let count = 0;
  return {
    /** A household in a village; its id, its number and its global id. */
    async aHousehold(regionCode: RegionCode = VILLAGE_A) {
      const id = uuidv7();
      const countyCode = regionCode.slice(0, 6);
      count += 1;
      const number = `H${String(count).padStart(4, '0')}`;
      await database.write(WHOLE_REGISTER, async (tx) => {
        await tx.orm.insert(household).values({
          countyCode,
          id,
          regionCode,
          number,
          formerStatus: 'GENERAL',
          resettled: false,
          size: 0,
          labourCount: 0,
          specialGroups: [],
          version: 1,
          auditSequence: 0,
          auditHash: null,
          synthetic: true,
          createdAt: AT,
          updatedAt: AT,
        });
        await tx.orm.insert(householdNumber).values({ number, countyCode, householdId: id });
      });
      return { id, number, countyCode, globalId: toGlobalId('Household', countyCode, id) };
    },
    /** A case of a household. */
    async aCase(
      of: { id: string; countyCode: string },
      status: CaseStatus = 'UNDER_IDENTIFICATION',
      regionCode: RegionCode = VILLAGE_A,
    ) {
      const id = uuidv7();
      count += 1;
      await database.write(WHOLE_REGISTER, (tx) =>
        tx.orm.insert(monitoringCase).values({
          countyCode: of.countyCode,
          id,
          regionCode,
          householdId: of.id,
          number: `C${count}`,
          status,
          channel: 'CADRE_INSPECTION',
          emergency: false,
          openedOn: '2023-11-05',
          identifiedOn: status === 'UNDER_IDENTIFICATION' ? null : '2023-11-10',
          trackingOnly: false,
          supportContinued: false,
          priority: 0,
          configVersion: 'v',
          version: 1,
          auditSequence: 0,
          auditHash: null,
          createdAt: AT,
          updatedAt: AT,
        }),
      );
      return { id, number: `C${count}`, globalId: toGlobalId('MonitoringCase', of.countyCode, id) };
    },
  };
}

const SUBMIT = `mutation ($input: SubmitLeadInput!) { submitLead(input: $input) {
  lead { id channel status reportedOn dueOn overdue statement outcomeNote receipt region { code } household { number } }
  userErrors { code path article message } } }`;

/** Reports a difficulty; whatever is not said is a worker's report of 2023-11-20. */
export async function submit(room: LeadRoom, caller: CallerOptions, input: Readonly<Record<string, unknown>>) {
  const variables = {
    input: { channel: 'CADRE_INSPECTION', reportedOn: '2023-11-20', statement: '户主患大病,自付费用高。', ...input },
  };
  const { data, errors } = await room.ask(caller, SUBMIT, variables);
  return { ...(data?.submitLead ?? { lead: null, userErrors: [] }), errors };
}

/** Callers in short. */
export const worker = (region: string = VILLAGE_A, today?: string): CallerOptions => ({
  grants: [['VILLAGE_WORKER', region]],
  subject: `worker-${region}`,
  today,
});
export const county = (region: string = COUNTY): CallerOptions => ({
  grants: [['COUNTY_OFFICER', region]],
  subject: `county-${region}`,
});
export const resident = (number: string, region: string = COUNTY): CallerOptions => ({
  grants: [['RESIDENT', region]],
  subject: `resident-${number}`,
  household: number,
});
