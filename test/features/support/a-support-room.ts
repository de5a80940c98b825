import { execute, parse } from 'graphql';
import { BASELINE } from '../../../provinces/index.js';
import { assembleCasework } from '../../../src/casework.js';
import type { Grant, Role } from '../../../src/domain/jurisdiction/role.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import type { RegionCode, RegionLevel } from '../../../src/domain/kernel/region-code.js';
import { AccessService } from '../../../src/features/access/index.js';
import { CaseChangeService } from '../../../src/features/case/case-change.service.js';
import { ChangeService } from '../../../src/features/change/index.js';
import { assembleLeads } from '../../../src/features/lead/lead.room.js';
import {
  chineseHolidayCalendar,
  JudgementRunner,
  loadProvinces,
  ProvinceService,
} from '../../../src/features/province/index.js';
import { loadRegionTree, type RegionRow } from '../../../src/features/region/index.js';
import { RegionResolver } from '../../../src/features/region/region.resolver.js';
import { measureStatuses } from '../../../src/features/support/index.js';
import { assembleSupport } from '../../../src/features/support/support.room.js';
import { assembleWorklist } from '../../../src/features/worklist/worklist.room.js';
import { createFieldCipher } from '../../../src/platform/crypto/aes-field-cipher.js';
import { createCursorSeal, cursorKey } from '../../../src/platform/crypto/cursor-seal.js';
import { createBlindIndex } from '../../../src/platform/crypto/keyed-blind-index.js';
import { readPiiKeys } from '../../../src/platform/crypto/pii-keys.js';
import type { RequestContext } from '../../../src/platform/graphql/request-context.js';
import { createRateLimits } from '../../../src/platform/http/rate-limit.js';
import { Sandbox } from '../../../src/platform/sandbox/sandbox.js';
import {
  adaptProcedure,
  calendarDays,
  dated,
  defineProvince,
  instrument,
  nationalProcedure,
  source,
  workingDays,
} from '../../../src/province-sdk/index.js';
import { assembleRegister } from '../../../src/register.js';
import { buildAppSchema } from '../../../src/schema.js';
import { openRegister } from '../household/register-database.js';
import { writersOf } from './support-writers.js';

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
  ['430124101201', '丁村', 'VILLAGE', '430124101'],
  ['510000', '四川省', 'PROVINCE', '000000'],
  ['510100', '成都市', 'CITY', '510000'],
  ['510104', '锦江区', 'COUNTY', '510100'],
  ['510104001', '外街道', 'TOWNSHIP', '510104'],
  ['510104001201', '戊村', 'VILLAGE', '510104001'],
];

/** 甲村 and its sibling 乙村, 丁村 of the next county, 戊村 of another province. */
export const VILLAGE_A = '430121104201' as RegionCode;
export const VILLAGE_B = '430121104202' as RegionCode;
export const VILLAGE_D = '430124101201' as RegionCode;
export const VILLAGE_E = '510104001201' as RegionCode;

const TESTED = source({ id: 'tested', title: '测试用', standing: 'document', url: 'https://example.org/tested' });
const grant = {
  family: 'HEALTH',
  nature: 'GUARANTEE',
  addresses: ['ILLNESS'],
  fundingSources: ['SECTOR_POLICY'],
} as const;

/** The baseline, and two instruments of 43: one capped at 30,000.00 yuan, one whose last day was 2023-02-28. */
const HUNAN = defineProvince({
  code: '430000',
  name: { zh: '湖南省', en: 'Hunan' },
  instruments: [
    instrument({
      code: 'capped-grant',
      name: { zh: '限额补助', en: 'Capped grant' },
      ...grant,
      cap: '30000.00',
      from: '2021-05-14',
      source: TESTED,
    }),
    instrument({
      code: 'expired-grant',
      name: { zh: '到期补助', en: 'Expired grant' },
      ...grant,
      from: '2021-05-14',
      to: '2023-02-28',
      source: TESTED,
    }),
  ],
});

/** Support in 20 days that stop for notices and returns; 5 days, which run on, for the township. */
const SUPPORT_IN_20_DAYS = adaptProcedure(nationalProcedure(BASELINE, 'SUPPORT', '2021-05-14'), {
  limit: calendarDays(20, { stopsFor: ['NOTICE', 'RETURN'] }),
  steps: { 'township-review': { deadline: calendarDays(5) } },
});

