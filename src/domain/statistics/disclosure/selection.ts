/** 属性值 · What a unit has of an attribute, as the publication tells it. @article none — technical */
export type AttributeValue = string | number | boolean | null;

/** 属性条件 · A condition on one attribute; it tells apart no more than `samples` and any other value do. @article none — technical */
export interface AttributeTest {
  readonly attribute: string;
  readonly holds: (value: AttributeValue) => boolean;
  /** Values among which every change of the condition shows. */
  readonly samples: readonly AttributeValue[];
}

/** 选择 · Which cells a filter picks: a condition, or conditions put together. @article none — technical */
export type CellSelection =
  | { readonly all: readonly CellSelection[] }
  | { readonly any: readonly CellSelection[] }
  | { readonly not: CellSelection }
  | AttributeTest;

/** Stands for every value that no condition names. */
const OTHER = '\u0000other';
/** Combinations of values that are tried. */
const MOST_TRIED = 20_000;

/** 是否选中 · Whether a cell with these values is picked. @article none — technical */
export function isSelected(selection: CellSelection, valueAt: (attribute: string) => AttributeValue): boolean {
  if ('all' in selection) return selection.all.every((one) => isSelected(one, valueAt));
  if ('any' in selection) return selection.any.some((one) => isSelected(one, valueAt));
  if ('not' in selection) return !isSelected(selection.not, valueAt);
  return selection.holds(valueAt(selection.attribute));
}

/**
 * 放开一项 · Says of a cell whether it is picked by all that a selection says of other attributes: there is a value of this one with which it
 * would be.
 *
 * @article 5.3
 */
export function selectedBut(
  selection: CellSelection,
  freed: string,
): (valueAt: (attribute: string) => AttributeValue) => boolean {
  const samples = new Map<string, Set<AttributeValue>>();
  collect(selection, samples);
  const named = [...(samples.get(freed) ?? []), OTHER];
  return (valueAt) =>
    [valueAt(freed), ...named].some((value) =>
      isSelected(selection, (attribute) => (attribute === freed ? value : valueAt(attribute))),
    );
}

/**
 * 所依属性 · The attributes on which a selection really depends, so that equal filters, however they are written, are answered
 * from the same cells: what always holds, and what is said twice, falls away.
 *
 * @returns null where the selection is too involved to tell
 * @article 5.3
 */
export function attributesOf(selection: CellSelection): readonly string[] | null {
  const samples = new Map<string, Set<AttributeValue>>();
  collect(selection, samples);
  const names = [...samples.keys()].sort();
  const domains = names.map((name) => [...samples.get(name)!, OTHER]);
  const tried = domains.reduce((all, { length }) => all * length, 1);
  if (tried > MOST_TRIED) return null;
  const picked = Array.from({ length: tried }, (_, at) => {
    const values = valuesAt(at, domains);
    return isSelected(selection, (name) => values[names.indexOf(name)] ?? null);
  });
  let stride = 1;
  return names.filter((_, index) => {
    const size = domains[index]!.length;
    const own = stride;
    stride *= size;
    return picked.some((value, at) => value !== picked[at - (Math.floor(at / own) % size) * own]);
  });
}

function collect(selection: CellSelection, into: Map<string, Set<AttributeValue>>): void {
  if ('all' in selection) for (const one of selection.all) collect(one, into);
  else if ('any' in selection) for (const one of selection.any) collect(one, into);
  else if ('not' in selection) collect(selection.not, into);
  else {
    const known = into.get(selection.attribute) ?? new Set();
    for (const value of selection.samples) known.add(value);
    into.set(selection.attribute, known);
  }
}

/** The combination of a number, the first attribute turning fastest. */
function valuesAt(at: number, domains: readonly (readonly AttributeValue[])[]): AttributeValue[] {
  let rest = at;
  return domains.map((domain) => {
    const value = domain[rest % domain.length]!;
    rest = Math.floor(rest / domain.length);
    return value;
  });
}
