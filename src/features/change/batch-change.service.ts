import { type RowRefusal, rowRefusals } from '../../domain/kernel/row-refusal.js';
import { type Refusal, refuse } from '../../domain/kernel/verdict.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Database, Transaction } from '../../platform/database/database.js';
import type { Reach } from '../access/index.js';
import { KEY_LIFE_MS } from './forget-expired-keys.js';
import { claimKeys, forgetKeys, type KeyRecord } from './idempotency.repository.js';
import { keyConflict, keyRecord } from './key-record.js';
import { Refused } from './refused.js';

/** 批内一项 · One item of a batch, which stands or falls by itself. */
export interface BatchItem {
  /** Its place in the list that was sent. */
  readonly index: number;
  /** Ids that its answer is made of. */
  readonly ids: Readonly<Record<string, string>>;
  /** A key of its own, with the operation of one that it is a key of; else it is told by the batch's key and its place. */
  readonly own?: { readonly operation: string; readonly key: string; readonly input: object } | null;
}

/** 批量变更请求 · The items of one county. */
export interface BatchRequest<T extends BatchItem> {
  readonly caller: Caller;
  readonly operation: string;
  readonly input: { readonly idempotencyKey?: string | null };
  readonly county: string;
  readonly reach: Reach;
  readonly items: readonly T[];
}

/** 一项的结果 · No refusals: it is done, now or by an earlier call with the same key. */
export interface ItemOutcome {
  readonly index: number;
  readonly refusals: readonly Refusal[];
  /** Whether they stand against the batch, in the item's county or at its place: their paths lead into the whole input. */
  readonly ofBatch?: boolean;
}

/** 逐项作答 · The reasons against each item. @param placeOf  as of `rowRefusals` */
export function itemErrors(
  outcomes: readonly ItemOutcome[],
  placeOf: (index: number, path: readonly string[]) => readonly string[],
): RowRefusal[] {
  return outcomes.flatMap(({ index, refusals, ofBatch = false }) =>
    rowRefusals(index, refusals, (path) => (ofBatch ? path : placeOf(index, path))),
  );
}

/**
 * 批量变更服务 · Makes the changes of one county in one transaction, each item standing or falling by itself. An item that is
 * done keeps the batch's key, so that the key answers it again and resumes with what was cut off or refused.
 *
 * @article 5.3
 */
export class BatchChangeService {
  constructor(private readonly database: Database) {}

  /**
   * 逐项变更 · Runs `work` on the items that have not been done before.
   *
   * @param work  says of each item what came of it, and has written nothing of those that it refuses
   * @throws Refused IDEMPOTENCY_CONFLICT when the batch's key was used with another input
   */
  async makeEach<T extends BatchItem>(
    request: BatchRequest<T>,
    work: (tx: Transaction, items: readonly T[]) => Promise<readonly ItemOutcome[]>,
  ): Promise<readonly ItemOutcome[]> {
    const keys = keysOf(request);
    const whole = keyOfBatch(request);
    const expired = new Date(request.caller.now.getTime() - KEY_LIFE_MS).toISOString();
    return this.database.write(request.reach.scope, async (tx) => {
      const earlier = await claimKeys(tx, [...keys.values(), ...(whole === null ? [] : [whole])], expired);
      const before = whole === null ? undefined : earlier.get(whole.keyDigest);
      if (before !== undefined && before.inputDigest !== whole?.inputDigest)
        throw new Refused([keyConflict('idempotencyKey')]);
      const known = request.items.flatMap((item) => earlierOutcome(item, keys.get(item), earlier));
      const settled = new Set(known.map(({ index }) => index));
      const fresh = request.items.filter(({ index }) => !settled.has(index));
      const outcomes = fresh.length === 0 ? [] : await work(tx, fresh);
      const refused = new Set(outcomes.filter(({ refusals }) => refusals.length > 0).map(({ index }) => index));
      const digests = fresh.flatMap((item) => (refused.has(item.index) ? (keys.get(item)?.keyDigest ?? []) : []));
      if (whole !== null && known.length === 0 && refused.size === fresh.length) digests.push(whole.keyDigest);
      if (digests.length > 0) await forgetKeys(tx, digests);
      return [...known, ...outcomes];
    });
  }
}

/** The batch's own: it holds the key to one input. Forgotten where nothing was done. */
function keyOfBatch<T extends BatchItem>({ caller, operation, county, input }: BatchRequest<T>): KeyRecord | null {
  const { idempotencyKey: key } = input;
  if (key === undefined || key === null) return null;
  return keyRecord({ caller, operation, county, key: [key, county], input, ids: {} });
}

/** The key of each item that has one; a key that stands on two items is that of the first. */
function keysOf<T extends BatchItem>(request: BatchRequest<T>): Map<T, KeyRecord> {
  const { caller, operation, county, input, items } = request;
  const { idempotencyKey: key } = input;
  const keys = new Map<T, KeyRecord>();
  const taken = new Set<string>();
  for (const item of items) {
    const attempt = { caller, county, ids: item.ids };
    const record = item.own
      ? keyRecord({ ...attempt, ...item.own })
      : key === undefined || key === null
        ? null
        : keyRecord({ ...attempt, operation, key: [key, String(item.index)], input });
    if (record === null || taken.has(record.keyDigest)) continue;
    taken.add(record.keyDigest);
    keys.set(item, record);
  }
  return keys;
}

function earlierOutcome(
  item: BatchItem,
  key: KeyRecord | undefined,
  earlier: ReadonlyMap<string, KeyRecord>,
): ItemOutcome[] {
  const { index, own } = item;
  if (key === undefined)
    return own
      ? [{ index, refusals: [refuse('DUPLICATE', 'an earlier item has this idempotencyKey too', ['idempotencyKey'])] }]
      : [];
  const found = earlier.get(key.keyDigest);
  if (found === undefined) return [];
  if (found.inputDigest === key.inputDigest) return [{ index, refusals: [] }];
  // Without a key of its own it has the batch's, at its place in the list.
  return [{ index, refusals: [keyConflict('idempotencyKey')], ...(own ? {} : { ofBatch: true }) }];
}
