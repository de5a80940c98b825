import type { RegionCode } from '../../src/domain/kernel/region-code.js';
import { COUNTIES } from './places.js';
import type { Neighbour } from './roster.js';

/** 选户 · Gives out households that nothing else happens to, each once, in the order of the register. */
export class Picker {
  readonly #left: Map<RegionCode, Neighbour[]>;
  readonly #known: ReadonlyMap<string, Neighbour>;

  /** @param struck  townships whose households are left to the hazard */
  constructor(
    readonly everyone: readonly Neighbour[],
    struck: ReadonlySet<RegionCode>,
  ) {
    const free = everyone.filter((one) => one.untouched && !struck.has(one.township));
    this.#known = new Map(everyone.map((one) => [one.id, one]));
    this.#left = new Map(COUNTIES.map((county) => [county, free.filter((one) => one.county === county)]));
  }

  /** 按标识取户 · The household of an id, as the API names it. @throws Error where there is none */
  byId(id: string): Neighbour {
    const found = this.#known.get(id);
    if (found === undefined) throw new Error(`${id} is no household of the register`);
    return found;
  }

  /** 取一户 · A household of a county that fits. @throws Error where none is left */
  take(county: RegionCode, fits: (household: Neighbour) => boolean): Neighbour {
    const left = this.#left.get(county) ?? [];
    const at = left.findIndex(fits);
    if (at === -1) throw new Error(`${county} has no household left for this; take more households`);
    return left.splice(at, 1)[0]!;
  }

  /** 取同村数户 · Some households of one place that are alike. @throws Error where there are none */
  takeAlike(county: RegionCode, count: number, fits: (household: Neighbour) => boolean): Neighbour[] {
    const left = (this.#left.get(county) ?? []).filter(fits);
    const keyOf = ({ region, heads }: Neighbour): string => `${region}|${heads}`;
    for (const first of left) {
      const alike = left.filter((one) => keyOf(one) === keyOf(first)).slice(0, count);
      if (alike.length < count) continue;
      this.#left.set(
        county,
        this.#left.get(county)!.filter((one) => !alike.includes(one)),
      );
      return alike;
    }
    throw new Error(`${county} has no ${count} households of one size in one place; take more households`);
  }
}

/** 受影响乡镇 · The first townships of a county that hold a share of its households. */
export function townshipsWith(everyone: readonly Neighbour[], county: RegionCode, share: number): RegionCode[] {
  const own = everyone.filter((one) => one.county === county);
  const townships = [...new Set(own.map(({ township }) => township))].sort();
  const chosen: RegionCode[] = [];
  for (const township of townships) {
    if (own.filter((one) => chosen.includes(one.township)).length >= own.length * share) break;
    chosen.push(township);
  }
  return chosen;
}
