import { uuidv7 } from 'uuidv7';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import { refuse } from '../../domain/kernel/verdict.js';
import { checkWarning } from '../../domain/regional-risk/check-warning.js';
import { decideWarningUpdate, type WarningUpdate } from '../../domain/regional-risk/decide-warning-update.js';
import type { Severity } from '../../domain/risk/finding.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Transaction } from '../../platform/database/database.js';
import { fromGlobalId } from '../../platform/graphql/global-id.js';
import type { AccessService, Reach } from '../access/index.js';
import { appendAudit, type ChangeRecord } from '../audit/index.js';
import { type Changed, type ChangeService, notFound, Refused, refuseAny } from '../change/index.js';
import type { RegionTree } from '../region/index.js';
import {
  entriesOf,
  insertEntry,
  insertWarning,
  lockWarning,
  updateWarning,
  type WarningRow,
} from './warning.repository.js';
import { MOST_ENTRIES } from './warning-shape.repository.js';

/** 发布预警 · What `raiseRegionalWarning` is asked with. */
export interface WarningToRaise {
  readonly idempotencyKey?: string | null;
  readonly region: RegionCode;
  readonly indicator: string;
  readonly severity: Severity;
  readonly raisedOn: CalendarDate;
  readonly evidence?: Readonly<Record<string, unknown>> | null;
}

/** 处置预警 · What `updateRegionalWarning` is asked with. */
export interface WarningEntryInput extends Pick<WarningUpdate, 'status' | 'on' | 'note'> {
  readonly idempotencyKey?: string | null;
  readonly warningId: string;
  readonly department?: WarningUpdate['department'];
  readonly dueOn?: CalendarDate | null;
  readonly doneOn?: CalendarDate | null;
}

/** 预警服务所需 · What it stands on. */
export interface WarningServiceParts {
  readonly access: AccessService;
  readonly changes: ChangeService;
  readonly cipher: FieldCipher;
  readonly tree: RegionTree;
}

type WarningIds = { county: string; warning: string };

const RAISE = 'Mutation.raiseRegionalWarning';
const UPDATE = 'Mutation.updateRegionalWarning';

/**
 * 区域预警服务 · Raises warnings by hand, and enters what is studied, done and closed under any (R19).
 *
 * @article 2.3
 */
export class WarningService {
  constructor(private readonly parts: WarningServiceParts) {}

  /** 发布 · Raises a warning of a region of the caller's. */
  async raise(caller: Caller, input: WarningToRaise): Promise<Changed<WarningIds>> {
    const reach = await this.parts.access.reach(caller, RAISE);
    const { region, indicator, raisedOn, severity } = input;
    const evidence = input.evidence ?? {};
    const refusals = checkWarning({ indicator, raisedOn, evidence }, caller.today);
    if (!this.parts.tree.has(region) || !reach.covers(region)) refusals.unshift(notFound('region'));
    if (refusals.length > 0) return { done: null, refusals };
    const county = region.slice(0, 6);
    const ids = { county, warning: uuidv7() };
    const row = {
      countyCode: county,
      id: ids.warning,
      regionCode: region,
      indicator: indicator.trim(),
      severity,
      raisedOn,
      raisedBy: caller.principal?.subject ?? null,
      detection: null,
    };
    return this.parts.changes.make({ caller, operation: RAISE, input, county, ids, reach }, (tx) =>
      writeWarning(tx, this.parts.cipher, caller, { ...row, evidence, role: reach.roleFor(region) }),
    );
  }

  /** 处置 · Enters a study, an action, its end, or the end of the warning. */
  async update(caller: Caller, input: WarningEntryInput): Promise<Changed<WarningIds>> {
    const reach = await this.parts.access.reach(caller, UPDATE);
    const parts = fromGlobalId(input.warningId);
    const county = parts?.type === 'RegionalWarning' ? reach.county(parts.county) : null;
    if (parts === null || county === null) return { done: null, refusals: [notFound('warningId')] };
    const ids = { county, warning: parts.id };
    return this.parts.changes.make({ caller, operation: UPDATE, input, county, ids, reach }, (tx) =>
      this.enter(tx, reach, caller, input, ids),
    );
  }

