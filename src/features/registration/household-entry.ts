import { uuidv7 } from 'uuidv7';
import { validateGuarantees } from '../../domain/guarantee/validate-guarantees.js';
import type { FormerStatus } from '../../domain/household/household.js';
import type { RecordSource } from '../../domain/household/record-source.js';
import { validateMembers } from '../../domain/household/validate-members.js';
import type { IncomeRecord } from '../../domain/income/income-record.js';
import { validateIncomeInput } from '../../domain/income/validate-income-input.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import type { BlindIndex, FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { guaranteeCheck } from '../guarantee/guarantee.table.js';
import { checkRow, faultsOfNote, type GuaranteesEntry, guaranteesAreSecure } from '../guarantee/index.js';
import type { household } from '../household/household.table.js';
import { faultsOfAddress } from '../household/index.js';
import { ID_NUMBER_PURPOSE, type IdentityHolder } from '../identity/index.js';
import type { incomeRecord } from '../income/income.table.js';
import { type IncomeEntry, incomeColumns, incomeOf, incomeRow, newestIncome } from '../income/index.js';
import {
  compositionColumns,
  type MemberEntry,
  memberColumns,
  type ReadMember,
  readMember,
  repeatedNumbers,
} from '../member/index.js';
import type { member } from '../member/member.table.js';

/** 农户录入 · A household as it is entered; the public input fits. */
export interface HouseholdEntry {
  readonly number?: string | null;
  readonly region: RegionCode;
  readonly address?: string | null;
  readonly formerStatus: FormerStatus;
  readonly resettled?: boolean | null;
  /** Where the record comes from; null where nobody said. */
  readonly source?: RecordSource | null;
  readonly members: readonly MemberEntry[];
  readonly incomes?: readonly IncomeEntry[] | null;
  readonly guarantees?: GuaranteesEntry | null;
}

/** 已读农户 · An entry that was read: what would be written, and every reason against it. */
export interface ReadHousehold {
  readonly entry: HouseholdEntry;
  readonly members: readonly ReadMember[];
  readonly incomes: readonly IncomeRecord[];
  readonly refusals: readonly Refusal[];
}

/** Persons in one household; more is a register's mistake, and a statement has an end. */
const MOST_MEMBERS = 50;
const MOST_INCOMES = 60;

/**
 * 读农户 · Reads a household as it was entered and checks it by the rules of the register; its region and its number are
 * other questions.
 *
 * @param windowMonths  longest window that a line is held against
 */
export function readHousehold(entry: HouseholdEntry, today: CalendarDate, windowMonths: number): ReadHousehold {
  const members = entry.members.map((one, index) => readMember(one, ['members', String(index)]));
  const incomes = (entry.incomes ?? []).map((one) => incomeOf(one, Math.max(1, members.length)));
  const drafts = members.map(({ draft }) => draft);
  const numbers = members.map(({ content }) => content.idNumber);
  const refusals = [
    ...faultsOfSize(entry),
    ...faultsOfAddress(entry.address),
    ...members.flatMap((one) => one.refusals),
    ...validateMembers(drafts, { today, path: ['members'] }),
    ...repeatedNumbers(numbers, (index) => ['members', String(index)]),
    ...incomes.flatMap((one, index) =>
      validateIncomeInput(one, {
        today,
        existing: incomes.slice(0, index),
        windowMonths,
        path: ['incomes', String(index)],
      }),
    ),
    ...faultsOfGuarantees(entry.guarantees, today),
  ];
  return { entry, members, incomes, refusals };
}

function faultsOfSize({ members, incomes }: HouseholdEntry): Refusal[] {
  const refusals: Refusal[] = [];
  if (members.length > MOST_MEMBERS)
    refusals.push(refuse('BAD_VALUE', `a household has at most ${MOST_MEMBERS} members`, ['members']));
  if ((incomes?.length ?? 0) > MOST_INCOMES)
    refusals.push(refuse('BAD_VALUE', `at most ${MOST_INCOMES} windows are entered at once`, ['incomes']));
  return refusals;
}

function faultsOfGuarantees(entry: GuaranteesEntry | null | undefined, today: CalendarDate): Refusal[] {
  if (entry === null || entry === undefined) return [];
  const path = ['guarantees'];
  return [...validateGuarantees(entry, { today, path }), ...faultsOfNote(entry, path)];
}

/** 农户的各行 · The rows of a new household, personal data sealed, without number and audit head. */
export interface HouseholdRows {
  readonly household: Omit<typeof household.$inferInsert, 'number' | 'auditSequence' | 'auditHash'>;
  readonly members: readonly (typeof member.$inferInsert)[];
  readonly incomes: readonly (typeof incomeRecord.$inferInsert)[];
  readonly checks: readonly (typeof guaranteeCheck.$inferInsert)[];
  readonly claims: readonly IdentityHolder[];
}

/** 封存所需 · What makes rows of what was read. */
export interface SealingParts {
  readonly cipher: FieldCipher;
  readonly blindIndex: BlindIndex;
}

/** 编制各行 · Makes the rows of a new household. @param at  instant of the change, RFC 3339 */
export function householdRows(
  { entry, members, incomes }: ReadHousehold,
  place: { readonly county: string; readonly id: string },
  { cipher, blindIndex }: SealingParts,
  today: CalendarDate,
  at: string,
): HouseholdRows {
  const owner = { countyCode: place.county, regionCode: entry.region, householdId: place.id };
  const address = entry.address?.trim();
  const checks = entry.guarantees ? [entry.guarantees] : [];
  const rows = members.map(({ content }, position) => {
    const id = uuidv7();
    return { row: { ...owner, id, position, ...memberColumns(content, id, cipher) }, number: content.idNumber };
  });
  return {
    household: {
      countyCode: place.county,
      id: place.id,
      regionCode: entry.region,
      addressSealed:
        address === undefined
          ? null
          : cipher.seal(address, { table: 'household', column: 'address_sealed', rowId: place.id }),
      formerStatus: entry.formerStatus,
      resettled: entry.resettled ?? false,
      source: entry.source ?? null,
      ...compositionColumns(
        members.map(({ content }) => content),
        today,
      ),
      ...incomeColumns(newestIncome(incomes)),
      guaranteesSecure: guaranteesAreSecure(entry.guarantees),
      version: 1,
      synthetic: false,
      createdAt: at,
      updatedAt: at,
    },
    members: rows.map(({ row }) => row),
    incomes: incomes.map((record) => incomeRow(record, uuidv7(), { ...owner, recordedAt: at })),
    checks: checks.map((check) => checkRow(check, uuidv7(), { ...owner, recordedAt: at }, cipher)),
    claims: rows.flatMap(({ row, number }) =>
      number === null
        ? []
        : [{ idDigest: blindIndex.digest(ID_NUMBER_PURPOSE, number), countyCode: place.county, memberId: row.id }],
    ),
  };
}
