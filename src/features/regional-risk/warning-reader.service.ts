import { WITHHELD } from '../../domain/jurisdiction/personal-data.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { CursorSeal } from '../../platform/crypto/cursor-seal.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Database } from '../../platform/database/database.js';
import type { Row } from '../../platform/database/read-rows.js';
import { type Selection, selects } from '../../platform/database/selection.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { limitFilter } from '../../platform/graphql/filter-limits.js';
import { fromGlobalId } from '../../platform/graphql/global-id.js';
import { cursorOwner, pageRequest, selectedNodes, toConnection } from '../../platform/graphql/paging.js';
import type { ForwardPagingArgs } from '../../platform/graphql/paging-args.js';
import { type AccessService, findInReach } from '../access/index.js';
import { officesWithin } from './offices-within.js';
import { NEWEST_WARNING, type WarningFilterValues, warningCondition, warningsInReach } from './warning.repository.js';

/** 预警查询所需 · What it stands on. */
export interface WarningReaderParts {
  readonly database: Database;
  readonly access: AccessService;
  readonly cipher: FieldCipher;
  readonly cursorSeal: CursorSeal;
}

/**
 * 预警查询 · Reads regional warnings within the caller's reach: those of counties and below, and of cities, provinces and the nation
 * that the caller holds whole.
 *
 * @article 2.3
 */
export class WarningReader {
  constructor(private readonly parts: WarningReaderParts) {}

  /** 按标识查找 · Warnings of one county, or region above it, by id; those out of the reach are left out. */
  async find(caller: Caller, county: string, ids: readonly string[], selection: Selection): Promise<Row[]> {
    const reach = await this.parts.access.reach(caller, 'Query.regionalWarnings');
    return findInReach(this.parts.database, reach, warningsInReach, { county, ids, selection });
  }

  /** 按全局标识查找 · Warnings by global id, wherever they stand; those out of the reach are left out. */
  async byGlobalId(caller: Caller, globalIds: readonly string[], selection: Selection): Promise<Row[]> {
    const counties = new Map<string, string[]>();
    for (const globalId of globalIds) {
      const parts = fromGlobalId(globalId);
      if (parts?.type === 'RegionalWarning')
        counties.set(parts.county, [...(counties.get(parts.county) ?? []), parts.id]);
    }
    const found: Row[] = [];
    for (const [county, ids] of counties) found.push(...(await this.find(caller, county, ids, selection)));
    return found;
  }

  /**
   * 一页预警 · A page of warnings, the newest first.
   *
   * @throws ApiError BAD_USER_INPUT for filters and sizes out of bounds, INVALID_CURSOR for a cursor of another list
   */
  async page(
    caller: Caller,
    where: WarningFilterValues | null,
    paging: ForwardPagingArgs,
    asked: Selection,
  ): Promise<Connection<Row>> {
    limitFilter(where);
    const { access, cursorSeal, database } = this.parts;
    const reach = await access.reach(caller, 'Query.regionalWarnings');
    const owner = cursorOwner(caller.principal?.subject ?? '', 'regionalWarnings', where);
    const filter = { counties: officesWithin(reach, where?.region), where: warningCondition(where ?? {}) };
    const wanted = {
      nodes: selectedNodes(asked),
      order: NEWEST_WARNING,
      request: pageRequest(paging, cursorSeal, owner),
      total: selects(asked, 'totalCount'),
    };
    const { page, total } = await database.readAtOnce(reach.scope, (tx) =>
      warningsInReach.page(tx, reach, filter, wanted),
    );
    return toConnection(page, cursorSeal, owner, total);
  }

  /** 预警依据 · What the register reckoned, to everyone who reads the warning; what people wrote, to those who read words of regions. */
  evidence(caller: Caller, { rowId, regionCode, detection, evidenceSealed }: WarningEvidence): object {
    if (detection === null && !this.parts.access.readsRegionalWords(caller, regionCode)) return {};
    const place = { table: 'regional_warning', column: 'evidence_sealed', rowId };
    return JSON.parse(this.parts.cipher.open(evidenceSealed, place));
  }

  /** 处置说明 · The note of an entry, to those who read words of regions; withheld from others. */
  note(caller: Caller, { rowId, regionCode, noteSealed }: ActionNote): string {
    if (!this.parts.access.readsRegionalWords(caller, regionCode)) return WITHHELD;
    return this.parts.cipher.open(noteSealed, { table: 'warning_action', column: 'note_sealed', rowId });
  }
}

/** 预警依据 · Sealed evidence, and who made it. */
export interface WarningEvidence {
  readonly rowId: string;
  readonly regionCode: RegionCode;
  /** Null where somebody raised the warning. */
  readonly detection: string | null;
  readonly evidenceSealed: string;
}

/** 处置说明 · The sealed note of an entry. */
export interface ActionNote {
  readonly rowId: string;
  readonly regionCode: RegionCode;
  readonly noteSealed: string;
}
