import { decideSettlement, type FindingStatus } from '../../domain/quality/decide-settlement.js';
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
import { type AccessService, findInReach } from '../access/index.js';
import { appendAudit } from '../audit/index.js';
import { type Changed, type ChangeService, notFound, Refused, refuseAny } from '../change/index.js';
import {
  type FindingQuestion,
  findingCondition,
  findingsInReach,
  lockFinding,
  NEWEST_FINDING,
  updateFinding,
} from './finding.repository.js';
import { headOf } from './finding-chain.js';

/** 处理问题 · What `settleFinding` is asked with. */
export interface FindingToSettle {
  readonly idempotencyKey?: string | null;
  readonly findingId: string;
  readonly status: FindingStatus;
  readonly note: string;
}

/** 质量服务所需 · What it stands on. */
export interface QualityServiceParts {
  readonly database: Database;
  readonly access: AccessService;
  readonly changes: ChangeService;
  readonly cipher: FieldCipher;
  readonly cursorSeal: CursorSeal;
}

const SETTLE = 'Mutation.settleFinding';

/**
 * 数据质量服务 · Reads what the rules found within the caller's reach, and settles it (R29).
 *
 * @article 5.3
 */
export class QualityService {
  constructor(private readonly parts: QualityServiceParts) {}

  /** 按标识查找 · Findings of one county by id; those out of the reach are left out. */
  async find(caller: Caller, county: string, ids: readonly string[], selection: Selection): Promise<Row[]> {
    const reach = await this.parts.access.reach(caller, 'Query.qualityFindings');
    return findInReach(this.parts.database, reach, findingsInReach, { county, ids, selection });
  }

  /** 一页问题 · A page of the findings of a region and all below it, the newest first. */
  async page(
    caller: Caller,
    question: FindingQuestion,
    paging: ForwardPagingArgs,
    asked: Selection,
  ): Promise<Connection<Row>> {
    const { access, cursorSeal, database } = this.parts;
    const reach = await access.reach(caller, 'Query.qualityFindings');
    const owner = cursorOwner(caller.principal?.subject ?? '', 'qualityFindings', question);
    const filter = { counties: reach.counties(question.region), where: findingCondition(question) };
    const request = pageRequest(paging, cursorSeal, owner);
    const wanted = { nodes: selectedNodes(asked), order: NEWEST_FINDING, request, total: selects(asked, 'totalCount') };
    const { page, total } = await database.readAtOnce(reach.scope, (tx) =>
      findingsInReach.page(tx, reach, filter, wanted),
    );
    return toConnection(page, cursorSeal, owner, total);
  }

  /** 处理 · Settles a finding: explained, rectified or referred. */
  async settle(caller: Caller, input: FindingToSettle): Promise<Changed<{ county: string; finding: string }>> {
    const reach = await this.parts.access.reach(caller, SETTLE);
    const parts = fromGlobalId(input.findingId);
    const county = parts?.type === 'QualityFinding' ? reach.county(parts.county) : null;
    if (parts === null || county === null) return { done: null, refusals: [notFound('findingId')] };
    const ids = { county, finding: parts.id };
    return this.parts.changes.make({ caller, operation: SETTLE, input, county, ids, reach }, async (tx) => {
      const row = await lockFinding(tx, reach, county, parts.id);
      if (row === null) throw new Refused([notFound('findingId')]);
      const { status, note } = input;
      refuseAny(decideSettlement(row.status, status, note));
      const change = { rule: row.rule, status, sealed: ['note'] };
      const event = { action: 'settleFinding', occurredOn: caller.today, change, role: reach.roleFor(row.regionCode) };
      const { head, written } = appendAudit(tx, headOf(row), caller, event);
      const place = { table: 'quality_finding', column: 'note_sealed', rowId: row.id };
      const noteSealed = this.parts.cipher.seal(note, place);
      const settled = { settledOn: caller.today, settledBy: caller.principal?.subject ?? null };
      const set = { status, noteSealed, ...settled, ...head, updatedAt: caller.now.toISOString() };
      await Promise.all([written, updateFinding(tx, row, set)]);
    });
  }
}
