import { levelOf, type RegionCode } from '../../domain/kernel/region-code.js';
import type { RegionTree } from '../region/index.js';
import { tellHousehold } from './household-story.js';
import { noRows, type RegisterRows } from './register-rows.js';
import { ReservedIdNumbers } from './reserved-id-numbers.js';
import { type Scenario, scenarioOf } from './scenario.js';
import type { World } from './world.js';

/** 拟制登记簿 · What register to make. */
export interface GenerationOrder extends World {
  /** Six digits each; households are spread evenly over them. */
  readonly counties: readonly RegionCode[];
  readonly households: number;
  /** The same seed, day, counties and first number give the same register. */
  readonly seed: number;
  /** Number of the first household in the register's sequence. */
  readonly firstNumber: number;
  /** Whether the register has an identity number already. */
  readonly isTaken?: (idNumber: string) => boolean;
  /** Households whose rows are given out at once. */
  readonly chunk?: number;
  /** The part that a household plays, by its place in the order from 0; those of the demonstration where none is given. */
  readonly cast?: (place: number) => Scenario;
}

/** 一批农户 · Rows of some households of one county, in the open. */
export interface RegisterChunk {
  readonly county: RegionCode;
  readonly households: number;
  readonly rows: RegisterRows;
}

const CHUNK = 500;

/**
 * 拟制登记簿 · Makes a synthetic register, household by household, in chunks of one county, so that any size fits in memory.
 *
 * Pure: it reads no clock, draws from its seed alone and writes nowhere.
 *
 * @throws Error when a county is not in the tree or has no township
 * @article none — calibration
 */
export function* generateRegister(order: GenerationOrder): Generator<RegisterChunk> {
  const { counties, households, seed, firstNumber, tree, chunk = CHUNK } = order;
  const cast = order.cast ?? ((place: number) => scenarioOf(firstNumber + place, seed));
  const places = counties.map((county) => ({ county, regions: regionsOf(tree, county) }));
  const idNumbers = new ReservedIdNumbers((county) => tree.countiesUnder(provinceAbove(tree, county)), order.isTaken);
  let number = firstNumber;
  for (const [index, { county, regions }] of places.entries()) {
    let left = shareOf(households, counties.length, index);
    while (left > 0) {
      const some = Math.min(chunk, left);
      const rows = noRows();
      for (let told = 0; told < some; told += 1, number += 1) {
        const scenario = cast(number - firstNumber);
        tellHousehold(order, { number, seed, scenario, county, regions, idNumbers }, rows);
      }
      left -= some;
      yield { county, households: some, rows };
    }
  }
}

function shareOf(households: number, counties: number, index: number): number {
  return Math.floor(households / counties) + (index < households % counties ? 1 : 0);
}

/** 农户所在地 · The villages of a county, or its townships where no village of theirs is known. */
function regionsOf(tree: RegionTree, county: RegionCode): RegionCode[] {
  const townships = tree.childrenOf(county);
  if (townships.length === 0) throw new Error(`${county} has no township in the division list`);
  return townships.flatMap(({ code }) => {
    const villages = tree.childrenOf(code);
    return villages.length === 0 ? [code] : villages.map((village) => village.code);
  });
}

function provinceAbove(tree: RegionTree, county: RegionCode): RegionCode {
  return tree.ancestorsOf(county).find(({ code }) => levelOf(code) === 'PROVINCE')?.code ?? county;
}
