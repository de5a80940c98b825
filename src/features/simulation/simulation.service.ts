import { judgementsFor } from '../../domain/judgement/judgement.js';
import type { Judges } from '../../domain/judgement/judges.js';
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
import { resolveRules } from '../../domain/province/resolve-rules.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Database, Transaction } from '../../platform/database/database.js';
import { type DatabaseScope, regionScope } from '../../platform/database/scope.js';
import { ApiError } from '../../platform/errors/api-error.js';
import type { AccessService } from '../access/index.js';
import type { HouseholdService } from '../household/index.js';
import type { ProvinceService } from '../province/index.js';
import type { RegionTree } from '../region/index.js';
import { type CountyRulesPair, FunctionCount, type FunctionUse, sumUses } from './count-by-functions.js';
import { floorViolation, withProposedLine, withProposedParameters } from './proposed-line.js';
import { type Proposal, readProposal, wrong } from './read-proposal.js';
import {
  type CountyCounts,
  type CountyLines,
  countRegistered,
  countWithinRange,
  groupInMemory,
  pageOfIds,
} from './simulation.repository.js';

/** 测算所需 · What the dry run stands on. @article none — technical */
export interface SimulationParts {
  readonly database: Database;
  readonly tree: RegionTree;
  readonly provinces: Pick<ProvinceService, 'served'>;
  readonly households: Pick<HouseholdService, 'factsOf'>;
  readonly judgements: Pick<Judges, 'range'>;
}

/** 测算请求 · Which rules would be others, where and on which day. @article 2.2 */
export interface SimulationRequest {
  readonly province: RegionCode;
  readonly on: CalendarDate;
  readonly perCapitaIncomeLine: Fen | null;
  /** Where it is counted; the whole province where null. A county and below would get the line as its own. */
  readonly region: RegionCode | null;
  /** Other values that would be others: `windowMonths`, `timesRuralAllowance`, `judgements`. */
  readonly parameters: Readonly<Record<string, unknown>> | null;
}

/** 测算结果 · How many households lie within the range as the rules are, and as they would be. @article 2.2 */
export interface RuleSimulationResult extends Omit<CountyCounts, 'county'> {
  readonly byCounty: readonly CountyCounts[];
  readonly floorViolation: string | null;
  /** The functions that had a say, now or then; empty where data alone decided. */
  readonly functions: readonly FunctionUse[];
}

/** 进度 · Told after each batch: counties that one statement counted, or households that a function was asked of. */
export type SimulationProgress = (done: number, total: number, unit: 'counties' | 'households') => void;

const OPERATION = 'Query.simulateRules';
/** Counties of one statement: some hundred thousand households at most. */
const COUNTIES_AT_ONCE = 8;
const HOUSEHOLDS_AT_ONCE = 1_000;
/** Households that may go by a function while somebody waits for an answer over the net. */
const MOST_OVER_THE_NET = 100_000;
const ORDINARY_MONTHS = 12;
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
   * @throws ApiError BAD_USER_INPUT for what is no province, region or parameter of it, and for more households than may be
   *   asked of a function here, FORBIDDEN out of the reach, PROVINCE_CONFIG_INVALID where the province's module was refused
   */
  async simulate(caller: Caller, request: SimulationRequest): Promise<RuleSimulationResult> {
    const reach = await this.parts.access.reach(caller, OPERATION);
    const within = request.region ?? request.province;
    const place = request.province === CORPS && request.region === null ? CORPS_LIES_IN : within;
    if (!reach.covers(place)) throw new ApiError('FORBIDDEN', 'The region is not one of the token’s.');
    return simulateRules(this.parts, reach.scope, request, undefined, MOST_OVER_THE_NET);
  }
}

/**
 * 测算 · Counts now and then in one read-only transaction that sees one state of the register: counties where data decides by
 * one statement a batch, counties where a function has a say household by household.
 *
 * @param scope  what the transaction may see; the region itself where null, for provincial IT at the database
 * @param onProgress  told after each batch
 * @param mostJudged  households that may be asked of a function; more are refused before any is
 * @throws ApiError BAD_USER_INPUT for what is no province, region or parameter of it
 * @article 2.2
 */
