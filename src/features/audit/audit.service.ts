import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { CursorSeal } from '../../platform/crypto/cursor-seal.js';
import type { BlindIndex, FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Database, Transaction } from '../../platform/database/database.js';
import type { Row } from '../../platform/database/read-rows.js';
import { type Selection, selects } from '../../platform/database/selection.js';
import type { Connection } from '../../platform/graphql/connection.js';
import { fromGlobalId } from '../../platform/graphql/global-id.js';
import { cursorOwner, pageRequest, toConnection } from '../../platform/graphql/paging.js';
import type { ForwardPagingArgs } from '../../platform/graphql/paging-args.js';
import type { AccessService, Reach } from '../access/index.js';
import { type ChainPlace, ChainWalk } from './audit-chain.js';
import {
  type AuditFilter,
  type AuditSubject,
  countEvents,
  findEvents,
  countyOfMoved,
  headOf,
  isAudited,
  linksAfter,
  pageOfEvents,
  type StoredLink,
} from './audit-read.repository.js';
import { openPurposes } from './purpose.js';

/** 审计事件的提问 · Which events; all that is given must hold. */
export interface AuditQuestion {
  readonly subjectId?: string | null;
  readonly actor?: string | null;
  readonly from?: Date | null;
  readonly to?: Date | null;
}

/** 审计链校验结果 · What a check of one chain found. @article 5.3 */
export interface ChainCheck {
  readonly intact: boolean;
  /** How many links were checked. */
  readonly events: number;
  /** The first link that is not as it was written or does not follow; null also where the end is missing. */
  readonly firstBroken: Row | null;
}

/** 审计服务所需 · What it stands on. */
export interface AuditServiceParts {
  readonly database: Database;
  readonly access: AccessService;
  readonly cursorSeal: CursorSeal;
  readonly cipher: FieldCipher;
  readonly blindIndex: BlindIndex;
}

/** Links read at a time. */
const BATCH = 500;

/** Less than any number that a row can hold, so that a link slipped in before the first is seen. */
const BEFORE_ALL = -(2 ** 31) - 1;

/** Nothing can be said of a chain that is not there: never that it is fine. */
const NOTHING_THERE: ChainCheck = { intact: false, events: 0, firstBroken: null };

/**
 * 审计查询 · Reads the trail within the caller's reach, and checks a subject's chain against its own hashes and against the
 * head that the subject's row keeps.
 *
 * Whoever reaches a subject reads its whole chain, what was written while it belonged to another village included.
 *
 * @article 5.3
 */
export class AuditService {
  constructor(
    private readonly parts: AuditServiceParts,
    private readonly batch = BATCH,
  ) {}

  /**
   * 审计事件列表 · A page of events, the newest first; of one subject in the order of its chain.
   *
   * @throws ApiError BAD_USER_INPUT for sizes out of bounds, INVALID_CURSOR for a cursor of another list
   */
  async page(
    caller: Caller,
    question: AuditQuestion,
    paging: ForwardPagingArgs,
    asked: Selection,
  ): Promise<Connection<Row>> {
    const { access, database, cursorSeal } = this.parts;
    const own = (await access.reach(caller, 'Query.auditEvents')).withClosed();
    const owner = cursorOwner(caller.principal?.subject ?? '', 'auditEvents', question);
    const request = pageRequest(paging, cursorSeal, owner);
    const { filter, reach } = await this.compile(own, question);
    const [page, total] = await database.readAtOnce(reach.scope, (tx) =>
      Promise.all([
        pageOfEvents(tx, reach, filter, request),
        selects(asked, 'totalCount') ? countEvents(tx, reach, filter) : 0,
      ]),
    );
    return toConnection(page, cursorSeal, owner, total);
  }

  /** 按标识查找 · Events of one county by id; those out of the reach are left out. */
  async find(caller: Caller, county: string, ids: readonly string[]): Promise<Row[]> {
    const reach = await this.parts.access.reach(caller, 'Query.auditEvents');
    if (ids.length === 0 || reach.county(county) === null) return [];
    return this.parts.database.readAtOnce(reach.scope, (tx) => findEvents(tx, reach, county, ids));
  }

  /** 查询用途 · The purposes of a read, to an auditor of its region; null to others. @article 5.3 */
  purposesOf(
    caller: Caller,
    event: {
      readonly regionCode: string;
      readonly rowId: string;
      readonly purposeSealed: string | null;
      readonly change: unknown;
    },
  ): string[] | null {
    const { access, cipher, blindIndex } = this.parts;
    if (!access.holds(caller, ['AUDITOR'], event.regionCode as RegionCode)) return null;
    return openPurposes({ cipher, blindIndex }, event);
  }

