import { execute, parse } from 'graphql';
import type { Grant, Role } from '../../../src/domain/jurisdiction/role.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import { yuan } from '../../../src/domain/kernel/money.js';
import type { RegionCode, RegionLevel } from '../../../src/domain/kernel/region-code.js';
import type { ProvinceRules } from '../../../src/domain/province/province-rules.js';
import { AccessService } from '../../../src/features/access/index.js';
import { ChangeService } from '../../../src/features/change/index.js';
import { assembleClosing } from '../../../src/features/closing/closing.room.js';
import type { HouseholdListener } from '../../../src/features/household/index.js';
import type { RulesSource } from '../../../src/features/household/household.service.js';
import { assembleIdentityReviews } from '../../../src/features/identity-review/identity-review.room.js';
import { loadRegionTree, type RegionRow } from '../../../src/features/region/index.js';
import { RegionResolver } from '../../../src/features/region/region.resolver.js';
import { createFieldCipher } from '../../../src/platform/crypto/aes-field-cipher.js';
import { createCursorSeal, cursorKey } from '../../../src/platform/crypto/cursor-seal.js';
import { createBlindIndex } from '../../../src/platform/crypto/keyed-blind-index.js';
import { readPiiKeys } from '../../../src/platform/crypto/pii-keys.js';
import type { RequestContext } from '../../../src/platform/graphql/request-context.js';
import { assembleRegister } from '../../../src/register.js';
import { buildAppSchema } from '../../../src/schema.js';
import { openRegister } from './register-database.js';

const REGIONS: readonly (readonly [string, string, RegionLevel, string | null])[] = [
  ['000000', '全国', 'NATION', null],
  ['430000', '湖南省', 'PROVINCE', '000000'],
  ['430100', '长沙市', 'CITY', '430000'],
  ['430121', '长沙县', 'COUNTY', '430100'],
  ['430121104', '示例镇', 'TOWNSHIP', '430121'],
  ['430121104201', '甲村', 'VILLAGE', '430121104'],
  ['430121104202', '乙村', 'VILLAGE', '430121104'],
  ['430121105', '邻镇', 'TOWNSHIP', '430121'],
  ['430121105201', '丙村', 'VILLAGE', '430121105'],
  ['430124', '宁乡市', 'COUNTY', '430100'],
  ['430124101', '外镇', 'TOWNSHIP', '430124'],
  ['430124101201', '丁村', 'VILLAGE', '430124101'],
  ['510000', '四川省', 'PROVINCE', '000000'],
  ['510100', '成都市', 'CITY', '510000'],
  ['510104', '锦江区', 'COUNTY', '510100'],
  ['510104001', '外街道', 'TOWNSHIP', '510104'],
];

/** The village 甲村, its sibling 乙村, 丙村 of the next township, 丁村 of the next county, 外街道 of another province. */
export const VILLAGE_A = '430121104201' as RegionCode;
export const VILLAGE_B = '430121104202' as RegionCode;
export const VILLAGE_C = '430121105201' as RegionCode;
export const VILLAGE_D = '430124101201' as RegionCode;
export const STREET = '510104001' as RegionCode;

const KEYS = readPiiKeys(`a:${Buffer.alloc(32, 'household').toString('base64')}`);

/** Lines of the two provinces: 7,500 yuan in 43, 6,000 in 51. */
const PROVINCES: RulesSource = {
  rulesOn: (region) =>
    ({
      line: { perCapitaIncome: yuan(region.startsWith('43') ? '7500.00' : '6000.00'), windowMonths: 12 },
    }) as unknown as ProvinceRules,
};

/** Who calls, on which day. */
export interface CallerOptions {
  readonly grants?: readonly (readonly [Role, string])[];
  readonly subject?: string;
  readonly household?: string;
  readonly today?: string;
}

/** The answer of one operation, as a client has it. */
export interface Answer {
  readonly data: Record<string, unknown> | null;
  readonly errors: readonly { readonly message: string; readonly code: unknown; readonly path: unknown }[];
}

export type HouseholdRoom = Awaited<ReturnType<typeof openHouseholdRoom>>;

/** The household room upon a register of its own, asked in GraphQL. @param listeners  what later rooms would do */
export async function openHouseholdRoom(listeners: readonly HouseholdListener[] = []) {
  if ('fault' in KEYS) throw new Error(KEYS.fault);
  const register = await openRegister();
  const { database } = register;
  const tree = loadRegionTree(
    REGIONS.map(
      ([code, name, level, parentCode]): RegionRow => ({
        code: code as RegionCode,
        name,
        level,
        parentCode: parentCode as RegionCode | null,
        successorCode: null,
      }),
    ),
  );
  const access = new AccessService(database, tree);
  const cipher = createFieldCipher(KEYS);
  const blindIndex = createBlindIndex(KEYS);
  const cursorSeal = createCursorSeal(cursorKey(KEYS));
  const changes = new ChangeService(database, access);
  const parts = { database, access, changes, tree, provinces: PROVINCES, cipher, blindIndex, cursorSeal };
  const { households, resolvers } = assembleRegister({ ...parts, listeners });
  const beside = [assembleClosing(parts), assembleIdentityReviews({ ...parts, listeners })];
  const schema = buildAppSchema([
    new RegionResolver(tree),
    ...resolvers,
    ...beside.flatMap((room): object[] => room.resolvers),
  ]);

  const context = ({
    grants = [],
    subject = 'worker',
    household,
    today = '2023-11-30',
  }: CallerOptions): RequestContext => ({
    principal: {
      subject,
      grants: grants.map(([role, region]): Grant => ({ role, region })),
      department: null,
      household: household ?? null,
      tokenId: null,
    },
    requestId: 'request',
    today: date(today),
    now: new Date(`${today}T02:00:00.000Z`),
    language: 'en',
    loaders: new Map(),
  });

  const ask = async (
    caller: CallerOptions,
    source: string,
    variables: Record<string, unknown> = {},
  ): Promise<Answer> => {
    register.statements();
    const result = await execute({
      schema,
      document: parse(source),
      contextValue: context(caller),
      variableValues: variables,
    });
    const errors = (result.errors ?? []).map(({ message, originalError, path }) => ({
      message,
      code: (originalError as { code?: unknown } | undefined)?.code,
      path,
    }));
    return { data: result.data === undefined || result.data === null ? null : plain(result.data), errors };
  };

  return { register, database, tree, access, households, cipher, blindIndex, schema, ask, context };
}

function plain(data: object): Record<string, unknown> {
  return JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
}

/** What an answer holds under a root field. */
export function found<T>({ data }: Answer, field: string): T {
  if (data === null) throw new Error('nothing was answered');
  return data[field] as T;
}

/** Grants in short. */
export const worker = (region: string): CallerOptions => ({
  grants: [['VILLAGE_WORKER', region]],
  subject: `worker-${region}`,
});
export const county = (region = '430121'): CallerOptions => ({
  grants: [['COUNTY_OFFICER', region]],
  subject: `county-${region}`,
});
