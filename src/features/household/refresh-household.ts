import { uuidv7 } from 'uuidv7';
import type { IncomeRecord } from '../../domain/income/income-record.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Transaction } from '../../platform/database/database.js';
import type { Reach } from '../access/index.js';
import type { HouseholdPlace } from './household.repository.js';
import { appendToHousehold } from './household-chain.js';
import type { ReadHousehold } from './household-entry.js';
import { moveWithHousehold } from './household-move.repository.js';
import { type HouseholdRow, lockHousehold, updateHouseholdRow } from './household-row.repository.js';
import { incomeWindows, insertChecks, insertIncomes, newestCheckDay } from './record.repository.js';
import { checkRow, guaranteesAreSecure, incomeColumns, incomeRow, isNewer, newestIncome } from './record-entry.js';

/**
 * 更新已登记农户 · Brings a registered household up to date with an imported row: region, address and resettlement as they are
 * said, windows of income that are not recorded yet, a check newer than the newest. Members stay as they are.
 *
 * @returns false when the household is not in the reach any more
 * @article 5.4
 */
export async function refreshHousehold(
  tx: Transaction,
  reach: Reach,
  caller: Caller,
  { county, id }: HouseholdPlace,
  read: ReadHousehold,
  cipher: FieldCipher,
): Promise<boolean> {
  const [row, windows, checkedOn] = await Promise.all([
    lockHousehold(tx, reach, county, id),
    incomeWindows(tx, county, id),
    newestCheckDay(tx, county, id),
  ]);
  if (row === null) return false;
  const { entry } = read;
  const recorded = new Set(windows.map(({ from, to }) => `${from}/${to}`));
  const incomes = read.incomes
    .filter(({ from, to }) => !recorded.has(`${from}/${to}`))
    .map((record): IncomeRecord => ({ ...record, heads: row.size }));
  const newest = newestIncome(incomes);
  const check =
    entry.guarantees && (checkedOn === null || entry.guarantees.checkedOn > checkedOn) ? entry.guarantees : null;
  const moves = entry.region !== row.regionCode;
  const address = entry.address?.trim();
  const version = row.version + 1;
  const event = appendToHousehold(tx, reach, caller, row, {
    action: 'importHouseholds',
    change: {
      ...(moves ? { from: row.regionCode, to: entry.region } : {}),
      resettled: entry.resettled ?? row.resettled,
      incomes: incomes.map(({ from, to }) => ({ from, to })),
      checkedOn: check?.checkedOn ?? null,
      sealed: address === undefined ? [] : ['address'],
      version,
    },
  });
  const owner = ownerOf(row, entry.region, caller);
  const seal = (table: string, column: string) => (text: string, rowId: string) =>
    cipher.seal(text, { table, column, rowId });
  await Promise.all([
    event.written,
    ...(moves ? [moveWithHousehold(tx, row, entry.region)] : []),
    insertIncomes(
      tx,
      incomes.map((record) => incomeRow(record, uuidv7(), owner)),
    ),
    insertChecks(tx, check === null ? [] : [checkRow(check, uuidv7(), owner, seal('guarantee_check', 'note_sealed'))]),
    updateHouseholdRow(tx, row, {
      regionCode: entry.region,
      resettled: entry.resettled ?? row.resettled,
      ...(address === undefined ? {} : { addressSealed: seal('household', 'address_sealed')(address, row.id) }),
      ...(newest !== null && isNewer(newest, windows[0] ?? null) ? incomeColumns(newest) : {}),
      ...(check === null ? {} : { guaranteesSecure: guaranteesAreSecure(check) }),
      ...event.head,
      version,
      updatedAt: caller.now.toISOString(),
    }),
  ]);
  return true;
}

function ownerOf(row: HouseholdRow, regionCode: string, caller: Caller) {
  return { countyCode: row.countyCode, regionCode, householdId: row.id, recordedAt: caller.now.toISOString() };
}
