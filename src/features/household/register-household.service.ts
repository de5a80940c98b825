import { uuidv7 } from 'uuidv7';
import { faultOfHouseholdNumber, householdNumberOf } from '../../domain/household/household-number.js';
import { countyOf, type RegionCode } from '../../domain/kernel/region-code.js';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { BlindIndex, FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Transaction } from '../../platform/database/database.js';
import type { AccessService, Reach } from '../access/index.js';
import type { Changed, ChangeService } from '../change/index.js';
import type { RegionTree } from '../region/index.js';
import type { RulesSource } from './household.service.js';
import { appendToHousehold } from './household-chain.js';
import type { HouseholdIds } from './household-change.service.js';
import { type HouseholdEntry, type HouseholdRows, householdRows, readHousehold } from './household-entry.js';
import { enterIdentities } from './identity.service.js';
import { insertMembers } from './member-row.repository.js';
import { insertChecks, insertHouseholds, insertIncomes, insertNumbers, nextNumbers } from './record.repository.js';
import { faultsOfRegion } from './register-region.js';

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
}

/** Longest window where no line says how long it is. */
const YEAR_MONTHS = 12;

const numberTaken = refuse(
  'DUPLICATE',
  'this number cannot be given to a new household; leave it out to be given one',
  ['number'],
);

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
    const county = countyOf(input.region);
    if (read.refusals.length > 0 || county === null) return { done: null, refusals: read.refusals };
    const ids = { county, of: 'householdId', id: uuidv7() };
    const { cipher, blindIndex } = this.parts;
    const rows = householdRows(read, ids, { cipher, blindIndex }, caller.today, caller.now.toISOString());
    const guards = { household_number_pkey: numberTaken, household_number_uq: numberTaken };
    const request = { caller, operation: 'Mutation.registerHousehold', input, county, ids, guards, reach };
    return this.parts.changes.make(request, async (tx) => {
      const [[sequence = 0]] = await Promise.all([
        nextNumbers(tx, input.number ? 0 : 1),
        enterIdentities(tx, caller, input.region, rows.claims),
      ]);
      await this.write(tx, reach, caller, rows, input.number ?? householdNumberOf(county, sequence));
    });
  }

  /** 读取并校验 · Reads an entry with every reason against it, its region and number included. */
  read(caller: Caller, reach: Reach, entry: HouseholdEntry) {
    const faults = faultsOfRegion(reach, this.parts.tree, entry.region);
    const line = faults.length === 0 ? this.lineOf(caller, entry.region) : null;
    const read = readHousehold(entry, caller.today, line?.windowMonths ?? YEAR_MONTHS);
    return { ...read, refusals: [...faults, ...faultsOfNumber(entry.number), ...read.refusals] };
  }

  private lineOf(caller: Caller, region: RegionCode) {
    return this.parts.provinces.rulesOn(region, caller.today).line;
  }

  private async write(
    tx: Transaction,
    reach: Reach,
    caller: Caller,
    rows: HouseholdRows,
    number: string,
  ): Promise<void> {
    const { household: own, members, incomes, checks } = rows;
    const { countyCode, id } = own;
    const chain = { countyCode, regionCode: own.regionCode as RegionCode, id, auditSequence: 0, auditHash: null };
    const { head, written } = appendToHousehold(tx, reach, caller, chain, eventOf(rows, number));
    await Promise.all([
      written,
      insertNumbers(tx, [{ number, countyCode, householdId: id }]),
      insertHouseholds(tx, [{ ...own, ...head, number }]),
      insertMembers(tx, members),
      insertIncomes(tx, incomes),
      insertChecks(tx, checks),
    ]);
  }
}

function faultsOfNumber(number: string | null | undefined): Refusal[] {
  const fault = number === null || number === undefined ? null : faultOfHouseholdNumber(number);
  return fault === null ? [] : [refuse('BAD_VALUE', fault, ['number'])];
}

function eventOf({ household: own, members, incomes, checks }: HouseholdRows, number: string) {
  const change = {
    number,
    region: own.regionCode,
    formerStatus: own.formerStatus,
    resettled: own.resettled,
    members: members.map(({ id }) => id),
    incomes: incomes.map(({ windowFrom, windowTo }) => ({ from: windowFrom, to: windowTo })),
    checkedOn: checks[0]?.checkedOn ?? null,
    sealed: ['members', ...(own.addressSealed ? ['address'] : []), ...(checks[0]?.noteSealed ? ['note'] : [])],
    version: 1,
  };
  return { action: 'registerHousehold', change };
}
