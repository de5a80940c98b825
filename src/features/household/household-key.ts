import type { HouseholdObject } from './household-object.js';

/** 农户键 · By what a loader asks for a household. */
export type HouseholdKey = Pick<HouseholdObject, 'countyCode' | 'rowId'>;

/** 农户键文本 · A household's key as a loader has it. @article none — technical */
export function keyOf({ countyCode, rowId }: HouseholdKey): string {
  return `${countyCode}/${rowId}`;
}

/** 按县分组 · Ids of households by their county. @article none — technical */
export function idsByCounty(keys: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const key of keys) {
    const [county = '', id = ''] = key.split('/');
    groups.set(county, [...(groups.get(county) ?? []), id]);
  }
  return groups;
}
