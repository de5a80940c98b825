import type { Grant, Role } from '../../domain/jurisdiction/role.js';
import { COUNTY_DIGITS, countyOf, isWithin, type RegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';
import type { DatabaseScope } from '../../platform/database/scope.js';
import type { RegionTree } from '../region/index.js';

/**
 * 可及范围 · The regions, and for a resident the household, that one call may touch.
 *
 * @article 5.1
 */
export class Reach {
  private known: readonly string[] | null = null;

  constructor(
    private readonly tree: RegionTree,
    readonly scope: DatabaseScope,
    /** The grants that allow the operation; none for an open one. */
    readonly grants: readonly Grant[],
  ) {}

  /** 连同已注销 · The same reach, with the records that were closed. @article 5.3 */
  withClosed(): Reach {
    return new Reach(this.tree, { ...this.scope, closed: true }, this.grants);
  }

  /** 连同另一县 · The same reach, with a county that the operation writes beside it: what the caller may see stays what it was. @article 3.1 */
  withCounty(county: RegionCode): Reach {
    const prefixes = [...new Set([...this.scope.prefixes, subtreePrefix(county)])];
    return new Reach(this.tree, { ...this.scope, prefixes }, this.grants);
  }

  /** 县清单 · Counties that a statement must name, of the whole reach or of a region within it. */
  counties(within?: RegionCode | null): readonly string[] {
    if (within === undefined || within === null) {
      this.known ??= this.under(this.scope.prefixes);
      return this.known;
    }
    const wanted = subtreePrefix(within);
    const prefixes = this.scope.prefixes.flatMap((prefix) =>
      wanted.startsWith(prefix) ? [wanted] : prefix.startsWith(wanted) ? [prefix] : [],
    );
    return this.under(prefixes);
  }

  /** Of a single prefix the tree's own list, each time the same one: there are thousands in the nation. */
  private under(prefixes: readonly string[]): readonly string[] {
    const [first] = prefixes;
    if (prefixes.length === 1) return this.tree.countiesOfPrefix(first!);
    return [...new Set(prefixes.flatMap((prefix) => this.tree.countiesOfPrefix(prefix)))];
  }

  /**
   * 本级及所辖各级 · Codes that events of offices stand under: the reach's counties, and the cities, provinces and the nation that
   * it holds whole.
   */
  offices(): readonly string[] {
    const above = (code: RegionCode): string[] =>
      countyOf(code) === null ? [code, ...this.tree.childrenOf(code).flatMap((child) => above(child.code))] : [];
    const wide = this.scope.prefixes.filter((prefix) => prefix.length < COUNTY_DIGITS);
    const codes = wide.flatMap((prefix) => above(prefix.padEnd(COUNTY_DIGITS, '0') as RegionCode));
    return [...new Set([...codes, ...this.counties()])];
  }

  /** 一县 · The county of an object, if the reach touches that county at all; else null. */
  county(countyCode: string): string | null {
    if (countyCode.length !== COUNTY_DIGITS) return null;
    const touches = this.scope.prefixes.some(
      (prefix) => prefix.startsWith(countyCode) || countyCode.startsWith(prefix),
    );
    return touches ? countyCode : null;
  }

  /** 是否包含 · Whether a region lies in the reach. */
  covers(region: RegionCode): boolean {
    return this.scope.prefixes.some((prefix) => region.startsWith(prefix));
  }

  /** 是否包含农户 · Whether a household of a region lies in the reach: a resident's holds the own one only. */
  coversHousehold(region: RegionCode, id: string): boolean {
    return this.covers(region) && (this.scope.householdId === null || this.scope.householdId === id);
  }

  /** 所凭角色 · The role by which an object of a region is touched; null for an open operation. */
  roleFor(region: RegionCode): Role | null {
    return (
      this.grants.find((grant) => isWithin(region, grant.region as RegionCode))?.role ?? this.grants[0]?.role ?? null
    );
  }
}
