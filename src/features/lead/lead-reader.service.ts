import { WITHHELD } from '../../domain/jurisdiction/personal-data.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { CursorSeal } from '../../platform/crypto/cursor-seal.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Database } from '../../platform/database/database.js';
import type { Row } from '../../platform/database/read-rows.js';
import { type Selection, selects } from '../../platform/database/selection.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { limitFilter } from '../../platform/graphql/filter-limits.js';
import { cursorOwner, pageRequest, selectedNodes, toConnection } from '../../platform/graphql/paging.js';
import type { PagingArgs } from '../../platform/graphql/paging-args.js';
import { type AccessService, findInReach } from '../access/index.js';
import { leadsInReach } from './lead.repository.js';
import { type LeadFilterValues, type LeadOrderKey, leadCondition, leadOrder } from './lead-filter.repository.js';
import type { LeadObject } from './lead-object.js';

/** 线索列表的提问 · Which leads, in which order. */
export interface LeadQuestion {
  readonly where?: LeadFilterValues | null;
  readonly orderBy?: readonly LeadOrderKey[] | null;
}

/** 线索查询所需 · What it stands on. */
export interface LeadReaderParts {
  readonly database: Database;
  readonly access: AccessService;
  readonly cipher: FieldCipher;
  readonly cursorSeal: CursorSeal;
}

/**
 * 线索查询 · Reads leads within the caller's reach, a page in one statement and its count in a second.
 *
 * @article 5.1
 */
export class LeadReader {
  constructor(private readonly parts: LeadReaderParts) {}

  /** 按标识查找 · Leads of one county by id; those out of the reach are left out. */
  async find(
    caller: Caller,
    county: string,
    ids: readonly string[],
    selection: Selection,
    operation = 'Query.leads',
  ): Promise<Row[]> {
    const reach = await this.parts.access.reach(caller, operation);
    return findInReach(this.parts.database, reach, leadsInReach, { county, ids, selection });
  }

  /**
   * 一页线索 · A page of leads; the count is read only when `totalCount` was asked for.
   *
   * @param asked  what was asked for of the connection
   * @throws ApiError BAD_USER_INPUT for filters and sizes out of bounds, INVALID_CURSOR for a cursor of another list
   */
  async page(caller: Caller, question: LeadQuestion, paging: PagingArgs, asked: Selection): Promise<Connection<Row>> {
    limitFilter(question.where);
    const { access, cursorSeal, database } = this.parts;
    const reach = await access.reach(caller, 'Query.leads');
    const owner = cursorOwner(caller.principal?.subject ?? '', 'leads', question);
    const request = pageRequest(paging, cursorSeal, owner);
    const counties = reach.counties(question.where?.region);
    const filter = { counties, where: leadCondition(question.where ?? {}, caller.today) };
    const wanted = {
      nodes: selectedNodes(asked),
      order: leadOrder(question.orderBy),
      request,
      total: selects(asked, 'totalCount'),
    };
    const { page, total } = await database.readAtOnce(reach.scope, (tx) =>
      leadsInReach.page(tx, reach, filter, wanted),
    );
    return toConnection(page, cursorSeal, owner, total);
  }

  /** 情况说明 · What was told, to the offices that answer for the place and to whoever told it; withheld from others. */
  statement(caller: Caller, lead: LeadObject): string {
    return this.words(caller, lead, 'statement_sealed', lead.statementSealed) ?? WITHHELD;
  }

  /** 核实结果说明 · What the verification found; null while open. */
  outcomeNote(caller: Caller, lead: LeadObject): string | null {
    return this.words(caller, lead, 'outcome_note_sealed', lead.outcomeNoteSealed);
  }

  private words(caller: Caller, lead: LeadObject, column: string, sealed: string | null | undefined): string | null {
    if (sealed === null || sealed === undefined) return null;
    if (!this.readsWords(caller, lead)) return WITHHELD;
    return this.parts.cipher.open(sealed, { table: 'lead', column, rowId: lead.rowId });
  }

  /** Whoever told it reads it back in the answer. */
  private readsWords(caller: Caller, { receipt, regionCode }: LeadObject): boolean {
    return typeof receipt === 'string' || this.parts.access.readsWords(caller, regionCode);
  }
}
