import { uuidv7 } from 'uuidv7';
import { checkHazard, checkScreeningDay } from '../../domain/hazard/check-hazard.js';
import type { HazardKind } from '../../domain/hazard/hazard-kind.js';
import { hazardRulesFor } from '../../domain/hazard/single-out.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { COUNTY_DIGITS, type RegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import type { Severity } from '../../domain/risk/finding.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Database } from '../../platform/database/database.js';
import { regionScope } from '../../platform/database/scope.js';
import { fromGlobalId } from '../../platform/graphql/global-id.js';
import { type AccessService, Reach } from '../access/index.js';
import { appendToOwnChain } from '../audit/index.js';
import { type Changed, type ChangeService, notFound } from '../change/index.js';
import type { ProvinceService } from '../province/index.js';
import type { RegionTree } from '../region/index.js';
import { countHouseholds } from '../screening/index.js';
import { findHazards, type HazardRow, insertHazard } from './hazard.repository.js';
import { countiesOf, type HazardScreening } from './hazard-screening.service.js';
import { insertJob } from './screening-job.repository.js';

/** 报告风险事件 · What `reportHazard` is asked with. */
export interface HazardTold {
  readonly idempotencyKey?: string | null;
  readonly kind: HazardKind;
  readonly regions: readonly RegionCode[];
  readonly occurredOn: CalendarDate;
  readonly severity: Severity;
  readonly description: string;
}

/** 筛查风险事件 · What `screenHazard` is asked with. */
export interface HazardToScreen {
  readonly idempotencyKey?: string | null;
  readonly hazardId: string;
  readonly on: CalendarDate;
}

/** 风险事件服务所需 · What it stands on. */
export interface HazardServiceParts {
  readonly database: Database;
  readonly access: AccessService;
  readonly changes: ChangeService;
  readonly cipher: FieldCipher;
  readonly provinces: Pick<ProvinceService, 'rulesOn'>;
  readonly tree: RegionTree;
}

/** 事件所在 · The hazard that a mutation answers. */
export type HazardIds = Record<'county' | 'hazard', string>;

const REPORT = 'Mutation.reportHazard';
const SCREEN = 'Mutation.screenHazard';
const UUID_LENGTH = 36;
/** Households that are screened while the caller waits; more are by the server's round, a few seconds later. */
const WHILE_WAITING = 2_000;

/**
 * 风险事件服务 · Takes in hazards, and has the households of their regions screened.
 *
 * @article 2.3
 */
export class HazardService {
  constructor(
    private readonly parts: HazardServiceParts,
    private readonly screening: HazardScreening,
  ) {}

  /** 报告风险事件 · Enters a hazard of any kind over any regions of the caller's, with its audit event. */
  async report(caller: Caller, input: HazardTold): Promise<Changed<HazardIds>> {
    const { access, changes, tree } = this.parts;
    const reach = await access.reach(caller, REPORT);
    const { regions, kind, occurredOn, severity } = input;
    const refusals = [
      ...checkHazard(input, caller.today),
      ...regions.flatMap((code, at) => regionFault(tree, reach, code, at)),
    ];
    const [first] = regions;
    if (refusals.length > 0 || first === undefined) return { done: null, refusals };
    const ids = { county: first.slice(0, COUNTY_DIGITS), hazard: uuidv7() };
    const { id, row } = this.rowOf(caller, input, ids);
    const change = { hazard: id, kind, regions, occurredOn, severity, sealed: ['description'] };
    const record = { action: 'reportHazard', occurredOn, change, role: reach.roleFor(first) };
    const request = {
      caller,
      operation: REPORT,
      input,
      county: ids.county,
      ids,
      reach: this.officeOf(reach, ids.county),
    };
    return changes.make(request, async (tx) => {
      await appendToOwnChain(tx, caller, { kind: 'Hazards', code: ids.county, regionCode: first, record });
      await insertHazard(tx, row);
    });
  }

