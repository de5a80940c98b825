import { registerEnumType } from 'type-graphql';

/** 枚举对象 · Every value under its own name, as type-graphql wants an enum. */
export type EnumObject<T extends string> = { readonly [K in T]: K };

/**
 * 枚举 · Registers a GraphQL enum made from the domain's list; the compiler asks for a meaning of every value.
 *
 * @param name      GraphQL name
 * @param about     description of the enum, with the Chinese term
 * @param values    the domain's `as const` array: the same words in domain, database and GraphQL
 * @param meanings  description of each value, with the Chinese term
 * @article none — technical
 */
export function describedEnum<T extends string>(
  name: string,
  about: string,
  values: readonly T[],
  meanings: Readonly<Record<T, string>>,
): EnumObject<T> {
  const object = Object.fromEntries(values.map((value) => [value, value])) as EnumObject<T>;
  registerEnumType(object, {
    name,
    description: about,
    valuesConfig: Object.fromEntries(values.map((value) => [value, { description: meanings[value] }])) as Partial<
      Record<T, { description: string }>
    >,
  });
  return object;
}
