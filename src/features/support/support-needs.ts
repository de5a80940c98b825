import type { HouseholdFacts } from '../../domain/household/household-facts.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import type { ProvinceRules } from '../../domain/province/province-rules.js';
import type { PolicyInstrument } from '../../domain/support/policy-instrument.js';
import type { BlindIndex, FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { CaseChangeBasis, CaseChangeService, CasePlace } from '../case/index.js';
import { notFound, Refused } from '../change/index.js';
import type { HouseholdService } from '../household/index.js';
import type { ProvinceService } from '../province/index.js';

/** 所需服务 · What the use cases of support call upon. */
export interface SupportNeeds {
  readonly changes: CaseChangeService;
  readonly provinces: ProvinceService;
  readonly households: Pick<HouseholdService, 'factsOf'>;
  readonly cipher: FieldCipher;
  readonly blindIndex: BlindIndex;
  readonly holidays: HolidayCalendar;
}

/** 所属档案 · The case that measures and deliveries are written for. */
export function casePlace({ row }: Pick<CaseChangeBasis, 'row'>): CasePlace {
  return { countyCode: row.countyCode, regionCode: row.regionCode, householdId: row.householdId, caseId: row.id };
}

/** 农户事实 · What the rules need to know of the case's household. @throws Refused NOT_FOUND out of the reach */
export async function householdOf(
  { households }: Pick<SupportNeeds, 'households'>,
  { tx, row }: CaseChangeBasis,
  path: string,
): Promise<HouseholdFacts> {
  const facts = (await households.factsOf(tx, row.countyCode, [row.householdId])).get(row.householdId);
  if (facts === undefined) throw new Refused([notFound(path)]);
  return facts;
}

/** 相关政策工具 · The instruments of the day, and those named that are not of the day, so that each is refused for what it is. */
export function instrumentsNamed(
  provinces: ProvinceService,
  region: RegionCode,
  { instruments }: ProvinceRules,
  codes: readonly string[],
): PolicyInstrument[] {
  const others = [...new Set(codes)].filter((code) => !instruments.some((known) => known.code === code));
  const past = others.map((code) => provinces.instrument(region, code)).filter((known) => known !== null);
  return [...instruments, ...past];
}