export async function simulateRules(
  parts: SimulationParts,
  scope: DatabaseScope | null,
  request: SimulationRequest,
  onProgress: SimulationProgress = () => undefined,
  mostJudged = Number.POSITIVE_INFINITY,
): Promise<RuleSimulationResult> {
  const { on, perCapitaIncomeLine, parameters } = request;
  const { province, place } = readPlace(parts, request);
  const proposal = readProposal(perCapitaIncomeLine, parameters, province.config);
  const rules = rulesOfCounties(parts.tree, province, place, proposal, on);
  const byFunction = rules.filter((pair) => [pair.now, pair.proposed].some(hasFunction));
  const lines = rules.filter((pair) => !byFunction.includes(pair)).map(linesOf);
  const seen = scope ?? regionScope([place]);
  const prefix = subtreePrefix(place);
  const uses: FunctionUse[] = [];
  const counted = await parts.database.read(seen, async (tx) => {
    await groupInMemory(tx);
    const counts: CountyCounts[] = [];
    for (let at = 0; at < lines.length; at += COUNTIES_AT_ONCE) {
      const batch = lines.slice(at, at + COUNTIES_AT_ONCE);
      counts.push(...(await countWithinRange(tx, seen, batch, prefix, on)));
      onProgress(Math.min(at + COUNTIES_AT_ONCE, lines.length), lines.length, 'counties');
    }
    const total = await countRegistered(
      tx,
      seen,
      byFunction.map(({ county }) => county),
      prefix,
    );
    if (total > mostJudged)
      throw wrong(
        'region',
        `${total} households would have to be asked of a function of the province, and ${mostJudged} may be here: name a smaller region, or ask the command`,
      );
    let done = 0;
    for (const pair of byFunction) {
      const count = new FunctionCount(pair, parts.judgements, on);
      for await (const ids of idsOf(tx, seen, pair.county, prefix)) {
        await count.add([...(await parts.households.factsOf(tx, pair.county, ids)).values()]);
        done += ids.length;
        onProgress(done, total, 'households');
      }
      const { counts: ofCounty, uses: used } = count.result();
      if (ofCounty.households > 0) counts.push(ofCounty);
      uses.push(...used);
    }
    return counts.sort((a, b) => (a.county < b.county ? -1 : 1));
  });
  const sum = (field: keyof Omit<CountyCounts, 'county'>): number => counted.reduce((all, one) => all + one[field], 0);
  return {
    households: sum('households'),
    withinRangeNow: sum('withinRangeNow'),
    withinRangeThen: sum('withinRangeThen'),
    entering: sum('entering'),
    leaving: sum('leaving'),
    byCounty: counted,
    floorViolation: floorViolation(province, proposal.perCapitaIncome, on),
    functions: sumUses(uses),
  };
}

async function* idsOf(
  tx: Transaction,
  scope: DatabaseScope,
  county: string,
  prefix: string,
): AsyncGenerator<readonly string[]> {
  for (let last: string | null = null; ; ) {
    const ids: string[] = await pageOfIds(tx, scope, county, prefix, last, HOUSEHOLDS_AT_ONCE);
    if (ids.length > 0) yield ids;
    if (ids.length < HOUSEHOLDS_AT_ONCE) return;
    last = ids.at(-1) ?? null;
  }
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

function rulesOfCounties(
  tree: RegionTree,
  province: LoadedProvince,
  place: RegionCode,
  proposal: Proposal,
  on: CalendarDate,
): CountyRulesPair[] {
  const { config } = province;
  const withLine = withProposedLine(config, proposal, on, countyOf(place));
  const proposed = { ...province, config: withProposedParameters(withLine, proposal.judgements) };
  return tree
    .countiesUnder(place)
    .filter((county) => configurationKeyOf(county) === province.code)
    .map((county) => {
      const now = resolveRules(province, on, county);
      return { county, now, proposed: proposed.config === config ? now : resolveRules(proposed, on, county) };
    });
}

function hasFunction(rules: CountyRulesPair['now']): boolean {
  return judgementsFor(rules, 'RANGE').length > 0;
}

function linesOf({ county, now, proposed }: CountyRulesPair): CountyLines {
  return {
    county,
    nowLine: now.line?.perCapitaIncome ?? null,
    nowMonths: now.line?.windowMonths ?? ORDINARY_MONTHS,
    thenLine: proposed.line?.perCapitaIncome ?? null,
    thenMonths: proposed.line?.windowMonths ?? ORDINARY_MONTHS,
  };
}
