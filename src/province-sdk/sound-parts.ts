import type { RuleEntry } from '../domain/province/rule-entry.js';
import type { ProvinceModule } from './define-province.js';
import { LIST_SHAPES, PROVINCE_SHAPE } from './shape.js';

/** 可检条目 · An element of a list that has the right form, with its place in the list as written. @article none — technical */
export interface SoundPart<T> {
  readonly index: number;
  readonly part: T;
}

type ListField = Exclude<keyof ProvinceModule, 'code' | 'name' | 'sdk'>;
type ElementOf<F extends ListField> = NonNullable<ProvinceModule[F]>[number];

/** 分期参数 · The lists whose elements are dated entries. @article none — technical */
export type EntryField = {
  [F in ListField]: ElementOf<F> extends RuleEntry<unknown> ? F : never;
}[ListField];

/**
 * 可检条目 · The elements of a module's list that have the right form, so that one bad entry hides no fault of another.
 *
 * @article none — technical
 */
export function soundParts<F extends ListField>(module: ProvinceModule, field: F): SoundPart<ElementOf<F>>[] {
  const written: readonly unknown[] = Array.isArray(module[field]) ? module[field] : [];
  const shape = LIST_SHAPES[field].element;
  return written.flatMap((part, index) =>
    shape.safeParse(part).success ? [{ index, part: part as ElementOf<F> }] : [],
  );
}

/** 仅留可检条目 · The module with the elements of the right form only. @article none — technical */
export function soundModule(module: ProvinceModule): ProvinceModule {
  const lists = LIST_FIELDS.map((field) => [field, soundParts(module, field).map(({ part }) => part)] as const);
  return { code: module.code, name: module.name, ...Object.fromEntries(lists) } as ProvinceModule;
}

/** 列表字段 · Every field of a module that is a list. @article none — technical */
export const LIST_FIELDS: readonly ListField[] = Object.keys(PROVINCE_SHAPE.shape).filter(
  (field): field is ListField => field !== 'code' && field !== 'name' && field !== 'sdk',
);

/** 分期字段 · Every field of a module that is a list of dated entries. @article none — technical */
export const ENTRY_FIELDS: readonly EntryField[] = LIST_FIELDS.filter(
  (field): field is EntryField => field !== 'riskTypes' && field !== 'instruments' && field !== 'judgements',
);
