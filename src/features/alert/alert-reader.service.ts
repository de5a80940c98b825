import { WITHHELD } from '../../domain/jurisdiction/personal-data.js';
import type { Role } from '../../domain/jurisdiction/role.js';
import { READERS } from '../../domain/jurisdiction/role-groups.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { CursorSeal } from '../../platform/crypto/cursor-seal.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Database } from '../../platform/database/database.js';
import type { Page } from '../../platform/database/page.js';
import type { PageRow, Row } from '../../platform/database/read-rows.js';
import { type Selection, selects } from '../../platform/database/selection.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { limitFilter } from '../../platform/graphql/filter-limits.js';
import { cursorOwner, pageRequest, pageSize, selectedNodes, toConnection } from '../../platform/graphql/paging.js';
import type { ForwardPagingArgs, PagingArgs } from '../../platform/graphql/paging-args.js';
import type { AccessService, Reach } from '../access/index.js';
import type { HouseholdObject } from '../household/index.js';
import { alertsInReach, alertsOfHousehold, alertsWhere, findAlerts } from './alert.repository.js';
import { type AlertFilterValues, alertOrder } from './alert-filter.repository.js';
import type { AlertObject } from './alert-object.js';
import type { AlertPlace } from './alert-row.repository.js';
import { countiesOfMoved, movedAlerts } from './move-alert.repository.js';

/** 预警查询所需 · What it stands on. */
export interface AlertReaderParts {
  readonly database: Database;
  readonly access: AccessService;
  readonly cipher: FieldCipher;
  readonly cursorSeal: CursorSeal;
}

/** 预读的预警 · One more than the page, and how many there are in all where it was asked for. */
export interface AlertsAhead {
  readonly alerts: readonly AlertObject[];
  readonly total: number;
}

const READ = 'Query.departmentAlerts';
const SENDER: readonly Role[] = ['DEPARTMENT_CLIENT'];

/**
 * 预警查询 · Reads alerts: an office those of its region, a department's system its own.
 *
 * @article 3.1, 5.1
 */
export class AlertReader {
  constructor(private readonly parts: AlertReaderParts) {}

  /** 按标识查找 · Alerts of one county by id; those that the caller may not see are left out. */
  async find(
    caller: Caller,
    county: string,
    ids: readonly string[],
    selection: Selection,
    operation = READ,
  ): Promise<Row[]> {
    const reach = await this.reachOf(caller, operation);
    if (ids.length === 0) return [];
    const here = await this.findIn(caller, reach, county, ids, selection);
    if (here.length === ids.length) return here;
    const known = new Set(here.map((row) => row['rowId']));
    const rest = ids.filter((id) => !known.has(id));
    const moved = await this.parts.database.read(reach.scope, (tx) => movedAlerts(tx, rest));
    const counties = new Set([...moved.values()].map((place) => place.county));
    const there = [...counties].map((other) => {
      const own = rest.filter((id) => moved.get(id)?.county === other);
      return this.findIn(caller, reach, other, own, selection);
    });
    return [...here, ...(await Promise.all(there)).flat()];
  }

  private async findIn(
    caller: Caller,
    reach: Reach,
    county: string,
    ids: readonly string[],
    selection: Selection,
  ): Promise<Row[]> {
    if (reach.county(county) === null) return [];
    return this.parts.database.readAtOnce(reach.scope, (tx) =>
      findAlerts(tx, reach, departmentOf(caller), selection, county, ids),
    );
  }

  /** A department's system reads what came of its alerts wherever they were moved; nobody else reaches further for them. */
  private async reachOf(caller: Caller, operation: string): Promise<Reach> {
    const reach = await this.parts.access.reach(caller, operation);
    const department = departmentOf(caller);
    const { grants = [] } = caller.principal ?? {};
    if (department === null || grants.some(({ role }) => !SENDER.includes(role))) return reach;
    const regions = reach.grants.map(({ region }) => region);
    const counties = await this.parts.database.read(reach.scope, (tx) => countiesOfMoved(tx, regions, department));
    return counties.reduce((wider, county) => wider.withCounty(county), reach);
  }

  /** 按所在查找 · Alerts of several counties, in the order of their places. */
  async findAll(
    caller: Caller,
    places: readonly AlertPlace[],
    selection: Selection,
    operation: string,
  ): Promise<Row[]> {
    const counties = new Map<string, string[]>();
    for (const { county, id } of places) counties.set(county, [...(counties.get(county) ?? []), id]);
    const found = new Map<unknown, Row>();
    for (const [county, ids] of counties)
      for (const row of await this.find(caller, county, ids, selection, operation)) found.set(row['rowId'], row);
    return places.flatMap(({ id }): Row[] => {
      const row = found.get(id);
      return row === undefined ? [] : [row];
    });
  }