  /**
   * 筛查风险事件 · Asks for the households of a hazard's regions to be screened as of a day. Few are screened before it answers,
   * many by the server's round. Asked for the same day again, it goes on with what is left and begins nothing anew.
   */
  async screen(caller: Caller, input: HazardToScreen): Promise<Changed<HazardIds>> {
    const { access, changes, database } = this.parts;
    const reach = await access.reach(caller, SCREEN);
    const id = hazardId(input.hazardId);
    const [hazard] = id === null ? [] : await database.read(reach.scope, (tx) => findHazards(tx, reach, [id]));
    if (hazard === undefined) return { done: null, refusals: [notFound('hazardId')] };
    const refusals = [
      ...this.checkScreening(reach, hazard, input.on),
      ...checkScreeningDay(input.on, hazard.occurredOn, caller.today),
    ];
    if (refusals.length > 0) return { done: null, refusals };
    const households = await this.householdsOf(hazard);
    const { countyCode: county, regionCode } = hazard;
    const ids = { county, hazard: hazard.rowId };
    const role = reach.roleFor(regionCode);
    const change = { hazard: hazard.rowId, on: input.on, households };
    const record = { action: 'screenHazard', occurredOn: input.on, change, role };
    const request = { caller, operation: SCREEN, input, county, ids, reach: this.officeOf(reach, county) };
    const changed = await changes.make(request, async (tx) => {
      const isNew = await insertJob(tx, {
        id: uuidv7(),
        hazardId: hazard.rowId,
        hazardCounty: county,
        onDay: input.on,
        households,
        requestedBy: caller.principal?.subject ?? '',
        requestedAs: role,
        requestId: caller.requestId,
        requestedAt: caller.now.toISOString(),
      });
      if (isNew) await appendToOwnChain(tx, caller, { kind: 'Hazards', code: county, regionCode, record });
    });
    if (changed.done !== null && households <= WHILE_WAITING)
      await this.screening.goOn(() => ({ now: caller.now, today: caller.today }), hazard.rowId);
    return changed;
  }

  /** The chain of hazards is the county's, or that of the region above it; a township writes into it too. */
  private officeOf({ grants }: Reach, county: string): Reach {
    return new Reach(this.parts.tree, regionScope([county as RegionCode]), grants);
  }

  private checkScreening(reach: Reach, hazard: HazardRow, on: CalendarDate): Refusal[] {
    const beyond = hazard.regions.find((region) => !reach.covers(region));
    if (beyond !== undefined) {
      const message = `the hazard struck ${beyond} too, which is not yours: the level above screens it, or report the part that is yours as a hazard of its own`;
      return [refuse('WRONG_LEVEL', message, ['hazardId'], '5.1')];
    }
    const silent = hazard.regions.find(
      (region) => hazardRulesFor(this.parts.provinces.rulesOn(region, on), hazard).length === 0,
    );
    if (silent === undefined) return [];
    const message = `the province of ${silent} has no rule that says whom a hazard of ${hazard.kind} of severity ${hazard.severity} singles out`;
    return [refuse('INVALID_STATE', message, ['hazardId'], '2.3')];
  }

  private async householdsOf({ regions, prefixes }: HazardRow): Promise<number> {
    const scope = regionScope(regions);
    const counts = await this.parts.database.read(scope, (tx) =>
      Promise.all(prefixes.map((prefix) => countHouseholds(tx, scope, countiesOf(this.parts.tree, [prefix]), prefix))),
    );
    return counts.flat().reduce((sum, { households }) => sum + households, 0);
  }

  private rowOf(caller: Caller, told: HazardTold, { county, hazard: id }: HazardIds) {
    const { regions, kind, occurredOn, severity, description } = told;
    const place = { table: 'hazard_event', column: 'description_sealed', rowId: id };
    const row = {
      countyCode: county,
      id,
      regionCode: regions[0]!,
      regions: [...regions],
      prefixes: regions.map(subtreePrefix),
      kind,
      occurredOn,
      severity,
      descriptionSealed: this.parts.cipher.seal(description.trim(), place),
      reportedBy: caller.principal?.subject ?? '',
      createdAt: caller.now.toISOString(),
    };
    return { id, row };
  }
}

function regionFault(tree: RegionTree, reach: Reach, region: RegionCode, at: number): Refusal[] {
  const path = ['regions', String(at)];
  if (!tree.has(region)) return [refuse('BAD_VALUE', `The division list has no region ${region}.`, path)];
  return reach.covers(region) ? [] : [notFound(...path)];
}

/** 读风险事件标识 · Reads the global id of a hazard; null for anything else. @article none — technical */
export function hazardId(globalId: string): string | null {
  const parts = fromGlobalId(globalId);
  return parts?.type === 'HazardEvent' && parts.id.length === UUID_LENGTH ? parts.id : null;
}
