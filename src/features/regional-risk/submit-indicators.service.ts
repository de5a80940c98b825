import { uuidv7 } from 'uuidv7';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import { type RowRefusal, rowRefusals } from '../../domain/kernel/row-refusal.js';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import { type IndicatorRow, type IndicatorValue, readIndicator } from '../../domain/regional-risk/check-indicator.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Database, Transaction } from '../../platform/database/database.js';
import type { AccessService, Reach } from '../access/index.js';
import { appendToOwnChain } from '../audit/index.js';
import { type ChangeService, notFound } from '../change/index.js';
import type { RegionTree } from '../region/index.js';
import { insertIndicators, reviseIndicator, type StoredIndicator, storedIndicators } from './indicator.repository.js';

/** 上报指标 · Figures as they came. */
export interface IndicatorSubmission {
  readonly idempotencyKey?: string | null;
  readonly values: readonly IndicatorRow[];
}

/** 上报结果 · What became of the rows. */
export interface IndicatorReport {
  readonly accepted: number;
  readonly duplicates: number;
  readonly failed: number;
  readonly rowErrors: readonly RowRefusal[];
  readonly userErrors: readonly Refusal[];
}

/** 上报所需 · What it stands on. */
export interface SubmitIndicatorsParts {
  readonly database: Database;
  readonly access: AccessService;
  readonly changes: ChangeService;
  readonly cipher: FieldCipher;
  readonly tree: RegionTree;
}

/** A row that was read, and its place in the list. */
interface PlacedValue extends IndicatorValue {
  readonly index: number;
}

/** What is to be written of one county. */
interface CountyPlan {
  readonly fresh: PlacedValue[];
  readonly revised: { readonly value: PlacedValue; readonly stored: StoredIndicator }[];
  readonly same: PlacedValue[];
}

/** Figures of one call. */
const MOST_VALUES = 1_000;
const OPERATION = 'Mutation.submitIndicators';
const NO_DEPARTMENT = refuse('WRONG_LEVEL', 'the token names no department; figures are those of one', [], '2.3');
const RACED = {
  regional_indicator_uq: refuse('CONFLICT', 'the same figure came in at the same moment; send the rows again', [
    'values',
  ]),
};

/**
 * 上报指标 · Takes in monthly figures of departments, one transaction a county; a row that cannot be read is left out with its
 * reasons and the others stand. A figure that is there is a duplicate; another value corrects the sender's own and is audited,
 * that of another department is refused.
 *
 * @article 2.3
 */
export class SubmitIndicatorsService {
  constructor(private readonly parts: SubmitIndicatorsParts) {}

  /** 上报 · Enters what can be. */
  async submit(caller: Caller, input: IndicatorSubmission): Promise<IndicatorReport> {
    const { length } = input.values;
    if (length < 1 || length > MOST_VALUES)
      return nothing([
        refuse('BAD_VALUE', `one call takes 1 to ${MOST_VALUES} figures; this one has ${length}`, ['values']),
      ]);
    if ((caller.principal?.department ?? null) === null) return nothing([NO_DEPARTMENT]);
    const reach = await this.parts.access.reach(caller, OPERATION);
    const { values, errors } = this.read(caller, reach, input.values);
    const stored = await this.stored(reach, values);
    return this.carryOut(caller, reach, input, planOf(caller, values, stored, errors), errors);
  }

  private read(caller: Caller, reach: Reach, rows: readonly IndicatorRow[]) {
    const errors: RowRefusal[] = [];
    const values = new Map<string, PlacedValue>();
    rows.forEach((row, index) => {
      const read = readIndicator(row, caller.today);
      const refusals = 'refusals' in read ? read.refusals : this.placeFaults(reach, read.region);
      errors.push(...at(index, refusals));
      if (refusals.length > 0 || 'refusals' in read) return;
      const key = keyOf(read);
      if (values.has(key))
        errors.push(...at(index, [refuse('DUPLICATE', 'an earlier row of this call has this figure too')]));
      else values.set(key, { ...read, index });
    });
    return { values, errors };
  }

  private placeFaults(reach: Reach, region: RegionCode): Refusal[] {
    return this.parts.tree.has(region) && reach.covers(region) ? [] : [notFound('region')];
  }

  private async stored(reach: Reach, values: ReadonlyMap<string, PlacedValue>): Promise<Map<string, StoredIndicator>> {
    const list = [...values.values()];
    if (list.length === 0) return new Map();
    const regions = [...new Set(list.map(({ region }) => region))];
    const counties = [...new Set(regions.map((region) => region.slice(0, 6)))];
    const months = list.map(({ month }) => month).sort();
    const found = await this.parts.database.readAtOnce(reach.scope, (tx) =>
      storedIndicators(tx, counties, regions, { from: months[0]!, to: months.at(-1)! }),
    );
    return new Map(found.map((one) => [[one.regionCode, one.indicator, one.subject, one.month].join('|'), one]));
  }