  private async enter(
    tx: Transaction,
    reach: Reach,
    caller: Caller,
    input: WarningEntryInput,
    { county, warning: id }: WarningIds,
  ): Promise<void> {
    const [row, entries] = await Promise.all([lockWarning(tx, reach, county, id), entriesOf(tx, county, id)]);
    if (row === null) throw new Refused([notFound('warningId')]);
    const { status, on, note, department = null, dueOn = null, doneOn = null } = input;
    const update = { status, on, note, department, dueOn, doneOn };
    const verdict = decideWarningUpdate({ ...row, entries }, update, caller.today);
    if (!('completes' in verdict)) throw new Refused(verdict.refusals);
    if (entries.length >= MOST_ENTRIES)
      refuseAny([
        refuse('RULE_VIOLATION', `a warning has ${MOST_ENTRIES} entries at most; close it and raise another`),
      ]);
    const { completes } = verdict;
    const number = (entries.at(-1)?.number ?? 0) + 1;
    const change = {
      status: { before: row.status, after: status },
      number,
      department,
      dueOn,
      doneOn,
      completes,
      sealed: ['note'],
    };
    const event = { action: 'updateRegionalWarning', occurredOn: on, change, role: reach.roleFor(row.regionCode) };
    const { head, written } = appendAudit(tx, chainOf(row), caller, event);
    const entryId = uuidv7();
    const sealed = this.parts.cipher.seal(note, { table: 'warning_action', column: 'note_sealed', rowId: entryId });
    const place = { countyCode: county, id: entryId, regionCode: row.regionCode, warningId: id, number };
    const said = { on, actor: caller.principal?.subject ?? '', noteSealed: sealed, status };
    // What ends an earlier action is no action of its own.
    const owned = completes.length > 0 ? { department, dueOn: null, doneOn } : { department, dueOn, doneOn };
    const at = caller.now.toISOString();
    await Promise.all([
      written,
      insertEntry(tx, { ...place, ...said, ...owned, createdAt: at }, completes),
      updateWarning(tx, row, { status, closedOn: status === 'CLOSED' ? on : null, ...head, updatedAt: at }),
    ]);
  }
}

/** 待写预警 · A warning to be written, by an office or a detector. */
export interface WarningToWrite {
  readonly countyCode: string;
  readonly id: string;
  readonly regionCode: RegionCode;
  readonly indicator: string;
  readonly severity: Severity;
  readonly raisedOn: CalendarDate;
  readonly raisedBy: string | null;
  readonly detection: string | null;
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly role: ChangeRecord['role'];
  readonly actor?: string;
}

/** 写入预警 · A warning with its first audit event. @article 2.3 */
export async function writeWarning(
  tx: Transaction,
  cipher: FieldCipher,
  caller: Caller,
  { evidence, role, actor, ...row }: WarningToWrite,
): Promise<void> {
  const chain = chainOf({ ...row, auditSequence: 0, auditHash: null });
  const { indicator, severity, detection, raisedOn: occurredOn } = row;
  const change = { indicator, severity, ...(detection === null ? {} : { detection }), sealed: ['evidence'] };
  const event = { action: 'raiseRegionalWarning', occurredOn, change, role, ...(actor === undefined ? {} : { actor }) };
  const { head, written } = appendAudit(tx, chain, caller, event);
  const place = { table: 'regional_warning', column: 'evidence_sealed', rowId: row.id };
  const evidenceSealed = cipher.seal(JSON.stringify(evidence), place);
  const at = caller.now.toISOString();
  await Promise.all([
    written,
    insertWarning(tx, { ...row, status: 'RAISED', evidenceSealed, ...head, createdAt: at, updatedAt: at }),
  ]);
}

function chainOf(row: Pick<WarningRow, 'countyCode' | 'regionCode' | 'id' | 'auditSequence' | 'auditHash'>) {
  const { countyCode, regionCode, id: subjectId, auditSequence: sequence, auditHash: hash } = row;
  return {
    countyCode,
    regionCode,
    householdId: null,
    subjectType: 'RegionalWarning' as const,
    subjectId,
    sequence,
    hash,
  };
}
