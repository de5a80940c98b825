import { uuidv7 } from 'uuidv7';
import { WITHHELD } from '../../domain/jurisdiction/personal-data.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { countyOf, isWithin, levelOf, NATION, type RegionCode } from '../../domain/kernel/region-code.js';
import type { Refusal } from '../../domain/kernel/verdict.js';
import { ruledSince } from '../../domain/province/rule-entry.js';
import { checkStudy, type StudyDuty, studyDuty } from '../../domain/regional-risk/risk-study.js';
import type { Department } from '../../domain/support/policy-instrument.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { CursorSeal } from '../../platform/crypto/cursor-seal.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Database } from '../../platform/database/database.js';
import type { Row } from '../../platform/database/read-rows.js';
import { type Selection, selects } from '../../platform/database/selection.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { fromGlobalId } from '../../platform/graphql/global-id.js';
import { cursorOwner, pageRequest, selectedNodes, toConnection } from '../../platform/graphql/paging.js';
import type { ForwardPagingArgs } from '../../platform/graphql/paging-args.js';
import { type AccessService, findInReach, type Reach } from '../access/index.js';
import { appendAudit } from '../audit/index.js';
import { type Changed, type ChangeService, notFound } from '../change/index.js';
import type { ProvinceService } from '../province/index.js';
import type { RegionTree } from '../region/index.js';
import { officesWithin } from './offices-within.js';
import { insertStudy, lastStudies, NEWEST_STUDY, studiesInReach, studiesWithin } from './study.repository.js';
import type { WarningReader } from './warning-reader.service.js';

/** 登记研判 · What `recordRiskStudy` is asked with. */
export interface StudyToRecord {
  readonly idempotencyKey?: string | null;
  readonly region: RegionCode;
  readonly heldOn: CalendarDate;
  readonly departments: readonly Department[];
  readonly conclusion: string;
  readonly warningIds?: readonly string[] | null;
}

/** 一地研判义务 · A region and its duty. */
export interface RegionStudyDuty extends StudyDuty {
  readonly regionCode: RegionCode;
}

/** 研判服务所需 · What it stands on. */
export interface StudyServiceParts {
  readonly database: Database;
  readonly access: AccessService;
  readonly changes: Pick<ChangeService, 'make'>;
  readonly cipher: FieldCipher;
  readonly cursorSeal: CursorSeal;
  readonly provinces: Pick<ProvinceService, 'find' | 'rulesOn'>;
  readonly tree: RegionTree;
  readonly warnings: WarningReader;
}

/** 研判结论 · The sealed conclusion of a study. */
export interface StudyConclusion {
  readonly rowId: string;
  readonly regionCode: RegionCode;
  readonly conclusionSealed: string;
}

const RECORD = 'Mutation.recordRiskStudy';

/**
 * 研判服务 · Records joint studies of regional risk, reads them, and names the regions that missed one (R27).
 *
 * @article 5.2
 */
export class StudyService {
  constructor(private readonly parts: StudyServiceParts) {}

  /** 登记研判 · Records a study that was held. */
  async record(caller: Caller, input: StudyToRecord): Promise<Changed<{ county: string; study: string }>> {
    const reach = await this.parts.access.reach(caller, RECORD);
    const { region, heldOn, departments, conclusion } = input;
    const warnings = [...new Set(input.warningIds ?? [])];
    const refusals = checkStudy({ region, heldOn, departments, conclusion, warnings: warnings.length }, caller.today);
    if (!this.parts.tree.has(region) || !reach.covers(region)) refusals.unshift(notFound('region'));
    if (refusals.length === 0) refusals.push(...(await this.warningFaults(caller, region, warnings)));
    if (refusals.length > 0) return { done: null, refusals };
    const county = region.slice(0, 6);
    const ids = { county, study: uuidv7() };
    return this.parts.changes.make({ caller, operation: RECORD, input, county, ids, reach }, async (tx) => {
      const place = { countyCode: county, regionCode: region };
      const chain = {
        ...place,
        householdId: null,
        subjectType: 'RiskStudy' as const,
        subjectId: ids.study,
        sequence: 0,
        hash: null,
      };
      const change = { region, departments, warnings, sealed: ['conclusion'] };
      const event = { action: 'recordRiskStudy', occurredOn: heldOn, change, role: reach.roleFor(region) };
      const { head, written } = appendAudit(tx, chain, caller, event);
      const sealed = { table: 'risk_study', column: 'conclusion_sealed', rowId: ids.study };
      const conclusionSealed = this.parts.cipher.seal(conclusion, sealed);
      const said = { heldOn, departments: [...departments], warnings, conclusionSealed };
      const recordedBy = caller.principal?.subject ?? '';
      const row = { ...place, id: ids.study, ...said, recordedBy, ...head, createdAt: caller.now.toISOString() };
      await Promise.all([written, insertStudy(tx, row)]);
    });
  }

