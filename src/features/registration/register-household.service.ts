import { uuidv7 } from 'uuidv7';
import { faultOfHouseholdNumber } from '../../domain/household/household-number.js';
import { countyOf } from '../../domain/kernel/region-code.js';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { BlindIndex, FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { AccessService, Reach } from '../access/index.js';
import { type Changed, type ChangeService, reasonsOf } from '../change/index.js';
import {
  faultsOfRegion,
  type HouseholdIds,
  type HouseholdListener,
  type RulesSource,
  tellListeners,
} from '../household/index.js';
import type { RegionTree } from '../region/index.js';
import {
  type HouseholdEntry,
  type HouseholdRows,
  householdRows,
  type ReadHousehold,
  readHousehold,
} from './household-entry.js';
import { writeNewHouseholds } from './new-household.js';

/** 登记农户 · A household to register. */
export interface RegisterHousehold extends HouseholdEntry {
  readonly idempotencyKey?: string | null;
}

/** 登记服务所需 · What it stands on. */
export interface RegisterHouseholdParts {
  readonly access: AccessService;
  readonly changes: ChangeService;
  readonly tree: RegionTree;
  readonly provinces: RulesSource;
  readonly cipher: FieldCipher;
  readonly blindIndex: BlindIndex;
  /** What later rooms do when a household is registered. */
  readonly listeners: readonly HouseholdListener[];
}

/** Longest window where no line says how long it is. */
const YEAR_MONTHS = 12;

const numberTaken = refuse(
  'DUPLICATE',
  'this number cannot be given to a new household; leave it out to be given one',
  ['number'],
);

/** 户编号的唯一约束 · What is answered where a number is taken, in this county or in another. */
export const NUMBER_GUARDS = { household_number_pkey: numberTaken, household_number_uq: numberTaken };

/**
 * 登记农户 · Enters a household with its members, its windows of income and its first check.
 *
 * @article 2.1
 */
export class RegisterHouseholdService {
  constructor(private readonly parts: RegisterHouseholdParts) {}

  /** 登记 · Registers one household in one transaction. */
  async register(caller: Caller, input: RegisterHousehold): Promise<Changed<HouseholdIds>> {
    const reach = await this.parts.access.reach(caller, 'Mutation.registerHousehold');
    const read = this.read(caller, reach, input);
    const refusals = [...faultsOfNumber(input.number), ...read.refusals];
    const county = countyOf(input.region);
    if (refusals.length > 0 || county === null) return { done: null, refusals };
    const ids = { county, of: 'householdId', id: uuidv7() };
    const household = { rows: this.rows(caller, read, ids), number: input.number ?? null };
    const operation = 'Mutation.registerHousehold';
    const request = { caller, operation, input, county, ids, guards: NUMBER_GUARDS, reach };
    return this.parts.changes.make(request, async (tx) => {
      const changes = await writeNewHouseholds(tx, reach, caller, 'registerHousehold', [household]);
      await tellListeners(this.parts.listeners, { tx, reach, caller, county, changes });
    });
  }

  /** 读取并校验 · Reads an entry with every reason against it, its region included; its number is another question. */
  read(caller: Caller, reach: Reach, entry: HouseholdEntry): ReadHousehold {
    const faults = faultsOfRegion(reach, this.parts.tree, entry.region);
    const window = faults.length === 0 ? this.longestWindow(entry, caller) : YEAR_MONTHS;
    const read = readHousehold(entry, caller.today, typeof window === 'number' ? window : YEAR_MONTHS);
    return { ...read, refusals: [...faults, ...(typeof window === 'number' ? [] : window), ...read.refusals] };
  }

  /** In months, as the line of the place says; or why it cannot say. Where no income came, nothing is held against it. */
  private longestWindow({ region, incomes }: HouseholdEntry, { today }: Caller): number | readonly Refusal[] {
    if ((incomes ?? []).length === 0) return YEAR_MONTHS;
    try {
      return this.parts.provinces.rulesOn(region, today).line?.windowMonths ?? YEAR_MONTHS;
    } catch (error) {
      return reasonsOf(error, ['incomes']);
    }
  }

  /** 编制各行 · The rows of a new household, sealed. */
  rows(caller: Caller, read: ReadHousehold, place: { readonly county: string; readonly id: string }): HouseholdRows {
    return householdRows(read, place, this.parts, caller.today, caller.now.toISOString());
  }
}

/** 户编号校验 · Reasons against the number that a new household comes with. */
export function faultsOfNumber(number: string | null | undefined): Refusal[] {
  const fault = number === null || number === undefined ? null : faultOfHouseholdNumber(number);
  return fault === null ? [] : [refuse('BAD_VALUE', fault, ['number'])];
}
