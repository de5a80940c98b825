import { uuidv7 } from 'uuidv7';
import type { IncomeRecord } from '../../domain/income/income-record.js';
import type { Refusal } from '../../domain/kernel/verdict.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Transaction } from '../../platform/database/database.js';
import type { Reach } from '../access/index.js';
import { checkRow, guaranteesAreSecure, insertChecks, newestCheckDays } from '../guarantee/index.js';
import {
  appendToHouseholds,
  type HouseholdAspect,
  type HouseholdChange,
  type HouseholdListener,
  type HouseholdRow,
  hindrances,
  lockHouseholds,
  moveWithHouseholds,
  recordOwner,
  rowAfter,
  updateHouseholdRows,
} from '../household/index.js';
import {
  type IncomeWindow,
  incomeColumns,
  incomeRow,
  insertIncomes,
  isNewer,
  newestIncome,
  recordedWindows,
} from '../income/index.js';
import type { ReadHousehold } from '../registration/index.js';

/** 待更新农户 · A registered household, and the row of an import that says how it is. */
export interface HouseholdToRefresh {
  readonly id: string;
  readonly read: ReadHousehold;
}

/** 更新所需 · What seals an address, and what later rooms do when a household changes. */
export interface RefreshParts {
  readonly cipher: FieldCipher;
  readonly listeners: readonly HouseholdListener[];
}

/** 有碍农户 · Thrown inside an import so that it is taken back and tried again without these; by id, with the reasons. */
export class HinderedHouseholds extends Error {
  constructor(readonly why: ReadonlyMap<string, readonly Refusal[]>) {
    super('hindered');
    this.name = 'HinderedHouseholds';
  }
}

/**
 * 更新已登记农户 · Brings registered households of a county up to date with imported rows: region, address and resettlement as they
 * are said, windows of income that are not recorded yet, a check newer than the newest. Members stay as they are. As many
 * statements for a thousand households as for one, but for those that move.
 *
 * @returns what became of each; null when one of them is not in the reach any more
 * @throws HinderedHouseholds where a later room cannot follow some of them; nothing is written then
 * @article 5.4
 */
export async function refreshHouseholds(
  tx: Transaction,
  reach: Reach,
  caller: Caller,
  county: string,
  given: readonly HouseholdToRefresh[],
  { cipher, listeners }: RefreshParts,
): Promise<readonly HouseholdChange[] | null> {
  if (given.length === 0) return [];
  const ids = given.map(({ id }) => id);
  const [rows, windows, checks] = await Promise.all([
    lockHouseholds(tx, reach, county, ids),
    recordedWindows(tx, county, ids),
    newestCheckDays(tx, county, ids),
  ]);
  if (rows.length < given.length) return null;
  const reads = new Map(given.map(({ id, read }) => [id, read]));
  const refreshed = rows.map((row) => {
    const recorded = { windows: windows.get(row.id) ?? [], checkedOn: checks.get(row.id) ?? null };
    return refresh(row, reads.get(row.id)!, recorded);
  });
  const touched = refreshed.filter(({ aspects }) => aspects.length > 0);
  const changes = touched.map(({ row, aspects }) => ({ before: row, aspects, on: caller.today }));
  const why = await hindrances(listeners, { tx, county, changes });
  if (why.size > 0) throw new HinderedHouseholds(why);
  const chain = appendToHouseholds(
    tx,
    reach,
    caller,
    refreshed.map(({ row, change }) => ({ row, event: { action: 'importHouseholds', change } })),
  );
  const written = refreshed.map((one, index) => {
    const updatedAt = caller.now.toISOString();
    const { row, address, columns } = one;
    const place = { table: 'household', column: 'address_sealed', rowId: row.id };
    const sealed = address === undefined ? {} : { addressSealed: cipher.seal(address, place) };
    return { ...one, set: { ...columns, ...sealed, ...chain.heads[index]!, version: row.version + 1, updatedAt } };
  });
  await Promise.all([
    chain.written,
    moveWithHouseholds(
      tx,
      county,
      refreshed.filter(({ moves }) => moves).map(({ row, columns }) => ({ id: row.id, region: columns.regionCode })),
    ),
    insertIncomes(
      tx,
      refreshed.flatMap((one) => one.incomes.map((record) => incomeRow(record, uuidv7(), ownerOf(one, caller)))),
    ),
    insertChecks(
      tx,
      refreshed.flatMap((one) =>
        one.check === null ? [] : [checkRow(one.check, uuidv7(), ownerOf(one, caller), cipher)],
      ),
    ),
    updateHouseholdRows(
      tx,
      county,
      written.map(({ row, set }) => ({ id: row.id, set })),
    ),
  ]);
  return written.map(({ row, set, aspects }) => ({
    before: row,
    after: rowAfter(row, set),
    aspects,
    on: caller.today,
  }));
}

interface Recorded {
  /** The newest first. */
  readonly windows: readonly IncomeWindow[];
  readonly checkedOn: string | null;
}

/** What a row of an import makes of a registered household. */
function refresh(row: HouseholdRow, { entry, incomes: given }: ReadHousehold, { windows, checkedOn }: Recorded) {
  const recorded = new Set(windows.map(({ from, to }) => `${from}/${to}`));
  const incomes = given
    .filter(({ from, to }) => !recorded.has(`${from}/${to}`))
    .map((record): IncomeRecord => ({ ...record, heads: row.size }));
  const newest = newestIncome(incomes);
  const check =
    entry.guarantees && (checkedOn === null || entry.guarantees.checkedOn > checkedOn) ? entry.guarantees : null;
  const moves = entry.region !== row.regionCode;
  const address = entry.address?.trim();
  const resettled = entry.resettled ?? row.resettled;
  const home = moves || address !== undefined || resettled !== row.resettled;
  const aspects: HouseholdAspect[] = [
    ...(home ? (['HOME'] as const) : []),
    ...(incomes.length > 0 ? (['INCOME'] as const) : []),
    ...(check === null ? [] : (['GUARANTEES'] as const)),
  ];
  const change = {
    ...(moves ? { from: row.regionCode, to: entry.region } : {}),
    resettled,
    incomes: incomes.map(({ from, to }) => ({ from, to })),
    checkedOn: check?.checkedOn ?? null,
    sealed: address === undefined ? [] : ['address'],
    version: row.version + 1,
  };
  const columns = {
    regionCode: entry.region,
    resettled,
    ...(newest !== null && isNewer(newest, windows[0] ?? null) ? incomeColumns(newest) : {}),
    ...(check === null ? {} : { guaranteesSecure: guaranteesAreSecure(check) }),
  };
  return { row, moves, address, incomes, check, aspects, change, columns };
}

function ownerOf({ row, columns }: ReturnType<typeof refresh>, caller: Caller) {
  return recordOwner({ ...row, regionCode: columns.regionCode }, caller);
}