  /**
   * 一页预警 · A page of alerts, the newest day first; the count is read only when `totalCount` was asked for.
   *
   * @throws ApiError BAD_USER_INPUT for filters and sizes out of bounds, INVALID_CURSOR for a cursor of another list
   */
  async page(
    caller: Caller,
    where: AlertFilterValues | null,
    paging: PagingArgs,
    asked: Selection,
  ): Promise<Connection<Row>> {
    limitFilter(where);
    const { cursorSeal, database } = this.parts;
    const reach = await this.reachOf(caller, READ);
    const owner = cursorOwner(caller.principal?.subject ?? '', 'alerts', where);
    const wanted = {
      nodes: selectedNodes(asked),
      order: alertOrder(),
      request: pageRequest(paging, cursorSeal, owner),
      total: selects(asked, 'totalCount'),
    };
    const filter = alertsWhere(reach, departmentOf(caller), where ?? {}, caller.today);
    const { page, total } = await database.readAtOnce(reach.scope, (tx) =>
      alertsInReach.page(tx, reach, filter, wanted),
    );
    return toConnection(page, cursorSeal, owner, total);
  }

  /** 农户的预警 · A page of a household's alerts. @param ahead  what was read with the household; absent past a cursor */
  async pageOfHousehold(
    caller: Caller,
    household: Pick<HouseholdObject, 'countyCode' | 'rowId'>,
    paging: ForwardPagingArgs,
    asked: Selection,
    ahead?: AlertsAhead,
  ): Promise<Connection<Row>> {
    const { access, cursorSeal, database } = this.parts;
    const owner = cursorOwner(caller.principal?.subject ?? '', 'household alerts', household.rowId);
    const reach = await access.reach(caller, 'Household.departmentAlerts');
    if (ahead !== undefined) return toConnection(firstPage(ahead.alerts, paging), cursorSeal, owner, ahead.total);
    const wanted = {
      nodes: selectedNodes(asked),
      order: alertOrder(),
      request: pageRequest(paging, cursorSeal, owner),
      total: selects(asked, 'totalCount'),
    };
    const filter = alertsOfHousehold(household.countyCode, household.rowId);
    const { page, total } = await database.readAtOnce(reach.scope, (tx) =>
      alertsInReach.page(tx, reach, filter, wanted),
    );
    return toConnection(page, cursorSeal, owner, total);
  }

  /** 结果说明 · What came of it, to whoever sent it and to the offices that answer for the place; withheld from others. */
  outcomeNote(caller: Caller, alert: AlertObject): string | null {
    const sealed = alert.outcomeNoteSealed ?? null;
    if (sealed === null) return null;
    if (!this.readsWords(caller, alert)) return WITHHELD;
    return this.parts.cipher.open(sealed, {
      table: 'department_alert',
      column: 'outcome_note_sealed',
      rowId: alert.rowId,
    });
  }

  /** 预警内容 · What was told beside the amount; nothing of it to those who read masked. */
  payload(caller: Caller, alert: AlertObject): Record<string, unknown> {
    const sealed = alert.payloadSealed ?? null;
    if (sealed === null || !this.readsWords(caller, alert)) return {};
    const place = { table: 'department_alert', column: 'payload_sealed', rowId: alert.rowId };
    return JSON.parse(this.parts.cipher.open(sealed, place)) as Record<string, unknown>;
  }

  /**
   * 所在区划 · Where it is to be verified; its sender is told the county where it was sent and no more, since where a household lives
   * is not its to learn.
   */
  regionOf(caller: Caller, alert: AlertObject): RegionCode {
    return this.isSenderOnly(caller, alert) ? (alert.publicCounty as RegionCode) : alert.regionCode;
  }

  private readsWords(caller: Caller, alert: AlertObject): boolean {
    return this.isSenderOnly(caller, alert) || this.parts.access.readsWords(caller, alert.regionCode);
  }

  /** Whether the caller sees the alert as the one who sent it, and by no office. */
  private isSenderOnly(caller: Caller, { regionCode, publicCounty }: AlertObject): boolean {
    const { access } = this.parts;
    const sent = access.holds(caller, SENDER, publicCounty as RegionCode);
    return sent && !access.holds(caller, READERS, regionCode);
  }
}

function departmentOf(caller: Caller) {
  return caller.principal?.department ?? null;
}

/** What was read with the household is the first page and one row that tells whether there is more. */
function firstPage(ahead: readonly AlertObject[], { first }: ForwardPagingArgs): Page<PageRow> {
  const size = pageSize(first);
  const rows = ahead.slice(0, size).map((alert) => ({ row: { ...alert } as Row, key: [alert.raisedOn, alert.rowId] }));
  return { rows, hasNextPage: ahead.length > size, hasPreviousPage: false };
}
