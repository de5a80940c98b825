import { countyOf, type RegionCode } from '../../domain/kernel/region-code.js';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { BlindIndex, FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Reach } from '../access/index.js';
import { type Changed, refuseAny } from '../change/index.js';
import type { RegionTree } from '../region/index.js';
import { traceOf } from './change-trace.js';
import { faultsOfAddress, faultsOfRegion } from './check-home.js';
import type { HouseholdChangeService, HouseholdIds } from './household-change.service.js';
import { moveWithHouseholds } from './household-move.repository.js';
import type { HouseholdRow } from './household-row.repository.js';
import { readHouseholdId } from './read-household-id.js';

/** 变更农户 · What changes of a household: absent stays, an address that is null is cleared. */
export interface UpdateHousehold {
  readonly idempotencyKey?: string | null;
  readonly householdId: string;
  readonly expectedVersion: number;
  readonly address?: string | null;
  readonly resettled?: boolean | null;
  readonly region?: RegionCode | null;
}

/**
 * 变更农户 · Changes where or how a household lives; all that belongs to it moves along within its county.
 *
 * @article 2.1
 */
export class UpdateHouseholdService {
  constructor(
    private readonly changes: HouseholdChangeService,
    private readonly tree: RegionTree,
    private readonly cipher: FieldCipher,
    private readonly blindIndex: BlindIndex,
  ) {}

  /** 变更 · Changes one household. */
  update(caller: Caller, input: UpdateHousehold): Promise<Changed<HouseholdIds>> {
    const place = readHouseholdId(input.householdId);
    const request = { caller, operation: 'Mutation.updateHousehold', input, place, of: 'householdId' as const };
    return this.changes.change(
      request,
      async () => null,
      async ({ tx, reach, row }) => {
        refuseAny(this.faultsOf(input, reach, row));
        const region = input.region ?? row.regionCode;
        const moves = region !== row.regionCode;
        const set = {
          ...(input.address === undefined ? {} : { addressSealed: this.sealAddress(input.address, row.id) }),
          ...(known(input.resettled) ? { resettled: input.resettled } : {}),
          ...(moves ? { regionCode: region } : {}),
        };
        const change = {
          ...(known(input.resettled) ? { resettled: input.resettled } : {}),
          ...(moves ? { from: row.regionCode, to: region } : {}),
          sealed: input.address === undefined ? [] : ['address'],
          ...this.addressTrace(input.address, row.id),
        };
        const writes = moves ? [moveWithHouseholds(tx, row.countyCode, [{ id: row.id, region }])] : [];
        return { action: 'updateHousehold', aspects: ['HOME'], change, set, writes };
      },
    );
  }

  private addressTrace(address: string | null | undefined, rowId: string): Record<string, unknown> {
    return address === undefined
      ? {}
      : { after: traceOf(this.blindIndex, rowId, { address: address?.trim() ?? null }) };
  }

  private sealAddress(address: string | null, rowId: string): string | null {
    if (address === null) return null;
    return this.cipher.seal(address.trim(), { table: 'household', column: 'address_sealed', rowId });
  }

  private faultsOf(input: UpdateHousehold, reach: Reach, row: HouseholdRow): Refusal[] {
    const says = input.address !== undefined || known(input.resettled) || known(input.region);
    if (!says) return [refuse('BAD_VALUE', 'nothing is said that would change: give address, resettled or region')];
    return [
      ...faultsOfAddress(input.address),
      ...(known(input.region) ? this.faultsOfMove(input.region, reach, row) : []),
    ];
  }

  private faultsOfMove(region: RegionCode, reach: Reach, row: HouseholdRow): Refusal[] {
    const county = countyOf(region);
    if (county === null || county === row.countyCode) return faultsOfRegion(reach, this.tree, region);
    const message = `${region} is in another county than ${row.countyCode}: that is a transfer, and no update`;
    return [refuse('OTHER_COUNTY', message, ['region'])];
  }
}

function known<T>(value: T | null | undefined): value is T {
  return value !== null && value !== undefined;
}
