import type { Role } from '../../domain/jurisdiction/role.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { digestOf } from '../../platform/crypto/content-digest.js';
import type { OwnChain } from './chain-id.js';

/** 链头 · Where a subject's audit chain stands; kept on the subject's own row, which is locked while it grows. @article 5.3 */
export interface ChainHead {
  readonly countyCode: string;
  readonly regionCode: string;
  readonly householdId: string | null;
  readonly subjectType:
    | 'Household'
    | 'MonitoringCase'
    | 'Lead'
    | 'DepartmentAlert'
    | 'RegionalWarning'
    | 'RiskStudy'
    | 'QualityFinding'
    | OwnChain;
  readonly subjectId: string;
  /** 0 before the first event. */
  readonly sequence: number;
  readonly hash: string | null;
}

/** 事件 · What is said of one change; `change` holds facts without personal data. @article 5.3 */
export interface AuditEntry {
  /** Name of the operation, e.g. `openCase`. */
  readonly action: string;
  readonly occurredOn: CalendarDate;
  readonly change: Readonly<Record<string, unknown>>;
  readonly actor: string;
  readonly role: Role | null;
  readonly at: Date;
  readonly requestId: string;
}

/** 链上事件 · The row of one event. */
export interface AuditLink {
  readonly countyCode: string;
  readonly regionCode: string;
  readonly householdId: string | null;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly sequence: number;
  readonly at: string;
  readonly occurredOn: string;
  readonly actor: string;
  readonly role: string | null;
  readonly action: string;
  readonly change: unknown;
  readonly requestId: string;
  readonly hash: string;
  readonly previousHash: string | null;
}

/**
 * 接链 · The next link of a subject's chain: its hash covers everything it says and the link before.
 *
 * @article 5.3
 */
export function nextLink(head: ChainHead, entry: AuditEntry): AuditLink {
  const body = {
    countyCode: head.countyCode,
    regionCode: head.regionCode,
    householdId: head.householdId,
    subjectType: head.subjectType,
    subjectId: head.subjectId,
    sequence: head.sequence + 1,
    at: entry.at.toISOString(),
    occurredOn: entry.occurredOn,
    actor: entry.actor,
    role: entry.role,
    action: entry.action,
    change: entry.change,
    requestId: entry.requestId,
    previousHash: head.hash,
  };
  return { ...body, hash: digestOf(body) };
}

/** 验链 · Whether a link says what its hash covers; the chain's order is checked apart. @article 5.3 */
export function isIntact(link: AuditLink): boolean {
  return digestOf(bodyOf(link)) === link.hash;
}

/** What the hash covers, whatever else a row brings with it. */
function bodyOf(link: AuditLink): Omit<AuditLink, 'hash'> {
  const { countyCode, regionCode, householdId, subjectType, subjectId, sequence, at, occurredOn } = link;
  const { actor, role, action, change, requestId, previousHash } = link;
  const place = { countyCode, regionCode, householdId, subjectType, subjectId, sequence };
  return { ...place, at, occurredOn, actor, role, action, change, requestId, previousHash };
}
