import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Fen } from '../../domain/kernel/money.js';
import {
  CORPS,
  configurationKeyOf,
  countyOf,
  type RegionCode,
  subtreePrefix,
} from '../../domain/kernel/region-code.js';
import type { LoadedProvince } from '../../domain/province/province-config.js';
import { resolveLine } from '../../domain/province/resolve-line.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Database } from '../../platform/database/database.js';
import { type DatabaseScope, regionScope } from '../../platform/database/scope.js';
import { ApiError } from '../../platform/errors/api-error.js';
import type { AccessService } from '../access/index.js';
import type { ProvinceService } from '../province/index.js';
import type { RegionTree } from '../region/index.js';
import { floorViolation, type LineProposal, withProposedLine } from './proposed-line.js';
import { type CountyCounts, type CountyLines, countWithinRange, inOneSnapshot } from './simulation.repository.js';

/** 测算所需 · What the dry run stands on. @article none — technical */
export interface SimulationParts {
  readonly database: Database;
  readonly tree: RegionTree;
  readonly provinces: Pick<ProvinceService, 'served'>;
}

/** 测算请求 · Which rules would be others, where and on which day. @article 2.2 */
export interface SimulationRequest {
  readonly province: RegionCode;
  readonly on: CalendarDate;
  readonly perCapitaIncomeLine: Fen | null;
  /** Where it is counted; the whole province where null. A county and below would get the line as its own. */
  readonly region: RegionCode | null;
  /** Other values that would be others, by their names in a module's line. */
  readonly parameters: Readonly<Record<string, unknown>> | null;
}

/** 测算结果 · How many households lie within the range as the rules are, and as they would be. @article 2.2 */
export interface RuleSimulationResult extends Omit<CountyCounts, 'county'> {
  readonly byCounty: readonly CountyCounts[];
  readonly floorViolation: string | null;
}

const OPERATION = 'Query.simulateRules';
/** Counties of one statement: some hundred thousand households at most. */
const COUNTIES_AT_ONCE = 8;
const ORDINARY_MONTHS = 12;
const LONGEST_MONTHS = 60;
const CORPS_LIES_IN = '650000' as RegionCode;

/**
 * 规则测算 · What would change if the province's rules changed: a dry run over the register that writes nothing.
 *
 * @article 2.2
 */
export class SimulationService {
  constructor(private readonly parts: SimulationParts & { readonly access: AccessService }) {}

  /**
   * 测算 · For a caller, within the reach of the roles that may simulate.
   *
   * @throws ApiError BAD_USER_INPUT for what is no province, region or parameter of it, FORBIDDEN out of the reach,
   *   PROVINCE_CONFIG_INVALID where the province's module was refused
   */
  async simulate(caller: Caller, request: SimulationRequest): Promise<RuleSimulationResult> {
    const reach = await this.parts.access.reach(caller, OPERATION);
    const within = request.region ?? request.province;
    const place = request.province === CORPS && request.region === null ? CORPS_LIES_IN : within;
    if (!reach.covers(place)) throw new ApiError('FORBIDDEN', 'The region is not one of the token’s.');
    return simulateRules(this.parts, reach.scope, request);
  }
}

/**
 * 测算 · Counts now and then, county by county, in one read-only transaction that sees one state of the register.
 *
 * @param scope  what the transaction may see; the region itself where null, for provincial IT at the database
 * @param onProgress  told after each batch of counties
 * @throws ApiError BAD_USER_INPUT for what is no province, region or parameter of it
 * @article 2.2
 */
export async function simulateRules(
  parts: SimulationParts,
  scope: DatabaseScope | null,
  request: SimulationRequest,
  onProgress: (done: number, total: number) => void = () => undefined,
): Promise<RuleSimulationResult> {
  const { province, place } = readPlace(parts, request);
  const proposal = readProposal(request);
  const lines = linesOf(parts.tree, province, place, proposal, request);
  const seen = scope ?? regionScope([place]);
  const counted = await parts.database.read(seen, async (tx) => {
    await inOneSnapshot(tx);
    const counts: CountyCounts[] = [];
    for (let at = 0; at < lines.length; at += COUNTIES_AT_ONCE) {
      const batch = lines.slice(at, at + COUNTIES_AT_ONCE);
      counts.push(...(await countWithinRange(tx, seen, batch, subtreePrefix(place), request.on)));
      onProgress(Math.min(at + COUNTIES_AT_ONCE, lines.length), lines.length);
    }
    return counts;
  });
  const sum = (field: keyof Omit<CountyCounts, 'county'>): number => counted.reduce((all, one) => all + one[field], 0);
  return {
    households: sum('households'),
    withinRangeNow: sum('withinRangeNow'),
    withinRangeThen: sum('withinRangeThen'),
    entering: sum('entering'),
    leaving: sum('leaving'),
    byCounty: counted,
    floorViolation: floorViolation(province, proposal.perCapitaIncome, request.on),
  };
}

function readPlace({ tree, provinces }: SimulationParts, { province, region }: SimulationRequest) {
  const found = configurationKeyOf(province) === province ? provinces.served(province) : null;
  if (found === null) throw wrong('province', `${province} is the code of no province that is served`);
  const place = region ?? (province === CORPS ? CORPS_LIES_IN : province);
  if (!tree.has(place)) throw wrong('region', `${place} is the code of no region`);
  if (region !== null && configurationKeyOf(region) !== province)
    throw wrong('region', `${region} does not lie in ${province}`);
  return { province: found, place };
}

function readProposal({ perCapitaIncomeLine, parameters }: SimulationRequest): LineProposal {
  const { windowMonths = null, ...unknown } = parameters ?? {};
  const [name] = Object.keys(unknown);
  if (name !== undefined)
    throw wrong('parameters', `${JSON.stringify(name)} cannot be simulated; expected windowMonths`);
  if (windowMonths !== null && !isMonths(windowMonths))
    throw wrong('parameters', `windowMonths is a whole number from 1 to ${LONGEST_MONTHS}`);
  if (perCapitaIncomeLine !== null && perCapitaIncomeLine < 0)
    throw wrong('perCapitaIncomeLine', 'a line is not negative');
  return { perCapitaIncome: perCapitaIncomeLine, windowMonths };
}

function isMonths(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= LONGEST_MONTHS;
}

function linesOf(
  tree: RegionTree,
  { code, config }: LoadedProvince,
  place: RegionCode,
  proposal: LineProposal,
  { on }: SimulationRequest,
): CountyLines[] {
  const proposed = withProposedLine(config, proposal, on, countyOf(place));
  return tree
    .countiesUnder(place)
    .filter((county) => configurationKeyOf(county) === code)
    .map((county) => {
      const [now, then] = [resolveLine(config, on, county), resolveLine(proposed, on, county)];
      return {
        county,
        nowLine: now?.perCapitaIncome ?? null,
        nowMonths: now?.windowMonths ?? ORDINARY_MONTHS,
        thenLine: then?.perCapitaIncome ?? null,
        thenMonths: then?.windowMonths ?? ORDINARY_MONTHS,
      };
    });
}

function wrong(field: string, message: string): ApiError {
  return new ApiError('BAD_USER_INPUT', message, { path: ['input', field] });
}
