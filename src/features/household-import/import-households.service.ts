import { uuidv7 } from 'uuidv7';
import { countyOf } from '../../domain/kernel/region-code.js';
import type { RowRefusal } from '../../domain/kernel/row-refusal.js';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Database, Transaction } from '../../platform/database/database.js';
import type { AccessService, Reach } from '../access/index.js';
import { type Changed, type ChangeService, Refused } from '../change/index.js';
import { type HouseholdListener, placesOfNumbers, reachableHouseholds, tellListeners } from '../household/index.js';
import {
  type NewHousehold,
  NUMBER_GUARDS,
  type RegisterHouseholdService,
  writeNewHouseholds,
} from '../registration/index.js';
import { type ImportPlan, type ImportRow, planImport, type RowReader, rowErrors } from './import-plan.js';
import { HinderedHouseholds, refreshHouseholds } from './refresh-households.js';

/** 批量导入 · Households as they came, each still to be read. */
export interface ImportHouseholds {
  readonly idempotencyKey?: string | null;
  readonly households: readonly unknown[];
}

/** 导入结果 · What became of the rows. */
export interface ImportReport {
  readonly imported: number;
  readonly updated: number;
  readonly failed: number;
  readonly rowErrors: readonly RowRefusal[];
  readonly userErrors: readonly Refusal[];
}

/** 导入服务所需 · What it stands on. */
export interface ImportHouseholdsParts {
  readonly database: Database;
  readonly access: AccessService;
  readonly changes: ChangeService;
  readonly cipher: FieldCipher;
  readonly registration: RegisterHouseholdService;
  /** What later rooms do when households are registered or change. */
  readonly listeners: readonly HouseholdListener[];
}

/** Rows of one call. */
export const MOST_ROWS = 1_000;

/** What a county's rows came to, kept with the key: how many were entered and updated, and why others fell, as JSON. */
type CountyCounts = { readonly imported: string; readonly updated: string; readonly fell?: string };

const OPERATION = 'Mutation.importHouseholds';

/**
 * 批量导入农户 · Takes over households from another register, one transaction a county; a row that cannot be read or entered
 * is left out with its reasons, and the others stand. Cut off in between, the same key resumes with the next county.
 *
 * @article 5.4
 */
export class ImportHouseholdsService {
  constructor(private readonly parts: ImportHouseholdsParts) {}

  /** 导入 · Enters and updates what can be. */
  async import(caller: Caller, input: ImportHouseholds, readRow: RowReader): Promise<ImportReport> {
    const { length } = input.households;
    if (length < 1 || length > MOST_ROWS) {
      const message = `one call takes 1 to ${MOST_ROWS} households; this one has ${length}`;
      return nothing([refuse('BAD_VALUE', message, ['households'])]);
    }
    const reach = await this.parts.access.reach(caller, OPERATION);
    const plan = await this.plan(caller, reach, input.households, readRow);
    return this.carryOut(caller, reach, input, plan);
  }

  private async plan(caller: Caller, reach: Reach, rows: readonly unknown[], readRow: RowReader): Promise<ImportPlan> {
    const unread: RowRefusal[] = [];
    const readable = rows.flatMap((row, index) => {
      const found = readRow(row);
      if ('refusals' in found) unread.push(...rowErrors(index, found.refusals));
      if ('refusals' in found) return [];
      const read = this.parts.registration.read(caller, reach, found.entry);
      return [{ index, county: countyOf(found.entry.region) ?? '', read }];
    });
    const numbers = readable.flatMap(({ read: { entry } }) => entry.number ?? []);
    const known = await this.parts.database.read(reach.scope, async (tx) => {
      const places = await placesOfNumbers(tx, numbers);
      return { places, reachable: await reachableHouseholds(tx, reach, [...places.values()]) };
    });
    const { byCounty, errors } = planImport(readable, known);
    return { byCounty, errors: [...unread, ...errors] };
  }

  private async carryOut(
    caller: Caller,
    reach: Reach,
    input: ImportHouseholds,
    plan: ImportPlan,
  ): Promise<ImportReport> {
    const errors = [...plan.errors];
    const userErrors: Refusal[] = [];
    const counts = { imported: 0, updated: 0 };
    for (const [county, rows] of plan.byCounty) {
      const { standing, changed } = await this.inCounty(caller, reach, input, county, rows);
      if (changed.done !== null) {
        counts.imported += Number(changed.done.imported);
        counts.updated += Number(changed.done.updated);
        errors.push(...(JSON.parse(changed.done.fell ?? '[]') as RowRefusal[]));
      } else if (changed.refusals.some(({ code }) => code === 'IDEMPOTENCY_CONFLICT'))
        userErrors.push(...changed.refusals);
      else for (const { index } of standing) errors.push(...rowErrors(index, changed.refusals));
    }
    errors.sort((a, b) => a.index - b.index);
    const failed = new Set(errors.map(({ index }) => index)).size;
    return { ...counts, failed, rowErrors: errors, userErrors: userErrors.slice(0, 1) };
  }

  /** Rows that a later room cannot follow fall, and the others are written without them. */
  private async inCounty(
    caller: Caller,
    reach: Reach,
    input: ImportHouseholds,
    county: string,
    rows: readonly ImportRow[],
    fell: readonly RowRefusal[] = [],
  ): Promise<{ readonly standing: readonly ImportRow[]; readonly changed: Changed<CountyCounts> }> {
    const fresh = rows.filter(({ known }) => known === null);
    const ids = {
      imported: String(fresh.length),
      updated: String(rows.length - fresh.length),
      fell: JSON.stringify(fell),
    };
    // The key is one a county, so that what was cut off goes on where it stopped.
    const request = { caller, operation: `${OPERATION}/${county}`, input, county, ids, guards: NUMBER_GUARDS, reach };
    try {
      const changed = await this.parts.changes.make(request, (tx) => this.write(tx, reach, caller, county, rows));
      return { standing: rows, changed };
    } catch (error) {
      if (!(error instanceof HinderedHouseholds)) throw error;
      const standing = rows.filter(({ known }) => known === null || !error.why.has(known.id));
      const hindered = rows.flatMap(({ index, known }) => {
        const why = known === null ? [] : (error.why.get(known.id) ?? []);
        return rowErrors(
          index,
          why.map((refusal) => ({ ...refusal, path: ['input', 'number'] })),
        );
      });
      return this.inCounty(caller, reach, input, county, standing, [...fell, ...hindered]);
    }
  }

  private async write(
    tx: Transaction,
    reach: Reach,
    caller: Caller,
    county: string,
    rows: readonly ImportRow[],
  ): Promise<void> {
    const fresh = rows.filter(({ known }) => known === null);
    const households = fresh.map(({ read }): NewHousehold => {
      const place = { county, id: uuidv7() };
      return { rows: this.parts.registration.rows(caller, read, place), number: read.entry.number ?? null };
    });
    const known = rows.flatMap(({ known: place, read }) => (place === null ? [] : [{ id: place.id, read }]));
    const refreshed = await refreshHouseholds(tx, reach, caller, county, known, this.parts);
    if (refreshed === null)
      throw new Refused([refuse('CONFLICT', 'a household changed while it was imported; send the rows again')]);
    const entered =
      households.length === 0 ? [] : await writeNewHouseholds(tx, reach, caller, 'importHouseholds', households);
    const changes = [...entered, ...refreshed];
    await tellListeners(this.parts.listeners, { tx, reach, caller, county, changes });
  }
}

function nothing(userErrors: readonly Refusal[]): ImportReport {
  return { imported: 0, updated: 0, failed: 0, rowErrors: [], userErrors };
}