  private async carryOut(
    caller: Caller,
    reach: Reach,
    input: IndicatorSubmission,
    plans: ReadonlyMap<string, CountyPlan>,
    errors: RowRefusal[],
  ): Promise<IndicatorReport> {
    const userErrors: Refusal[] = [];
    const counts = { accepted: 0, duplicates: 0 };
    for (const [county, plan] of plans) {
      const { fresh, revised, same } = plan;
      const ids = { accepted: String(fresh.length + revised.length), duplicates: String(same.length) };
      // The key is one a county, so that what was cut off goes on where it stopped.
      // The county's chain is the county's, also where the sender's own part of it is smaller.
      const whole = this.parts.access.publicReach(county as RegionCode);
      const operation = `${OPERATION}/${county}`;
      const request = { caller, operation, input, county, ids, guards: RACED, reach: whole };
      const changed = await this.parts.changes.make(request, (tx) => this.write(tx, reach, caller, county, plan));
      if (changed.done !== null) {
        counts.accepted += Number(changed.done.accepted);
        counts.duplicates += Number(changed.done.duplicates);
      } else if (changed.refusals.some(({ code }) => code === 'IDEMPOTENCY_CONFLICT'))
        userErrors.push(...changed.refusals);
      else
        for (const { index } of [...fresh, ...revised.map(({ value }) => value)])
          errors.push(...at(index, changed.refusals));
    }
    errors.sort((a, b) => a.index - b.index);
    const failed = new Set(errors.map(({ index }) => index)).size;
    return { ...counts, failed, rowErrors: errors, userErrors: userErrors.slice(0, 1) };
  }

  private async write(tx: Transaction, reach: Reach, caller: Caller, county: string, plan: CountyPlan): Promise<void> {
    const { fresh, revised } = plan;
    if (fresh.length + revised.length === 0) return;
    const updatedAt = caller.now.toISOString();
    const department = caller.principal?.department ?? null;
    const rows = fresh.map(({ region, indicator, subject, month, value, source }) => {
      const id = uuidv7();
      const place = { countyCode: county, id, regionCode: region, indicator: indicator.code, subject, month, value };
      return { ...place, origin: 'SUBMITTED', department, sourceSealed: this.seal(id, source), updatedAt };
    });
    const change = {
      figures: fresh.map(told),
      corrected: revised.map(({ value, stored }) => ({ ...told(value), before: stored.value })),
    };
    const record = {
      action: 'submitIndicators',
      occurredOn: caller.today,
      change,
      role: reach.roleFor(county as RegionCode),
    };
    await appendToOwnChain(tx, caller, { kind: 'Indicators', code: county, regionCode: county, record });
    await Promise.all([
      insertIndicators(tx, rows),
      ...revised.map(({ value: { value, source }, stored }) =>
        reviseIndicator(tx, stored, { value, sourceSealed: this.seal(stored.id, source), exposure: null, updatedAt }),
      ),
    ]);
  }

  private seal(rowId: string, source: string): string {
    return this.parts.cipher.seal(source, { table: 'regional_indicator', column: 'source_sealed', rowId });
  }
}

function planOf(
  caller: Caller,
  values: ReadonlyMap<string, PlacedValue>,
  stored: ReadonlyMap<string, StoredIndicator>,
  errors: RowRefusal[],
): Map<string, CountyPlan> {
  const plans = new Map<string, CountyPlan>();
  for (const [key, value] of values) {
    const county = value.region.slice(0, 6);
    const plan: CountyPlan = plans.get(county) ?? { fresh: [], revised: [], same: [] };
    plans.set(county, plan);
    const known = stored.get(key);
    if (known === undefined) plan.fresh.push(value);
    else if (known.value === value.value) plan.same.push(value);
    else if (known.department === (caller.principal?.department ?? null)) plan.revised.push({ value, stored: known });
    else errors.push(...at(value.index, [ofAnother(known)]));
  }
  return plans;
}

function ofAnother({ department }: StoredIndicator): Refusal {
  const message = `${department ?? 'another sender'} submitted another figure for this month; only it corrects its own figure`;
  return refuse('CONFLICT', message, ['value'], '2.3');
}

function keyOf({ region, indicator, subject, month }: IndicatorValue): string {
  return [region, indicator.code, subject, month].join('|');
}

function told({ region, indicator, month, value }: IndicatorValue) {
  return { region, indicator: indicator.code, month, value };
}

function at(index: number, refusals: readonly Refusal[]): RowRefusal[] {
  return rowRefusals(index, refusals, (path) => ['values', String(index), ...path]);
}

function nothing(userErrors: readonly Refusal[]): IndicatorReport {
  return { accepted: 0, duplicates: 0, failed: 0, rowErrors: [], userErrors };
}
