import type { FormerStatus, SpecialGroup } from '../../src/domain/household/household.js';
import type { RegionCode } from '../../src/domain/kernel/region-code.js';
import type { RegisterChunk } from '../../src/features/demonstration/index.js';
import { toGlobalId } from '../../src/platform/graphql/global-id.js';

/** 农户名册中的一户 · A household as whoever plants the year knows it: read off the rows before they are sealed. */
export interface Neighbour {
  /** As the API names it. */
  readonly id: string;
  readonly number: string;
  readonly county: RegionCode;
  readonly township: RegionCode;
  readonly region: RegionCode;
  readonly formerStatus: FormerStatus;
  readonly heads: number;
  /** Members who are able to work. */
  readonly labour: number;
  readonly specialGroups: readonly SpecialGroup[];
  readonly disabled: boolean;
  readonly safetyNet: boolean;
  /** Net income a head of the newest window, fen. */
  readonly perCapitaFen: number;
  /** Whether half or more of what came in is from business and farming. */
  readonly livesOnFarming: boolean;
  readonly medicalCostFen: number;
  /** Housing and water are secure. */
  readonly dwellingSecure: boolean;
  /** Of the head, where it is known. */
  readonly idNumber: string | null;
  /** Without a case or a lead so far. */
  readonly untouched: boolean;
}

const TOWNSHIP_DIGITS = 9;
const HALF = 2;

/** 名册 · The households of some rows. */
export function neighboursOf({ county, rows }: RegisterChunk): Neighbour[] {
  const members = groupBy(rows.member, ({ householdId }) => householdId);
  const incomes = groupBy(rows.incomeRecord, ({ householdId }) => householdId);
  const checks = groupBy(rows.guaranteeCheck, ({ householdId }) => householdId);
  const touched = new Set([...rows.monitoringCase, ...rows.lead].map(({ householdId }) => householdId));
  return rows.household.map((own) => {
    const people = members.get(own.id) ?? [];
    const newest = latest(incomes.get(own.id) ?? [], ({ windowTo }) => windowTo);
    const check = latest(checks.get(own.id) ?? [], ({ checkedOn }) => checkedOn);
    const { wages = 0, business = 0, property = 0, transfers = 0, compliantMedicalCost = 0 } = newest ?? {};
    return {
      id: toGlobalId('Household', county, own.id),
      number: own.number,
      county,
      township: own.regionCode.slice(0, TOWNSHIP_DIGITS) as RegionCode,
      region: own.regionCode as RegionCode,
      formerStatus: own.formerStatus as FormerStatus,
      heads: own.size,
      labour: own.labourCount,
      specialGroups: own.specialGroups as readonly SpecialGroup[],
      disabled: people.some(({ health = [] }) => health.includes('DISABILITY')),
      safetyNet: people.some(({ safetyNet }) => safetyNet !== 'NONE'),
      perCapitaFen: own.perCapitaFen ?? 0,
      livesOnFarming: business > 0 && business * HALF >= wages + business + property + transfers,
      medicalCostFen: compliantMedicalCost,
      dwellingSecure: check !== null && check.safeHousing === 'SECURE' && check.drinkingWater === 'SECURE',
      idNumber: people.find(({ relationship }) => relationship === 'HEAD')?.idNumberSealed ?? null,
      untouched: !touched.has(own.id),
    };
  });
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const key = keyOf(row);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [row]);
    else group.push(row);
  }
  return groups;
}

function latest<T>(rows: readonly T[], dayOf: (row: T) => string): T | null {
  return rows.reduce<T | null>((newest, row) => (newest === null || dayOf(row) > dayOf(newest) ? row : newest), null);
}
