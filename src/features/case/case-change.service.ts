import type { CaseFacts } from '../../domain/case/monitoring-case.js';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Refusal } from '../../domain/kernel/verdict.js';
import { caseMoved, type TalliedCase } from '../../domain/statistics/rollup/tally-change.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import type { Database, Transaction } from '../../platform/database/database.js';
import { fromGlobalId } from '../../platform/graphql/global-id.js';
import type { AccessService, Reach } from '../access/index.js';
import { appendAudits } from '../audit/index.js';
import { type Changed, type ChangeService, notFound, Refused, refuseAny, versionConflict } from '../change/index.js';
import { writeCaseChanges } from '../tally/index.js';
import { lockCases, updateCases } from './case.repository.js';
import type { monitoringCase } from './case.table.js';
import { type CaseParts, type CasePlace, type CaseRow, caseFacts } from './case-facts.js';
import { type PartsChange, partsWrites } from './case-parts.repository.js';
import type { MeasurePort } from './measure-port.js';

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
  /** What changes in the rows that hang on the case. */
  readonly parts?: PartsChange;
  /** Other writes, already under way. */
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
    private readonly measures: MeasurePort,
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
    const basis = (await this.bases(tx, reach, caller, place.county, [place.id])).get(place.id);
    if (basis === undefined) throw new Refused([notFound(path)]);
    return basis;
  }

  /** 读取多个依据 · Locks cases of a county, in the order of their ids, and reads all that hangs on them; by id, in the reach. */
  async bases(
    tx: Transaction,
    reach: Reach,
    caller: Caller,
    county: string,
    ids: readonly string[],
  ): Promise<Map<string, CaseChangeBasis>> {
    const locked = await lockCases(tx, reach, county, ids);
    return new Map(
      locked.map(({ row, parts }) => [
        row.id,
        { tx, reach, caller, row, parts, facts: caseFacts(row, parts, this.cipher) },
      ]),
    );
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
  write(basis: CaseChangeBasis, effect: CaseEffect): Promise<void> {
    return this.writeAll([{ basis, effect }]);
  }

  /** 批量写入 · Writes the effects of decisions on different cases of one county, in as many statements as one has. */
  writeAll(changes: readonly { readonly basis: CaseChangeBasis; readonly effect: CaseEffect }[]): Promise<void> {
    return this.record(changes.map((change) => ({ ...change, version: change.basis.row.version + 1 })));
  }

  /** 记事 · Writes an event that changes nothing of the case itself, so that its version stays. */
  note(basis: CaseChangeBasis, effect: Omit<CaseEffect, 'set'>): Promise<void> {
    return this.record([{ basis, effect: { ...effect, set: {} }, version: basis.row.version }]);
  }

  private async record(changes: readonly VersionedChange[]): Promise<void> {
    const [first] = changes;
    if (first === undefined) return;
    const {
      tx,
      caller,
      row: { countyCode },
    } = first.basis;
    const events = appendAudits(tx, caller, changes.map(eventOf));
    const updatedAt = caller.now.toISOString();
    const parts = partsWrites(
      countyCode,
      changes.map(({ basis, effect }) => ({ ...effect.parts, place: placeOf(basis.row) })),
      this.measures,
    );
    await Promise.all([
      ...changes.flatMap(({ effect }) => effect.writes ?? []),
      events.written,
      updateCases(
        tx,
        countyCode,
        changes.map(({ basis, effect, version }, index) => ({
          id: basis.row.id,
          set: { ...effect.set, ...events.heads[index], version, updatedAt },
        })),
        parts.updates,
      ),
      parts.insert(tx),
      writeCaseChanges(
        tx,
        countyCode,
        changes.map(({ basis: { row }, effect: { set } }) => ({
          householdId: row.householdId,
          units: caseMoved(row, talliedAfter(row, set)),
        })),
      ),
    ]);
  }
}

function talliedAfter(row: CaseRow, set: CaseEffect['set']): TalliedCase {
  const given = Object.fromEntries(Object.entries(set).filter(([, value]) => value !== undefined));
  return { ...row, ...given };
}

interface VersionedChange {
  readonly basis: CaseChangeBasis;
  readonly effect: CaseEffect;
  readonly version: number;
}

function eventOf({ basis: { row, reach }, effect, version }: VersionedChange) {
  const { action, occurredOn } = effect;
  const head = {
    countyCode: row.countyCode,
    regionCode: row.regionCode,
    householdId: row.householdId,
    subjectType: 'MonitoringCase' as const,
    subjectId: row.id,
    sequence: row.auditSequence,
    hash: row.auditHash,
  };
  return {
    head,
    record: { action, occurredOn, change: { ...effect.change, version }, role: reach.roleFor(row.regionCode) },
  };
}

/** 所属档案 · The case that rows are written for. */
export function placeOf({ countyCode, regionCode, householdId, id }: CaseRow): CasePlace {
  return { countyCode, regionCode, householdId, caseId: id };
}
