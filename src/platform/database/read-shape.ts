import { isTextColumn } from './column-kind.js';
import { type PackedValue, packValues } from './pack-values.js';
import type { SelectedField, Selection } from './selection.js';

/**
 * 读取形状 · How one GraphQL type is read as JSON. In every SQL text `@` stands for the type's own table and `^` for the
 * parent's; in a field's, `#s` is what pins the table `s` of a query within it to the counties of the statement.
 *
 * @article none — technical
 */
export interface ReadShape {
  readonly table: string;
  /** Keys that every object carries, whatever was asked for. */
  readonly always: Readonly<Record<string, string>>;
  /** GraphQL field → the keys that its resolver needs, each with its SQL. */
  readonly fields: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** GraphQL field → the rows behind it. */
  readonly relations: Readonly<Record<string, ReadRelation>>;
}

/** 关联 · Rows of another shape that belong to an object. */
export interface ReadRelation {
  readonly kind: 'one' | 'many';
  readonly shape: () => ReadShape;
  /** Join condition beside the county. */
  readonly on: string;
  readonly orderBy?: string;
  /** What was asked for of the other type; the field's own selection where absent (a connection looks below `nodes`). */
  readonly below?: (selection: Selection) => Selection;
  /** Most rows; absent reads them all. */
  readonly limit?: (args: Readonly<Record<string, unknown>>) => number;
  /** False where this relation cannot be read ahead with these arguments; its resolver then reads by itself. */
  readonly when?: (args: Readonly<Record<string, unknown>>) => boolean;
  /** Whether the caller asked how many there are in all, rows past the limit included; see `countAheadKey`. */
  readonly counts?: (selection: Selection) => boolean;
  /** Whether the rows are pinned by the statement's counties; false for small reference tables. */
  readonly pinned?: boolean;
}

/**
 * 扩展形状 · Adds what a later room knows of an earlier room's type; the earlier one stays ignorant of it.
 *
 * @throws Error when a name is taken
 * @article none — technical
 */
export function extendShape(shape: ReadShape, added: Partial<Pick<ReadShape, 'fields' | 'relations'>>): void {
  for (const part of ['fields', 'relations'] as const) {
    for (const [name, what] of Object.entries(added[part] ?? {})) {
      if (name in shape[part]) throw new Error(`${shape.table} has ${name} already`);
      (shape[part] as Record<string, unknown>)[name] = what;
    }
  }
}

/** How a statement names its counties: one as `= $1`, several as `= ANY ($1)`. */
export type CountyPin = 'one' | 'several';

/** 预读键 · The key under which the rows of a relation lie on the object. */
export function readAheadKey(field: string, responseKey: string): string {
  return `${field}@${responseKey}`;
}

/** 预计数键 · The key under which the count of a relation lies beside its rows. */
export function countAheadKey(field: string, responseKey: string): string {
  return `${readAheadKey(field, responseKey)}#`;
}

/** 打包 · How a shape is read: names stay here, and only values travel, as JSON arrays. @article none — technical */
export interface PackedShape {
  /** SQL text of the array; its only parameter is `$1`, the county or the counties. */
  readonly text: string;
  /** 拆包 · The object out of the array, of a statement over some counties. */
  readonly unpack: (values: unknown, counties: readonly string[]) => Record<string, unknown>;
  /** Whole statements by what follows the array, see `read-rows.ts`. */
  readonly texts: Map<string, string>;
}

const packed: Record<CountyPin, WeakMap<Selection, Map<ReadShape, PackedShape>>> = {
  one: new WeakMap(),
  several: new WeakMap(),
};

/**
 * 编译 · How a shape is read for what was asked for; kept by selection, since most documents never change.
 *
 * Values without their names are a quarter less work for the database and half the bytes.
 *
 * @article none — technical
 */
export function packShape(shape: ReadShape, selection: Selection, pin: CountyPin): PackedShape {
  const byShape = packed[pin].get(selection) ?? new Map<ReadShape, PackedShape>();
  packed[pin].set(selection, byShape);
  const known = byShape.get(shape);
  if (known !== undefined) return known;
  const fresh = new Packer(pin).object(shape, selection, 't');
  byShape.set(shape, fresh);
  return fresh;
}

/** 县条件 · The condition that pins a table to the statement's counties. */
export function pinned(alias: string, pin: CountyPin): string {
  return pin === 'one' ? `${alias}.county_code = $1` : `${alias}.county_code = ANY ($1::text[])`;
}

