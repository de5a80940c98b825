import type { CaseFacts } from '../../domain/case/monitoring-case.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Refusal } from '../../domain/kernel/verdict.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Database, Transaction } from '../../platform/database/database.js';
import { fromGlobalId } from '../../platform/graphql/global-id.js';
import type { AccessService, Reach } from '../access/index.js';
import { appendAudit } from '../audit/index.js';
import { type Changed, type ChangeService, notFound, Refused, refuseAny, versionConflict } from '../change/index.js';
import { lockCase, updateCase } from './case.repository.js';
import type { monitoringCase } from './case.table.js';
import { type CaseParts, type CaseRow, caseFacts } from './case-facts.js';

/** 档案变更 · What a mutation of a case is asked with. */
export interface CaseChangeRequest {
  readonly caller: Caller;
  /** Name in the schema, e.g. `Mutation.completeStep`. */
  readonly operation: string;
  readonly input: { readonly idempotencyKey?: string | null; readonly expectedVersion?: number | null };
  /** The case, already read from its global id; null where the id is none. */
  readonly place: CaseId | null;
  /** Where in the input the case is named, for NOT_FOUND. */
  readonly path?: string;
  readonly guards?: Readonly<Record<string, Refusal>>;
}

/** 档案标识 · County and row of a case. */
export interface CaseId {
  readonly county: string;
  readonly id: string;
}

/** 变更依据 · The locked case with all that hangs on it. */
export interface CaseChangeBasis {
  readonly tx: Transaction;
  readonly reach: Reach;
  readonly caller: Caller;
  readonly row: CaseRow;
  readonly parts: CaseParts;
  readonly facts: CaseFacts;
}

/** 变更效果 · What a decision makes of the case. */
export interface CaseEffect {
  /** Columns of the case's row that change; version, audit head and time are written beside them. */
  readonly set: Partial<typeof monitoringCase.$inferInsert>;
  readonly action: string;
  readonly occurredOn: CalendarDate;
  /** Facts for the trail and the history, without personal data. */
  readonly change: Readonly<Record<string, unknown>>;
  /** Writes to other tables, already under way. */
  readonly writes?: readonly Promise<unknown>[];
}

/** 读档案标识 · Reads the global id of a case; null for anything else. */
export function readCaseId(globalId: string): CaseId | null {
  const parts = fromGlobalId(globalId);
  return parts?.type === 'MonitoringCase' ? { county: parts.county, id: parts.id } : null;
}

/**
 * 档案变更服务 · The one way in which a case changes: locked, read whole, checked against the version, written with its
 * audit event, in one transaction.
 *
 * @article 5.3
 */
export class CaseChangeService {
  constructor(
    private readonly changes: ChangeService,
    private readonly cipher: FieldCipher,
    private readonly database: Database,
    private readonly access: AccessService,
  ) {}

  /**
   * 变更档案 · Runs a decision on a locked case.
   *
   * @param decide  throws `Refused` (see `refuseAny`) to answer userErrors; nothing is written then
   */
  async change(
    request: CaseChangeRequest,
    decide: (basis: CaseChangeBasis) => Promise<CaseEffect>,
  ): Promise<Changed<{ county: string; case: string }>> {
    const { caller, operation, input, place, guards, path = 'caseId' } = request;
    if (place === null) return { done: null, refusals: [notFound(path)] };
    const ids = { county: place.county, case: place.id };
    const { county } = place;
    const missing = notFound(path);
    return this.changes.make({ caller, operation, input, county, ids, guards, missing }, async (tx, reach) => {
      const basis = await this.basis(tx, reach, caller, place, path);
      const { expectedVersion } = input;
      if (expectedVersion !== undefined && expectedVersion !== null && expectedVersion !== basis.row.version)
        refuseAny([versionConflict(expectedVersion, basis.row.version)]);
      await this.write(basis, await decide(basis));
    });
  }

  /** 读取依据 · Locks a case and reads all that hangs on it. @throws Refused NOT_FOUND out of the reach */
  async basis(tx: Transaction, reach: Reach, caller: Caller, place: CaseId, path: string): Promise<CaseChangeBasis> {
    const found = await lockCase(tx, reach, place.county, place.id);
    if (found === null) throw new Refused([notFound(path)]);
    const { row, parts } = found;
    return { tx, reach, caller, row, parts, facts: caseFacts(row, parts, this.cipher) };
  }

  /**
   * 定位档案 · Finds the case of something that hangs on it, before the change locks it; null out of the caller's reach.
   *
   * @param find  answers the case's id
   */
  async locate(
    caller: Caller,
    operation: string,
    county: string,
    find: (tx: Transaction) => Promise<string | null>,
  ): Promise<CaseId | null> {
    const reach = await this.access.reach(caller, operation);
    if (reach.county(county) === null) return null;
    const id = await this.database.read(reach.scope, find);
    return id === null ? null : { county, id };
  }

  /** 写入效果 · Writes a decision's effect with its audit event; the version rises by one. */
  async write(basis: CaseChangeBasis, effect: CaseEffect): Promise<void> {
    await this.record(basis, effect, basis.row.version + 1);
  }

  /** 记事 · Writes an event that changes nothing of the case itself, so that its version stays. */
  async note(basis: CaseChangeBasis, effect: Omit<CaseEffect, 'set'>): Promise<void> {
    await this.record(basis, { ...effect, set: {} }, basis.row.version);
  }

  private async record(
    { tx, reach, caller, row }: CaseChangeBasis,
    effect: CaseEffect,
    version: number,
  ): Promise<void> {
    const chain = {
      countyCode: row.countyCode,
      regionCode: row.regionCode,
      householdId: row.householdId,
      subjectType: 'MonitoringCase' as const,
      subjectId: row.id,
      sequence: row.auditSequence,
      hash: row.auditHash,
    };
    const { action, occurredOn } = effect;
    const change = { ...effect.change, version };
    const event = appendAudit(tx, chain, caller, { action, occurredOn, change, role: reach.roleFor(row.regionCode) });
    await Promise.all([
      ...(effect.writes ?? []),
      event.written,
      updateCase(tx, row, { ...effect.set, ...event.head, version, updatedAt: caller.now.toISOString() }),
    ]);
  }
}
