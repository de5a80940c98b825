import { LRUCache } from 'lru-cache';
import type { Grant } from '../../domain/jurisdiction/role.js';
import { COUNTY_DIGITS, type RegionCode } from '../../domain/kernel/region-code.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Database } from '../../platform/database/database.js';
import { regionScope } from '../../platform/database/scope.js';
import type { RefusedAct } from '../../platform/graphql/refused-acts.js';
import { appendToOwnChain } from './own-chain.js';

/** 留痕限额 · How many refusals are written one by one in an hour; what is beyond is counted. */
export interface RefusalLimits {
  /** Of one subject of a token. */
  readonly perSubject: number;
  /** Of all together, of this process. */
  readonly together: number;
}

const LIMITS: RefusalLimits = { perSubject: 20, together: 2_000 };
const HOUR_MS = 3_600_000;
/** Subjects whose counts are kept; they are names that an issuer signed, so that nobody makes them up. */
const SUBJECTS = 20_000;
/** What is kept of a request until the hour is over: nothing of what it had read. */
type WhoAsked = Pick<Caller, 'principal' | 'requestId' | 'today' | 'now'>;

interface Tally {
  readonly since: number;
  written: number;
  /** Requests beyond the limit, and the operations that they asked for. */
  counted: number;
  readonly operations: Set<string>;
  last: WhoAsked;
}

/** 留痕所需 · What it stands on. */
export interface RefusalTrailParts {
  readonly database: Database;
  /** Told when a refusal could not be written: it is answered all the same, for it grants nothing. */
  readonly onFault: (error: unknown) => void;
}

/**
 * 拒绝留痕 · Writes each refusal for want of right into the audit chain of the caller's county, in a transaction of its own, since
 * the refused one rolls back.
 *
 * A flood cannot fill the store: of one subject twenty an hour are written, of all together two thousand; what is beyond is
 * counted and written as one event a subject once the hour is over, or when the server stops. Callers without a token, and tokens
 * that do not hold, are no refusals for want of right and leave nothing.
 *
 * @article 5.3
 */
export class RefusalTrail {
  private readonly tallies = new LRUCache<string, Tally>({ max: SUBJECTS });
  private hour = { since: 0, written: 0 };

  constructor(
    private readonly parts: RefusalTrailParts,
    private readonly limits = LIMITS,
  ) {}

  /** 记录 · Writes, or counts, what one request was refused. Never throws. */
  async record(caller: Caller, acts: readonly RefusedAct[]): Promise<void> {
    const subject = caller.principal?.subject;
    if (subject === undefined || acts.length === 0) return;
    const now = caller.now.getTime();
    const earlier = this.tallies.get(subject);
    const fresh = earlier === undefined || now - earlier.since >= HOUR_MS;
    const tally = fresh ? newTally(caller) : earlier;
    if (fresh) this.tallies.set(subject, tally);
    if (fresh && earlier !== undefined) await this.settle(earlier, caller.now);
    if (tally.written < this.limits.perSubject && this.takeTurn(now)) {
      tally.written += 1;
      const told = acts.map(({ operation, code, objects }) => ({ operation, code, objects }));
      return this.write(caller, { action: 'refused', change: { acts: told } });
    }
    tally.counted += 1;
    tally.last = whoAsked(caller);
    for (const { operation } of acts) tally.operations.add(operation);
  }

  /** 结清 · Writes what was counted of hours that are over; of all hours when the server stops. */
  async settleAll(now: Date, stopping = false): Promise<void> {
    for (const [subject, tally] of this.tallies) {
      if (!stopping && now.getTime() - tally.since < HOUR_MS) continue;
      this.tallies.delete(subject);
      await this.settle(tally, now);
    }
  }

  /** Written with the instant of the writing: anchors look back from theirs. */
  private async settle({ counted, operations, last }: Tally, now: Date): Promise<void> {
    if (counted === 0) return;
    await this.write(
      { ...last, now },
      {
        action: 'refusedMore',
        change: { requests: counted, operations: [...operations].sort() },
      },
    );
  }

  private takeTurn(now: number): boolean {
    if (now - this.hour.since >= HOUR_MS) this.hour = { since: now, written: 0 };
    if (this.hour.written >= this.limits.together) return false;
    this.hour.written += 1;
    return true;
  }

  private async write(
    caller: WhoAsked,
    { action, change }: { readonly action: string; readonly change: Readonly<Record<string, unknown>> },
  ): Promise<void> {
    const grant: Grant | undefined = caller.principal?.grants[0];
    if (grant === undefined) return;
    const code = grant.region.slice(0, COUNTY_DIGITS) as RegionCode;
    const record = { action, change, occurredOn: caller.today, role: grant.role };
    try {
      await this.parts.database.write(regionScope([code]), (tx) =>
        appendToOwnChain(tx, caller, { kind: 'Refusals', code, regionCode: grant.region, record }),
      );
    } catch (error) {
      this.parts.onFault(error);
    }
  }
}

function newTally(caller: Caller): Tally {
  return { since: caller.now.getTime(), written: 0, counted: 0, operations: new Set(), last: whoAsked(caller) };
}

function whoAsked({ principal, requestId, today, now }: Caller): WhoAsked {
  return { principal, requestId, today, now };
}