/**
 * 县条件 · The counties of the statement, said of a table whose rows are looked up by the county of another that is pinned. Of a list it
 * is kept from the index: there the look-up of each row would try every county of the list beside its own.
 */
export function pinnedBeside(alias: string, pin: CountyPin): string {
  return pin === 'one' ? pinned(alias, pin) : `(${pinned(alias, pin)}) IS TRUE`;
}

class Packer {
  private next = 0;

  constructor(private readonly pin: CountyPin) {}

  object(shape: ReadShape, selection: Selection, alias: string): PackedShape {
    const values = new Map<string, PackedValue>();
    const add = (columns: Readonly<Record<string, string>>): void => {
      for (const [key, text] of Object.entries(columns))
        values.set(key, { text: this.withPins(own(text, alias)), plain: isTextColumn(shape.table, text) });
    };
    add(shape.always);
    for (const field of selection) add(shape.fields[field.name] ?? {});
    for (const [name, relation] of Object.entries(shape.relations)) {
      for (const field of askedTogether(
        relation,
        selection.filter((one) => one.name === name),
      )) {
        values.set(readAheadKey(name, field.key), this.relation(relation, field, alias));
        if (relation.counts?.(field.selection))
          values.set(countAheadKey(name, field.key), { text: this.count(relation, alias) });
      }
    }
    const ofCounty = [...values.keys()].filter(
      (key) => this.pin === 'one' && values.get(key)!.text === `${alias}.county_code`,
    );
    for (const key of ofCounty) values.delete(key);
    return { ...packValues(values, ofCounty), texts: new Map() };
  }

  private relation(relation: ReadRelation, field: SelectedField, parent: string): PackedValue {
    const alias = this.alias();
    const below = relation.below?.(field.selection) ?? field.selection;
    const { text, unpack } = this.object(relation.shape(), below, alias);
    const from = this.from(relation, alias, parent);
    const order = relation.orderBy === undefined ? '' : ` ORDER BY ${own(relation.orderBy, alias)}`;
    if (relation.kind === 'one')
      return {
        text: `(SELECT ${text} ${from}${order} LIMIT 1)`,
        unpack: (values, counties) => (values === null ? null : unpack(values, counties)),
      };
    const limit = relation.limit === undefined ? '' : ` LIMIT ${Math.trunc(relation.limit(field.args))}`;
    return {
      text: `(SELECT json_agg(${alias}j.j) FROM (SELECT ${text} AS j ${from}${order}${limit}) ${alias}j)`,
      unpack: (rows, counties) => (rows === null ? [] : (rows as unknown[]).map((values) => unpack(values, counties))),
    };
  }

  private withPins(text: string): string {
    return text.replace(/#(\w+)/g, (_, alias: string) => pinned(alias, this.pin));
  }

  private count(relation: ReadRelation, parent: string): string {
    return `(SELECT count(*) ${this.from(relation, this.alias(), parent)})`;
  }

  private from(relation: ReadRelation, alias: string, parent: string): string {
    const conditions = [own(relation.on, alias).replaceAll('^', parent)];
    if (relation.pinned ?? true) {
      conditions.unshift(pinned(alias, this.pin));
      if (this.pin === 'several') conditions.unshift(`${alias}.county_code = ${parent}.county_code`);
    }
    return `FROM ${relation.shape().table} ${alias} WHERE ${conditions.join(' AND ')}`;
  }

  private alias(): string {
    this.next += 1;
    return `r${this.next}`;
  }
}

function own(text: string, alias: string): string {
  return text.replaceAll('@', alias);
}

/**
 * A relation that is asked for twice under one key, by `nodes` and by `edges.node`, is read once: with what both ask for
 * below it, and with the arguments of whoever asks for more rows.
 */
function askedTogether(relation: ReadRelation, fields: readonly SelectedField[]): SelectedField[] {
  const byKey = new Map<string, SelectedField>();
  for (const field of fields) {
    if (!(relation.when?.(field.args) ?? true)) continue;
    const known = byKey.get(field.key);
    const wider = known !== undefined && limitOf(relation, known) >= limitOf(relation, field) ? known : field;
    byKey.set(field.key, {
      ...wider,
      selection: known === undefined ? field.selection : [...known.selection, ...field.selection],
    });
  }
  return [...byKey.values()];
}

function limitOf(relation: ReadRelation, { args }: SelectedField): number {
  return relation.limit?.(args) ?? Number.POSITIVE_INFINITY;
}