  /**
   * 校验审计链 · Computes every hash of a subject's chain anew, in order, and compares the end with the head on the subject's
   * row: what was edited, taken out, put in, moved or cut off is found. A chain that is not in the reach answers as one that
   * never was: not intact, no events.
   *
   * @article 5.3
   */
  async verify(caller: Caller, subjectId: string): Promise<ChainCheck> {
    const own = (await this.parts.access.reach(caller, 'Query.verifyAuditChain')).withClosed();
    const subject = await this.subjectIn(own, subjectId);
    if (subject === null) return NOTHING_THERE;
    const reach = this.parts.access.publicReach(subject.county as RegionCode).withClosed();
    return this.parts.database.read(reach.scope, (tx) => this.walk(tx, reach, subject));
  }

  private async walk(tx: Transaction, reach: Reach, subject: AuditSubject): Promise<ChainCheck> {
    const walk = new ChainWalk();
    for (let looked = false; ; ) {
      const links = await linksAfter(tx, subject, walk.events === 0 ? BEFORE_ALL : walk.sequence, this.batch);
      const broken = links.find((link) => !walk.take(link));
      if (broken !== undefined) return found(walk, subject, broken);
      if (links.length === this.batch) continue;
      // The head is read after the links: what was written in between shows here, and the links of it are read once more.
      const head = await headOf(tx, reach, subject);
      if (head === null) return found(walk, subject, null);
      const standing = walk.against(head);
      if (standing === 'whole') return { intact: true, events: walk.events, firstBroken: null };
      if (standing === 'beyond') return found(walk, subject, await this.linkAt(tx, subject, head.sequence + 1));
      if (standing === 'other') return found(walk, subject, await this.linkAt(tx, subject, walk.sequence));
      if (looked && links.length === 0) return found(walk, subject, null);
      looked = true;
    }
  }

  private async linkAt(tx: Transaction, subject: AuditSubject, sequence: number): Promise<StoredLink | null> {
    const [link] = await linksAfter(tx, subject, sequence - 1, 1);
    return link ?? null;
  }

  private async compile(own: Reach, question: AuditQuestion): Promise<{ filter: AuditFilter; reach: Reach }> {
    const { subjectId = null, actor = null, from = null, to = null } = question;
    if (subjectId === null) return { filter: { counties: own.offices(), subject: null, actor, from, to }, reach: own };
    const subject = await this.subjectIn(own, subjectId);
    if (subject === null) return { filter: { counties: [], subject: null, actor, from, to }, reach: own };
    const reach = this.parts.access.publicReach(subject.county as RegionCode).withClosed();
    return { filter: { counties: [subject.county], subject, actor, from, to }, reach };
  }

  /** An alert that was moved has a chain in either county: the one where it is comes first, then the one that it left. */
  private async subjectIn(reach: Reach, globalId: string): Promise<AuditSubject | null> {
    const named = readSubject(globalId);
    if (named === null) return null;
    const county =
      named.type === 'DepartmentAlert'
        ? await this.parts.database.read(reach.scope, (tx) => countyOfMoved(tx, named.id))
        : null;
    const moved = county === null ? null : { ...named, county };
    if (moved !== null && (await this.reaches(reach, moved))) return moved;
    return (await this.reaches(reach, named)) ? named : null;
  }

  private async reaches(reach: Reach, subject: AuditSubject): Promise<boolean> {
    if (reach.county(subject.county) === null) return false;
    const head: ChainPlace | null = await this.parts.database.read(reach.scope, (tx) => headOf(tx, reach, subject));
    return head !== null;
  }
}

function readSubject(globalId: string): AuditSubject | null {
  const parts = fromGlobalId(globalId);
  return parts !== null && isAudited(parts.type) ? { type: parts.type, county: parts.county, id: parts.id } : null;
}

/** What the link says of itself may be part of the tampering; that it stands in this subject's chain is not. */
function found(walk: ChainWalk, { type }: AuditSubject, link: StoredLink | null): ChainCheck {
  if (link === null) return { intact: false, events: walk.events, firstBroken: null };
  const { id: rowId, subjectId: subjectRowId, ...rest } = link;
  return { intact: false, events: walk.events, firstBroken: { ...rest, rowId, subjectRowId, subjectType: type } };
}
