import { execute, parse } from 'graphql';
import type { Role } from '../../../src/domain/jurisdiction/role.js';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../../../src/domain/kernel/region-code.js';
import { AccessService } from '../../../src/features/access/index.js';
import {
  AssessmentResolver,
  HouseholdAssessmentResolver,
} from '../../../src/features/assessment/assessment.resolver.js';
import { AssessmentService } from '../../../src/features/assessment/index.js';
import { HouseholdResolver } from '../../../src/features/household/household.resolver.js';
import { household, householdNumber } from '../../../src/features/household/household.table.js';
import { incomeRecord } from '../../../src/features/income/income.table.js';
import { HouseholdService } from '../../../src/features/household/index.js';
import { member } from '../../../src/features/member/member.table.js';
import { JudgementRunner } from '../../../src/features/province/index.js';
import { MonitoringLineResolver } from '../../../src/features/province/province.resolver.js';
import { readEditionRows } from '../../../src/features/region/division-edition.js';
import { loadRegionTree } from '../../../src/features/region/index.js';
import { createCursorSeal, cursorKey } from '../../../src/platform/crypto/cursor-seal.js';
import { readPiiKeys } from '../../../src/platform/crypto/pii-keys.js';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { toGlobalId } from '../../../src/platform/graphql/global-id.js';
import type { RequestContext } from '../../../src/platform/graphql/request-context.js';
import { buildAppSchema } from '../../../src/schema.js';
import { Sandbox } from '../../../src/platform/sandbox/sandbox.js';
import { openRegister } from '../household/register-database.js';
import { serviceWith, yunnanWithLine } from '../province/planted-modules.js';

export const VILLAGE = '430121001001' as RegionCode;
export const NEXT_VILLAGE = '430121001002' as RegionCode;
export const NEXT_COUNTY = '430181101201' as RegionCode;
export const QINGHAI = '630121100201' as RegionCode;
/** Yunnan's module is refused. */
export const YUNNAN = '532328100201' as RegionCode;

const NOTHING = {
  business: 0,
  property: 0,
  transfers: 0,
  businessExpenses: 0,
  claimsPaid: 0,
  compliantMedicalCost: 0,
  medical: 0,
  education: 0,
  disaster: 0,
  accident: 0,
  housing: 0,
  other: 0,
};

/** A household of one able adult and what it earned in 2022, in fen. */
export interface Entered {
  readonly region: RegionCode;
  readonly wages: number | null;
  readonly medical?: number;
}

/** Who asks, in which language and on which day. */
export interface Asking {
  readonly grants?: readonly (readonly [Role, string])[];
  readonly household?: string;
  readonly language?: 'zh' | 'en';
  readonly today?: string;
}

export type AssessmentRoom = Awaited<ReturnType<typeof openAssessmentRoom>>;

/** Assessments over a register of its own: Hunan by its module, Qinghai by the baseline, Yunnan refused at 5,999.99 yuan. */
export async function openAssessmentRoom() {
  const register = await openRegister();
  const { database } = register;
  const tree = loadRegionTree(readEditionRows());
  const access = new AccessService(database, tree);
  const provinces = serviceWith([yunnanWithLine('5999.99')]);
  const keys = readPiiKeys(`a:${Buffer.alloc(32, 'assessment').toString('base64')}`);
  if ('fault' in keys) throw new Error(keys.fault);
  const cursorSeal = createCursorSeal(cursorKey(keys));
  const households = new HouseholdService({ database, access, provinces, cursorSeal });
  const assessments = new AssessmentService({
    database,
    access,
    households,
    provinces,
    judgements: new JudgementRunner({ sandbox: new Sandbox() }),
  });
  const schema = buildAppSchema([
    new HouseholdResolver(households, tree),
    new AssessmentResolver(assessments),
    new HouseholdAssessmentResolver(assessments),
    new MonitoringLineResolver(tree),
  ]);

  let entries = 0;
  const enter = async ({ region, wages, medical = 0 }: Entered): Promise<string> => {
    entries += 1;
    const id = `00000000-0000-7000-8000-${String(entries).padStart(12, '0')}`;
    const at = '2023-01-10T00:00:00.000Z';
    const place = { countyCode: region.slice(0, 6), regionCode: region };
    await database.write(WHOLE_REGISTER, async (tx) => {
      await tx.orm.insert(household).values({
        ...place,
        id,
        number: `H${entries}`,
        formerStatus: 'GENERAL',
        resettled: false,
        size: 1,
        labourCount: 1,
        specialGroups: [],
        version: 1,
        auditSequence: 0,
        synthetic: true,
        createdAt: at,
        updatedAt: at,
      });
      await tx.orm
        .insert(householdNumber)
        .values({ number: `H${entries}`, countyCode: place.countyCode, householdId: id });
      await tx.orm.insert(member).values({
        ...place,
        id,
        householdId: id,
        position: 0,
        nameSealed: 'sealed',
        sex: 'MALE',
        birthDate: '1980-01-01',
        relationship: 'HEAD',
        health: [],
        selfCare: 'FULL',
        labour: 'ORDINARY',
        medicalInsurance: true,
        pensionInsurance: true,
        safetyNet: 'NONE',
      });
      if (wages !== null) {
        const window = { windowFrom: '2022-01-01', windowTo: '2022-12-31', heads: 1, recordedAt: at };
        await tx.orm
          .insert(incomeRecord)
          .values({ ...place, ...NOTHING, ...window, id, householdId: id, wages, medical });
      }
    });
    return toGlobalId('Household', place.countyCode, id);
  };

  const ask = async (source: string, asking: Asking = {}, variableValues: Record<string, unknown> = {}) => {
    const { grants = [['COUNTY_OFFICER', '430121']], language = 'zh', today = '2023-06-01' } = asking;
    const contextValue: RequestContext = {
      principal: {
        subject: 'an-officer',
        grants: grants.map(([role, region]) => ({ role, region })),
        department: null,
        household: asking.household ?? null,
        tokenId: null,
      },
      requestId: 'a-request',
      today: date(today),
      now: new Date(`${today}T02:00:00Z`),
      language,
      loaders: new Map(),
    };
    register.statements();
    const result = await execute({ schema, document: parse(source), contextValue, variableValues });
    const errors = (result.errors ?? []).map(({ message, path, originalError }) => ({
      message,
      path,
      code: (originalError as { code?: unknown } | undefined)?.code,
      extra: (originalError as { extra?: unknown } | undefined)?.extra,
    }));
    return {
      data: JSON.parse(JSON.stringify(result.data ?? null)),
      errors,
      statements: register.statements(),
    };
  };

  return { schema, enter, ask, close: () => register.close() };
}
