import type { HouseholdFacts } from '../../domain/household/household-facts.js';
import type { Judges } from '../../domain/judgement/judges.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { ProvinceRules } from '../../domain/province/province-rules.js';
import { assessHousehold, type HouseholdAssessment } from '../../domain/risk/assess-household.js';
import type { Database } from '../../platform/database/database.js';
import type { Row } from '../../platform/database/read-rows.js';
import type { Selection } from '../../platform/database/selection.js';
import { ApiError } from '../../platform/errors/api-error.js';
import type { GlobalIdParts } from '../../platform/graphql/global-id.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { requestLoader } from '../../platform/graphql/request-loader.js';
import type { AccessService } from '../access/index.js';
import type { HouseholdService, RulesSource } from '../household/index.js';

/** 评估服务所需 · What it stands on. */
export interface AssessmentParts {
  readonly database: Database;
  readonly access: AccessService;
  readonly households: Pick<HouseholdService, 'factsOf' | 'find'>;
  readonly provinces: RulesSource;
  readonly judgements: Pick<Judges, 'range'>;
}

/** 已评估农户 · An assessment, whose it is, and the rules that it was made by. @article 2.1 */
export interface AssessedHousehold {
  readonly place: GlobalIdParts;
  readonly assessment: HouseholdAssessment;
  readonly rules: ProvinceRules;
}

const OPERATION = 'Query.assess';

/**
 * 监测评估 · Runs the rules of a day on households within the caller's reach, and writes nothing.
 *
 * Households that are assessed side by side are read in one statement a county, whatever their days.
 *
 * @article 2.1
 */
export class AssessmentService {
  constructor(private readonly parts: AssessmentParts) {}

  /**
   * 评估农户 · Assesses one household under the rules of its region on a day.
   *
   * @param place  of its global id; null, another type and a household out of the reach are all no household
   * @throws ApiError BAD_USER_INPUT where there is no such household, PROVINCE_CONFIG_INVALID where the province's module was
   *   refused, FORBIDDEN for roles that may not assess
   */
  async assess(context: RequestContext, place: GlobalIdParts | null, on: CalendarDate): Promise<AssessedHousehold> {
    const facts = place?.type === 'Household' ? await this.factsOf(context, place) : null;
    if (place === null || facts === null) throw notThere();
    const rules = this.parts.provinces.rulesOn(facts.regionCode as RegionCode, on);
    const [judged = []] = await this.parts.judgements.range(rules, [facts], on);
    return { place, assessment: assessHousehold(facts, rules, on, judged), rules };
  }

  /**
   * 所评农户 · The household behind an assessment, with what was asked for of it.
   *
   * @param position  where in the answer it was asked for: the same there is the same selection
   */
  async household(context: RequestContext, place: GlobalIdParts, selection: Selection, position: string): Promise<Row> {
    const read = (county: string, ids: readonly string[]) =>
      this.parts.households.find(context, county, ids, selection);
    const loader = requestLoader<Row>(context, `assessed household at ${position}`, async (keys) => {
      const rows = await Promise.all([...byCounty(keys)].map(([county, ids]) => read(county, ids)));
      return new Map(rows.flat().map((row) => [`${String(row['countyCode'])}/${String(row['rowId'])}`, row]));
    });
    const row = await loader.load(keyOf(place));
    if (row === null) throw notThere();
    return row;
  }

  private async factsOf(context: RequestContext, place: GlobalIdParts): Promise<HouseholdFacts | null> {
    const loader = requestLoader<HouseholdFacts>(context, 'household facts', (keys) => this.readFacts(context, keys));
    const key = keyOf(place);
    const facts = await loader.load(key);
    // A later mutation of the same request may change them.
    loader.clear(key);
    return facts;
  }

  private async readFacts(context: RequestContext, keys: readonly string[]): Promise<Map<string, HouseholdFacts>> {
    const { database, access, households } = this.parts;
    const reach = await access.reach(context, OPERATION);
    const wanted = [...byCounty(keys)].filter(([county]) => reach.county(county) !== null);
    if (wanted.length === 0) return new Map();
    const found = await database.read(reach.scope, (tx) =>
      Promise.all(wanted.map(async ([county, ids]) => [county, await households.factsOf(tx, county, ids)] as const)),
    );
    return new Map(
      found.flatMap(([county, byId]) =>
        [...byId]
          .filter(([id, { regionCode }]) => reach.coversHousehold(regionCode as RegionCode, id))
          .map(([id, facts]) => [`${county}/${id}`, facts] as const),
      ),
    );
  }
}

function notThere(): ApiError {
  return new ApiError('BAD_USER_INPUT', 'There is no such object in your region.', { path: ['householdId'] });
}

function keyOf({ county, id }: GlobalIdParts): string {
  return `${county}/${id}`;
}

function byCounty(keys: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const key of keys) {
    const [county = '', id = ''] = key.split('/');
    groups.set(county, [...(groups.get(county) ?? []), id]);
  }
  return groups;
}
