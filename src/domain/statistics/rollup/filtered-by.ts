/** 所用筛选 · The fields that a filter speaks of, and the regions that it names, at any depth. @article none — technical */
export interface FilterUse {
  readonly fields: readonly string[];
  readonly regions: readonly string[];
}

const NESTS = ['and', 'or', 'not'];

/** 所用筛选 · What a filter speaks of; a field without a value asks nothing. @article none — technical */
export function filteredBy(where: object | null): FilterUse {
  const fields = new Set<string>();
  const regions = new Set<string>();
  const look = (filter: object): void => {
    for (const [name, value] of Object.entries(filter)) {
      if (value === null || value === undefined) continue;
      if (NESTS.includes(name)) for (const inner of [value].flat()) look(inner as object);
      else if (name === 'region') regions.add(String(value));
      else fields.add(name);
    }
  };
  if (where !== null) look(where);
  return { fields: [...fields], regions: [...regions] };
}