/** 51 gives 10 working days to the first delivery. */
const SICHUAN = defineProvince({
  code: '510000',
  name: { zh: '四川省', en: 'Sichuan' },
  procedures: dated([{ from: '2021-05-14', value: SUPPORT_IN_20_DAYS, source: TESTED }]),
  supportLimit: dated([{ from: '2021-05-14', value: workingDays(10), source: TESTED }]),
});

/** Who calls, on which day. */
export interface CallerOptions {
  readonly grants: readonly (readonly [Role, string])[];
  readonly subject?: string;
  readonly household?: string;
  readonly today?: string;
  readonly language?: 'zh' | 'en';
}

/** The answer of one operation, as a client has it. */
export interface Answer {
  // biome-ignore lint/suspicious/noExplicitAny: answers are looked into field by field
  readonly data: any;
  readonly errors: readonly { readonly message: string; readonly code: unknown }[];
  /** Statements that it took. */
  readonly statements: readonly string[];
}

const KEYS = readPiiKeys(`a:${Buffer.alloc(32, 'support').toString('base64')}`);

export type SupportRoom = Awaited<ReturnType<typeof openSupportRoom>>;

/** The rooms up to the worklist upon a register of their own, asked in GraphQL. */
export async function openSupportRoom() {
  if ('fault' in KEYS) throw new Error(KEYS.fault);
  const register = await openRegister();
  const { database } = register;
  const tree = loadRegionTree(REGIONS.map(regionRow));
  const provinces = new ProvinceService(loadProvinces({ national: BASELINE, modules: [HUNAN, SICHUAN] }));
  const access = new AccessService(database, tree);
  const cipher = createFieldCipher(KEYS);
  const blindIndex = createBlindIndex(KEYS);
  const ground = {
    database,
    tree,
    provinces,
    access,
    cipher,
    changes: new ChangeService(database, access),
    holidays: chineseHolidayCalendar(),
    blindIndex,
    rateLimits: createRateLimits(database, blindIndex),
    cursorSeal: createCursorSeal(cursorKey(KEYS)),
    judgements: new JudgementRunner({ sandbox: new Sandbox() }),
  };
  const { households, resolvers } = assembleRegister({ ...ground, listeners: [] });
  const leads = assembleLeads(ground);
  const cases = new CaseChangeService(ground.changes, cipher, database, access, measureStatuses);
  const casework = assembleCasework({ ...ground, households, leads: leads.reader, cases });
  const support = assembleSupport({ ...ground, households, cases, reader: casework.reader });
  const worklist = assembleWorklist(ground);
  const schema = buildAppSchema([
    new RegionResolver(tree),
    ...resolvers,
    ...leads.resolvers,
    ...casework.resolvers,
    ...support.resolvers,
    ...worklist.resolvers,
  ]);
  const ask = async (caller: CallerOptions, text: string, variables = {}): Promise<Answer> => {
    register.statements();
    const contextValue = contextOf(caller);
    const result = await execute({ schema, document: parse(text), contextValue, variableValues: variables });
    const errors = (result.errors ?? []).map(({ message, originalError }) => ({
      message,
      code: (originalError as { code?: unknown } | undefined)?.code,
    }));
    return { data: JSON.parse(JSON.stringify(result.data ?? null)), errors, statements: register.statements() };
  };
  const caller = contextOf;
  return { ...ground, register, schema, ask, support, caller, ...writersOf(database, cipher) };
}

function regionRow([code, name, level, parentCode]: (typeof REGIONS)[number]): RegionRow {
  return { code: code as RegionCode, name, level, parentCode: parentCode as RegionCode | null, successorCode: null };
}

function contextOf({ grants, subject = 'officer', household, today = '2023-06-30', language = 'en' }: CallerOptions) {
  const own = grants.map(([role, region]): Grant => ({ role, region }));
  const context: RequestContext = {
    principal: { subject, grants: own, department: null, household: household ?? null, tokenId: null },
    requestId: 'request',
    today: date(today),
    now: new Date(`${today}T02:00:00.000Z`),
    language,
    loaders: new Map(),
  };
  return context;
}

/** Callers in short, on 2023-06-30 unless told. */
export const worker = (region: string = VILLAGE_A, today?: string): CallerOptions => ({
  grants: [['VILLAGE_WORKER', region]],
  subject: `worker-${region}`,
  today,
});
export const township = (region = '430121104', today?: string): CallerOptions => ({
  grants: [['TOWNSHIP_OFFICER', region]],
  subject: `township-${region}`,
  today,
});
export const county = (region = '430121', today?: string): CallerOptions => ({
  grants: [['COUNTY_OFFICER', region]],
  subject: `county-${region}`,
  today,
});
