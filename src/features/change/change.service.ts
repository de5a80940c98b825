import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Database, Transaction } from '../../platform/database/database.js';
import { violatedConstraint } from '../../platform/database/database-error.js';
import type { DatabaseScope } from '../../platform/database/scope.js';
import type { AccessService, Reach } from '../access/index.js';
import { KEY_LIFE_MS } from './forget-expired-keys.js';
import { claimKey, findKeys } from './idempotency.repository.js';
import { keyConflict, keyRecord } from './key-record.js';
import { Refused } from './refused.js';

/** 变更 · One mutation as asked for. */
export interface ChangeRequest<Ids extends Record<string, string>> {
  readonly caller: Caller;
  /** Name in the schema, e.g. `Mutation.openCase`; its roles set the reach. */
  readonly operation: string;
  readonly input: { readonly idempotencyKey?: string | null };
  /** The one county that the change writes. */
  readonly county: string;
  /** Ids that the answer is made of, known before the work; kept with the idempotency key. */
  readonly ids: Ids;
  /** Refusals for unique constraints that stand guard, by constraint name. */
  readonly guards?: Readonly<Record<string, Refusal>>;
  /** What is answered where the county is out of reach: the same as for an id that never was. */
  readonly missing?: Refusal;
  /** The reach where the operation is open to everyone; else it is the caller's. */
  readonly reach?: Reach;
}

/** 变更结果 · The ids of what was changed, or every reason against it. */
export type Changed<Ids> =
  | { readonly done: Ids; readonly refusals: readonly [] }
  | { readonly done: null; readonly refusals: readonly Refusal[] };

/**
 * 变更服务 · Makes one change: reach, idempotency key, transaction, refusals. All or nothing.
 *
 * @article 5.3
 */
export class ChangeService {
  constructor(
    private readonly database: Database,
    private readonly access: AccessService,
  ) {}

  /**
   * 执行变更 · Runs `work` in one transaction of the caller's reach. A key that answered before answers the same again,
   * before any version is looked at: the key is claimed ahead of whatever `work` sends, without waiting in between, and
   * what was done in vain is rolled back.
   */
  async make<Ids extends Record<string, string>>(
    request: ChangeRequest<Ids>,
    work: (tx: Transaction, reach: Reach) => Promise<void>,
  ): Promise<Changed<Ids>> {
    const reach = request.reach ?? (await this.access.reach(request.caller, request.operation));
    if (reach.county(request.county) === null) return { done: null, refusals: [request.missing ?? notFound()] };
    try {
      await this.database.write(reach.scope, async (tx) => {
        const [claimed, worked] = await Promise.allSettled([this.earlierAnswer(tx, request), work(tx, reach)]);
        if (claimed.status === 'rejected') throw claimed.reason;
        if (claimed.value !== null) throw new AnsweredBefore(claimed.value);
        if (worked.status === 'rejected') throw worked.reason;
      });
      return { done: request.ids, refusals: [] };
    } catch (error) {
      if (error instanceof AnsweredBefore) return { done: error.ids as Ids, refusals: [] };
      if (error instanceof Refused) return { done: null, refusals: error.refusals };
      const guard = request.guards?.[violatedConstraint(error) ?? ''];
      if (guard !== undefined) return { done: null, refusals: [guard] };
      throw error;
    }
  }

  /**
   * 先前的回答 · What one key has answered before, for each of the changes that share it: a batch is one change a county. Ids by the
   * changes' own order; `conflict` where the key was used with another input, null where it is new.
   */
  async answeredBefore<Ids extends Record<string, string>>(
    scope: DatabaseScope,
    requests: readonly Pick<ChangeRequest<Ids>, 'caller' | 'operation' | 'county' | 'input'>[],
  ): Promise<(Ids | 'conflict' | null)[]> {
    const records = requests.map(({ caller, operation, county, input }) => {
      const { idempotencyKey: key } = input;
      return key === undefined || key === null ? null : keyRecord({ caller, operation, county, key, input, ids: {} });
    });
    const digests = records.flatMap((record) => record?.keyDigest ?? []);
    if (digests.length === 0) return requests.map(() => null);
    const known = await this.database.read(scope, (tx) => findKeys(tx, digests));
    return records.map((record) => {
      const earlier = record === null ? undefined : known.get(record.keyDigest);
      if (record === null || earlier === undefined) return null;
      if (Date.parse(earlier.createdAt) < Date.parse(record.createdAt) - KEY_LIFE_MS) return null;
      return earlier.inputDigest === record.inputDigest ? (earlier.result as Ids) : 'conflict';
    });
  }

  private async earlierAnswer<Ids extends Record<string, string>>(
    tx: Transaction,
    request: ChangeRequest<Ids>,
  ): Promise<Ids | null> {
    const { caller, operation, county, input, ids } = request;
    const { idempotencyKey: key } = input;
    if (key === undefined || key === null) return null;
    const record = keyRecord({ caller, operation, county, key, input, ids });
    const earlier = await claimKey(tx, record, new Date(caller.now.getTime() - KEY_LIFE_MS).toISOString());
    if (earlier === null) return null;
    if (earlier.inputDigest === record.inputDigest) return earlier.result as Ids;
    throw new Refused([keyConflict('idempotencyKey')]);
  }
}

/** Thrown inside a change whose key has answered before, so that it is rolled back. */
class AnsweredBefore extends Error {
  constructor(readonly ids: Record<string, string>) {
    super('answered before');
  }
}

/** 查无此项 · The same answer for an object out of reach and for one that never was. @param path  into the input */
export function notFound(...path: string[]): Refusal {
  return refuse('NOT_FOUND', 'There is no such object in your region.', path);
}

/** 版本冲突 · The object has changed since the caller read it. */
export function versionConflict(expected: number, current: number): Refusal {
  const message = `The object has changed: its version is ${current}, not ${expected}. Read it again.`;
  return { ...refuse('CONFLICT', message, ['expectedVersion']), currentVersion: current };
}
