import type { LabourCapacity } from '../../src/domain/household/household.js';
import { ABLE } from '../../src/domain/quality/able.js';
import {
  type LoadOrder,
  loadRegister,
  type RegisterChunk,
  type Scenario,
  SeededRandom,
} from '../../src/features/demonstration/index.js';
import { ALLOWANCES, Falsifier } from './falsify.js';
import type { Ledger } from './ledger.js';
import { COUNTIES, FIRST_DAY } from './places.js';
import { type Neighbour, neighboursOf } from './roster.js';

/** 登记簿之来源 · How large, from which seed, and how much was reported in the months before. */
export interface RegisterOrder {
  readonly households: number;
  readonly seed: number;
  /** Leads a county and month in the past. */
  readonly leadsPerMonth: number;
}

/** Days over which the generator spreads leads that were dismissed. */
const MONTHS_OF_LEADS = 15.5;
/** Share of households with a case that is over. */
const ENDED_SHARE = 0.03;
const HALF = 0.5;
/** Of whom one at least is reached by an allowance. */
const WITHOUT_LABOUR = 10;

/**
 * 平静的登记簿 · Who plays which part: nearly all households have nothing under way, so that what the year brings is what was planted. A past
 * there is: cases that were eliminated, and leads that were looked at and dismissed, evenly over the months.
 */
function castOf({ households, seed, leadsPerMonth }: RegisterOrder): (place: number) => Scenario {
  const share = (leadsPerMonth * MONTHS_OF_LEADS * COUNTIES.length) / households;
  return (place) => {
    const drawn = new SeededRandom(`${seed}/cast/${place}`).fraction();
    // Some households of the last county have no labour: their case does not end.
    if (place >= households - WITHOUT_LABOUR) return { case: 'TRACKED', category: 'MARGINAL_AT_RISK' };
    if (drawn < ENDED_SHARE)
      return {
        case: 'ELIMINATED',
        category: drawn < ENDED_SHARE * HALF ? 'MARGINAL_AT_RISK' : 'UNSTABLE_OUT_OF_POVERTY',
      };
    return { case: null, lead: drawn < ENDED_SHARE + share ? 'DISMISSED' : 'NONE', overLine: true };
  };
}

/** 认定低保 · Whom a case brought an allowance is known to have one: the generator settles people before what they receive. */
function grantAllowances({ member, supportMeasure }: RegisterChunk['rows']): void {
  const granted = new Set(
    supportMeasure.filter(({ instrument }) => ALLOWANCES.includes(instrument)).map(({ householdId }) => householdId),
  );
  for (const one of member)
    if (one.relationship === 'HEAD' && one.safetyNet === 'NONE' && granted.has(one.householdId))
      one.safetyNet = 'SUBSISTENCE_ALLOWANCE';
}

/** 缺劳动力 · The generator may give everybody work in a family whose case was for lack of labour: its last member cannot work then. */
function lackLabour({ household, member, caseRisk }: RegisterChunk['rows']): void {
  const short = new Set(
    caseRisk.filter(({ riskType }) => riskType === 'LABOUR_SHORTAGE').map((one) => one.householdId),
  );
  for (const own of household.filter(({ id }) => short.has(id))) {
    const family = member.filter(({ householdId }) => householdId === own.id);
    if (!family.every(({ labour }) => ABLE.includes(labour as LabourCapacity))) continue;
    Object.assign(family.at(-1)!, { labour: 'LOST', employment: null });
    own.labourCount -= 1;
  }
}

/** 建登记簿 · Fills the register as it stands on the first day, and reads off who lives there. @throws Error where a fault found no case */
export async function fillRegister(
  order: RegisterOrder,
  ground: Omit<LoadOrder, 'households' | 'counties' | 'seed' | 'today' | 'cast' | 'beforeSealing'>,
  ledger: Ledger,
): Promise<{ readonly everyone: readonly Neighbour[]; readonly heaped: number }> {
  const neighbours: Neighbour[] = [];
  const falsifier = new Falsifier(ledger, COUNTIES);
  await loadRegister({
    ...ground,
    households: order.households,
    seed: order.seed,
    counties: COUNTIES,
    today: FIRST_DAY,
    cast: castOf(order),
    beforeSealing(chunk) {
      grantAllowances(chunk.rows);
      lackLabour(chunk.rows);
      falsifier.alter(chunk);
      neighbours.push(...neighboursOf(chunk));
    },
  });
  if (falsifier.left.length > 0)
    throw new Error(`no case was found for ${falsifier.left.join(', ')}: take more households or another seed`);
  return { everyone: neighbours, heaped: falsifier.heaped };
}
