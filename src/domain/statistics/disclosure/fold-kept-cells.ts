import type { PlannedMeasure } from '../stat-plan.js';
import type { BaseCell } from './base-cell.js';
import { type Cell, joined } from './cell.js';
import type { AmountCell } from './publish-amount.js';
import { type KeptCells, periodOf } from './kept-cells.js';
import { attributeName, type PublishedAttribute } from './published-attribute.js';
import type { AttributeValue } from './selection.js';
import { keyOf } from './walk-cells.js';

/** 常备单元 · One kept cell of a province: values in the order of the attributes that are kept, measures by their names. @article 5.3 */
export interface KeptCell {
  readonly province: string;
  readonly values: readonly AttributeValue[];
  readonly units: Cell;
  readonly measured: Readonly<Record<string, Cell | AmountCell>>;
}

/**
 * 合并常备单元 · Puts kept cells together to those of the attributes that are asked about: the cells that their units would be folded to.
 *
 * @article 5.3
 */
export function foldKeptCells(
  cells: readonly KeptCell[],
  kept: Pick<KeptCells, 'attributes'>,
  attributes: readonly PublishedAttribute[],
  measures: readonly Pick<PlannedMeasure, 'slot' | 'definition'>[],
): BaseCell[] {
  const names = attributes.map(attributeName);
  const told = attributes.map((attribute) => teller(attribute, kept));
  const folded = new Map<string, BaseCell>();
  for (const cell of cells) {
    const values = Object.fromEntries(names.map((name, at) => [name, told[at]!(cell)]));
    const measured = Object.fromEntries(measures.map(({ slot, definition: { name } }) => [slot, cell.measured[name]!]));
    const key = keyOf(values, names);
    const known = folded.get(key);
    folded.set(
      key,
      known === undefined
        ? { ...cell.units, values, measured }
        : { ...joined(known, cell.units), values, measured: bothMeasured(known.measured, measured) },
    );
  }
  return [...folded.values()];
}

function teller(attribute: PublishedAttribute, { attributes }: Pick<KeptCells, 'attributes'>) {
  if (attribute.kind === 'region')
    return ({ province }: KeptCell): AttributeValue => (attribute.level === 'NATION' ? '000000' : province);
  const at = attributes.findIndex((own) => own.kind === attribute.kind && own.name === attribute.name);
  return ({ values }: KeptCell): AttributeValue => {
    const value = values[at]!;
    return attribute.kind === 'bucket' && value !== null ? periodOf(String(value), attribute.bucket) : value;
  };
}

type Measured = Readonly<Record<string, Cell | AmountCell>>;

function bothMeasured(one: BaseCell['measured'], other: Measured): BaseCell['measured'] {
  return Object.fromEntries(
    Object.entries(other).map(([slot, cell]) => [slot, both(one[slot] as Cell | AmountCell, cell)]),
  );
}

function both(one: Cell | AmountCell, other: Cell | AmountCell): Cell | AmountCell {
  if (!('sum' in one) || !('sum' in other)) return joined(one, other);
  const { count, key } = joined(one, other);
  return { count, key, sum: one.sum + other.sum, largest: Math.max(one.largest, other.largest) };
}
