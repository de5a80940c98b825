import type { RegionCode } from '../../domain/kernel/region-code.js';

/** 农户对象 · What a household's resolvers stand on; the rest was read as it was asked for. */
export interface HouseholdObject {
  readonly rowId: string;
  readonly countyCode: string;
  readonly regionCode: RegionCode;
  readonly addressSealed?: string | null;
}
