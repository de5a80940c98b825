import { LRUCache } from 'lru-cache';
import { FIELD_RULES } from '../../domain/jurisdiction/field-rules.js';
import { ADDRESS_OFFICES, REGIONAL_WORDS_READERS } from '../../domain/jurisdiction/personal-data.js';
import { ROLES, type Role } from '../../domain/jurisdiction/role.js';
import { isWithin, NATION, type RegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Database } from '../../platform/database/database.js';
import { type DatabaseScope, regionScope, WHOLE_REGISTER } from '../../platform/database/scope.js';
import { ApiError } from '../../platform/errors/api-error.js';
import type { RegionTree } from '../region/index.js';
import { findHouseholdByNumber, type HouseholdPlace } from './access.repository.js';
import { Reach } from './reach.js';

/**
 * 权限 · What a caller may reach with an operation: the subtrees of the grants whose role the operation allows.
 *
 * @article 5.1
 */
export class AccessService {
  private readonly households = new LRUCache<string, HouseholdPlace>({ max: 5_000, ttl: 300_000 });

  constructor(
    private readonly database: Database,
    private readonly tree: RegionTree,
  ) {}

  /**
   * 可及范围 · The caller's reach for an operation, by its name in the schema, e.g. `Mutation.openCase`; or for a field that
   * reads by itself, e.g. `Household.incomes`.
   *
   * Grants add up. A resident reaches one household only, unless another grant allows the operation too.
   *
   * @throws ApiError UNAUTHENTICATED without a token, FORBIDDEN when no grant's role may call the operation
   */
  async reach(caller: Caller, operation: string): Promise<Reach> {
    const allowed = FIELD_RULES.get(operation);
    if (allowed === undefined) throw new Error(`no roles are set down for ${operation}`);
    if (caller.principal === null) throw new ApiError('UNAUTHENTICATED', 'This operation needs a token.');
    const reach = await this.reachAs(caller, allowed === 'open' ? ROLES : allowed);
    if (reach === null) throw new ApiError('FORBIDDEN', "None of the token's roles may call this operation.");
    return reach;
  }

  /** 角色可及 · What the caller reaches with some roles, as `reach` has it; null where no grant has one of them. */
  async reachAs(caller: Caller, roles: readonly Role[]): Promise<Reach | null> {
    const grants = (caller.principal?.grants ?? []).filter(({ role }) => roles.includes(role));
    const offices = grants.filter(({ role }) => role !== 'RESIDENT');
    if (offices.length > 0)
      return new Reach(this.tree, regionScope(offices.map(({ region }) => region as RegionCode)), offices);
    const [own] = grants;
    return own === undefined
      ? null
      : new Reach(this.tree, await this.ownHousehold(caller.principal?.household ?? null, own.region), grants);
  }

  /** 公开范围 · What everyone reaches in a region, for the few operations that are open without a token. @article 3.2 */
  publicReach(region: RegionCode): Reach {
    return new Reach(this.tree, regionScope([region]), []);
  }

  /** 是否任一角色 · Whether the caller has one of some roles in a region that contains another. */
  holds(caller: Caller, roles: readonly Role[], region: RegionCode): boolean {
    const grants = caller.principal?.grants ?? [];
    return grants.some((grant) => roles.includes(grant.role) && isWithin(region, grant.region as RegionCode));
  }

  /**
   * 可否查看文字内容 · Whether the caller is shown addresses and notes in words, which may name people and illnesses, of a
   * region: the offices that answer for it, and whoever is a resident and nothing else, who reaches the own household only.
   *
   * @article 5.1
   */
  readsWords(caller: Caller, region: RegionCode): boolean {
    const grants = caller.principal?.grants ?? [];
    const residentOnly = grants.length > 0 && grants.every(({ role }) => role === 'RESIDENT');
    return residentOnly || this.holds(caller, ADDRESS_OFFICES, region);
  }

  /** 可否查看区域文字 · Whether the caller is shown what people wrote of a region at risk. @article 5.1 */
  readsRegionalWords(caller: Caller, region: RegionCode): boolean {
    return this.holds(caller, REGIONAL_WORDS_READERS, region);
  }

  private async ownHousehold(number: string | null, region: string): Promise<DatabaseScope> {
    const none: DatabaseScope = { prefixes: [], householdId: null };
    if (number === null) return none;
    const place =
      this.households.get(number) ??
      (await this.database.read(WHOLE_REGISTER, (tx) => findHouseholdByNumber(tx, number)));
    if (place === null) return none;
    this.households.set(number, place);
    const county = place.countyCode as RegionCode;
    const grantPrefix = subtreePrefix(region as RegionCode);
    const inside =
      region === NATION || place.countyCode.startsWith(grantPrefix) || grantPrefix.startsWith(place.countyCode);
    return inside ? { prefixes: [subtreePrefix(county)], householdId: place.householdId } : none;
  }
}
