import { createHmac } from 'node:crypto';
import type { BaseCell } from '../../../../src/domain/statistics/disclosure/base-cell.js';
import { type Cell, KEY_SPACE } from '../../../../src/domain/statistics/disclosure/cell.js';
import { DISCLOSURE_DEFAULTS } from '../../../../src/domain/statistics/disclosure/parameters.js';
import { type PublishedRow, publishTable } from '../../../../src/domain/statistics/disclosure/publish-table.js';
import {
  type AttributeValue,
  attributesOf,
  type CellSelection,
} from '../../../../src/domain/statistics/disclosure/selection.js';
import type { MeasureDefinition } from '../../../../src/domain/statistics/definition.js';
import { measure } from '../../../../src/domain/statistics/definition.js';
import { generated } from '../../../features/demonstration/a-generated-register.js';

/** A household of the register as a publication has it. */
export interface Unit {
  readonly key: number;
  readonly income: number;
  readonly values: Readonly<Record<string, AttributeValue>>;
}

const draw = (purpose: string, key: number): number =>
  createHmac('sha256', 'a secret of the test').update(`${purpose}|${key}`).digest().readUIntBE(0, 6) / KEY_SPACE;

const keyOf = (id: string): number => createHmac('sha256', 'records').update(id).digest().readUIntBE(0, 6);

/**
 * The synthetic register of a seed: its households with what is known of the latest case of each. Each comes up to three times
 * as other households like it, since making them all takes long.
 */
export function unitsOf(seed: number, households: number): Unit[] {
  const own = firstUnits(seed, households);
  const likes = ['second', 'third'].flatMap((name) =>
    own.map((unit) => ({ ...unit, key: keyOf(`${name} ${unit.key}`) })),
  );
  return [...own, ...likes.filter(({ key }) => key % 100 < 85)];
}

function firstUnits(seed: number, households: number): Unit[] {
  const rows = generated({ seed, households });
  const cases = new Map(rows.monitoringCase.map((one) => [one.householdId, one]));
  return rows.household.map((one) => {
    const own = cases.get(one.id);
    const values = {
      county: one.countyCode,
      township: one.regionCode.slice(0, 9),
      formerStatus: one.formerStatus,
      size: one.size,
      labour: one.labourCount,
      resettled: one.resettled,
      ill: one.specialGroups.includes('CRITICAL_ILLNESS'),
      status: own?.status ?? null,
      category: own?.category ?? null,
      channel: own?.channel ?? null,
    };
    return { key: keyOf(one.id), income: one.perCapitaFen ?? 0, values };
  });
}

/** Attributes that are places. */
export const PLACES: ReadonlySet<string> = new Set(['county', 'township']);
const COUNT = measure('households', ['户数', 'Households'], '', null, ['HOUSEHOLDS', 'COUNT']);
const MEAN = measure('perCapitaMean', ['均值', 'Mean'], '', null, ['YUAN', 'MEAN']);
const SUM = measure('income', ['合计', 'Sum'], '', null, ['YUAN', 'SUM']);
const MEASURES: readonly { readonly slot: string; readonly definition: MeasureDefinition }[] = [
  { slot: 'n', definition: COUNT },
  { slot: 'mean', definition: MEAN },
  { slot: 'sum', definition: SUM },
];

/** True cells of a table. */
export function trueCells(units: readonly Unit[], dimensions: readonly string[]): BaseCell[] {
  const groups = new Map<string, Unit[]>();
  for (const unit of units) {
    const key = JSON.stringify(dimensions.map((name) => unit.values[name] ?? null));
    groups.set(key, [...(groups.get(key) ?? []), unit]);
  }
  return [...groups.values()].map((own) => {
    const key = own.reduce((sum, unit) => (sum + unit.key) % KEY_SPACE, 0);
    const amount = {
      key,
      count: own.length,
      sum: own.reduce((sum, { income }) => sum + income, 0),
      largest: Math.max(...own.map(({ income }) => Math.abs(income))),
    };
    const values = Object.fromEntries(dimensions.map((name) => [name, own[0]!.values[name] ?? null]));
    const whole: Cell = { count: own.length, key };
    return { ...whole, values, measured: { n: whole, mean: amount, sum: amount } };
  });
}

const known = new WeakMap<readonly Unit[], Map<string, BaseCell[]>>();

function knownCells(units: readonly Unit[], names: readonly string[]): BaseCell[] {
  const tables = known.get(units) ?? new Map<string, BaseCell[]>();
  known.set(units, tables);
  const found = tables.get(names.join()) ?? trueCells(units, names);
  tables.set(names.join(), found);
  return found;
}

/** What an analyst is answered. */
export function ask(
  units: readonly Unit[],
  dimensions: readonly string[],
  selection: CellSelection = { all: [] },
): readonly PublishedRow[] {
  const filteredBy = attributesOf(selection);
  if (filteredBy === null) throw new Error('too involved');
  const cells = knownCells(units, [...new Set([...dimensions, ...filteredBy])].sort());
  const question = { dimensions, open: PLACES, measures: MEASURES, selection, filteredBy };
  return publishTable(cells, question, { draw, parameters: DISCLOSURE_DEFAULTS });
}

/** The count that is shown of the only row; 0 where it is withheld. */
export function count(units: readonly Unit[], selection: CellSelection = { all: [] }): number {
  return ask(units, [], selection)[0]?.figures['n'] ?? 0;
}

/** An attribute is one of some values. */
export function among(attribute: string, values: readonly AttributeValue[]): CellSelection {
  return { attribute, samples: values, holds: (value) => values.includes(value) };
}