  /** 按标识查找 · Studies of one county, or region above it, by id; those out of the reach are left out. */
  async find(caller: Caller, county: string, ids: readonly string[], selection: Selection): Promise<Row[]> {
    const reach = await this.parts.access.reach(caller, 'Query.riskStudies');
    return findInReach(this.parts.database, reach, studiesInReach, { county, ids, selection });
  }

  /** 一页研判 · A page of studies of a region and all below it, the newest first. */
  async page(
    caller: Caller,
    region: RegionCode | null,
    paging: ForwardPagingArgs,
    asked: Selection,
  ): Promise<Connection<Row>> {
    const { access, cursorSeal, database } = this.parts;
    const reach = await access.reach(caller, 'Query.riskStudies');
    const owner = cursorOwner(caller.principal?.subject ?? '', 'riskStudies', region);
    const filter = { counties: officesWithin(reach, region), where: studiesWithin(region) };
    const request = pageRequest(paging, cursorSeal, owner);
    const wanted = { nodes: selectedNodes(asked), order: NEWEST_STUDY, request, total: selects(asked, 'totalCount') };
    const { page, total } = await database.readAtOnce(reach.scope, (tx) =>
      studiesInReach.page(tx, reach, filter, wanted),
    );
    return toConnection(page, cursorSeal, owner, total);
  }

  /** 研判结论 · The conclusion, to those who read words of regions; withheld from others. */
  conclusion(caller: Caller, { rowId, regionCode, conclusionSealed }: StudyConclusion): string {
    if (!this.parts.access.readsRegionalWords(caller, regionCode)) return WITHHELD;
    return this.parts.cipher.open(conclusionSealed, { table: 'risk_study', column: 'conclusion_sealed', rowId });
  }

  /** 涉及预警 · The warnings that a study looked at, those out of the caller's reach left out. */
  warningsOf(caller: Caller, globalIds: readonly string[], selection: Selection): Promise<Row[]> {
    return this.parts.warnings.byGlobalId(caller, globalIds, selection);
  }

  /**
   * R27 研判义务 · Of each county, city and province within a region, in the caller's reach, when its study is due and whether it was
   * missed on a day; those that missed one first.
   *
   * @article 5.2
   */
  async duties(caller: Caller, region: RegionCode, on: CalendarDate, missedOnly: boolean): Promise<RegionStudyDuty[]> {
    const reach = await this.parts.access.reach(caller, 'Query.riskStudyDuties');
    const regions = officesWithin(reach, region).filter((code) => this.holdsStudies(reach, code as RegionCode, region));
    const held = await this.parts.database.readAtOnce(reach.scope, (tx) => lastStudies(tx, reach, regions, on));
    const last = new Map(held.map((one) => [one.region, one.heldOn]));
    const duties = regions.map((code) => this.duty(code as RegionCode, last.get(code) ?? null, on));
    return duties
      .filter(({ missed }) => missed || !missedOnly)
      .sort((a, b) => Number(b.missed) - Number(a.missed) || (a.regionCode < b.regionCode ? -1 : 1));
  }

  private holdsStudies(reach: Reach, code: RegionCode, region: RegionCode): boolean {
    return code !== NATION && isWithin(code, region) && reach.covers(code) && levelOf(code) !== 'TOWNSHIP';
  }

  private duty(regionCode: RegionCode, lastHeldOn: CalendarDate | null, on: CalendarDate): RegionStudyDuty {
    const { provinces } = this.parts;
    const months = provinces.rulesOn(regionCode, on).riskStudyMonths?.value ?? null;
    const entries = provinces.find(regionCode)?.config.riskStudyMonths ?? [];
    const since = ruledSince(entries, countyOf(regionCode)) ?? on;
    return { regionCode, ...studyDuty(lastHeldOn, months, since, on) };
  }

  private async warningFaults(caller: Caller, region: RegionCode, globalIds: readonly string[]): Promise<Refusal[]> {
    const found = await this.parts.warnings.byGlobalId(caller, globalIds, []);
    const known = new Set(
      found.filter((row) => isWithin(row['regionCode'] as RegionCode, region)).map((row) => row['rowId']),
    );
    return globalIds.flatMap((id, index) =>
      known.has(fromGlobalId(id)?.id) ? [] : [notFound('warningIds', String(index))],
    );
  }
}
