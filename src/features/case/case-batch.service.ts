import type { Refusal } from '../../domain/kernel/verdict.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Transaction } from '../../platform/database/database.js';
import type { AccessService, Reach } from '../access/index.js';
import {
  type BatchChangeService,
  type BatchItem,
  changeByCounty,
  type ItemOutcome,
  notFound,
  reasonsOf,
  versionConflict,
} from '../change/index.js';
import {
  type CaseChangeBasis,
  type CaseChangeService,
  type CaseEffect,
  type CaseId,
  readCaseId,
} from './case-change.service.js';

/** 批内档案 · What one item of a batch asks of a case. */
export interface CaseItem {
  readonly caseId: string;
  readonly expectedVersion?: number | null;
}

/** 档案批量请求 · Items that stand or fall by themselves. */
export interface CaseBatch<T extends CaseItem> {
  readonly caller: Caller;
  readonly operation: string;
  readonly input: { readonly idempotencyKey?: string | null };
  readonly items: readonly T[];
  /** The key that an item has for itself, and the operation that it is a key of; none unless given. */
  readonly ownKey?: (item: T) => BatchItem['own'];
}

/** 已作决定 · A decision that stands, before it is written. */
export interface StandingItem<T> {
  readonly basis: CaseChangeBasis;
  readonly item: T;
  readonly effect: CaseEffect;
}

/** 档案批量结果 · The cases of the items that stand, once each, and the reasons against the others by their place. */
export interface CaseBatchOutcome {
  readonly cases: readonly CaseId[];
  readonly refused: readonly ItemOutcome[];
  /** Against the batch as a whole. */
  readonly userErrors: readonly Refusal[];
}

interface Placed<T> extends BatchItem {
  readonly item: T;
  readonly place: CaseId;
}

/**
 * 档案批量变更服务 · Changes many cases, one transaction a county: locked and read together, decided one by one, and written
 * in as many statements as one case takes. Items on the same case follow each other as they stand in the list.
 *
 * @article 5.3
 */
export class CaseBatchService {
  constructor(
    private readonly batches: BatchChangeService,
    private readonly cases: CaseChangeService,
    private readonly access: AccessService,
  ) {}

  /**
   * 逐案变更 · Runs a decision on each case.
   *
   * @param decide  throws `Refused` to leave the item out, before it has sent any write
   * @param together  writes what the decisions that stand share, ahead of their effects
   */
  async changeEach<T extends CaseItem>(
    batch: CaseBatch<T>,
    decide: (basis: CaseChangeBasis, item: T) => Promise<CaseEffect>,
    together?: (tx: Transaction, standing: readonly StandingItem<T>[]) => Promise<unknown>,
  ): Promise<CaseBatchOutcome> {
    const { caller, operation, input, items, ownKey } = batch;
    const reach = await this.access.reach(caller, operation);
    const outcomes: ItemOutcome[] = [];
    const placed: Placed<T>[] = [];
    for (const [index, item] of items.entries()) {
      const place = readCaseId(item.caseId);
      if (place === null || reach.county(place.county) === null) {
        outcomes.push({ index, refusals: [notFound('caseId')] });
        continue;
      }
      const ids = { county: place.county, case: place.id };
      placed.push({ index, item, place, ids, own: ownKey?.(item) ?? null });
    }
    const request = { caller, operation, input, reach, items: placed };
    const made = await changeByCounty(this.batches, request, (tx, _, fresh) =>
      this.inTurns(tx, reach, caller, fresh, decide, together),
    );
    if (made.userErrors.length > 0) return { cases: [], refused: [], userErrors: made.userErrors };
    outcomes.push(...made.outcomes);
    return summary(placed, outcomes);
  }

  /** A case's first item, then its second upon what the first has made of it. */
  private async inTurns<T extends CaseItem>(
    tx: Transaction,
    reach: Reach,
    caller: Caller,
    items: readonly Placed<T>[],
    decide: (basis: CaseChangeBasis, item: T) => Promise<CaseEffect>,
    together?: (tx: Transaction, standing: readonly StandingItem<T>[]) => Promise<unknown>,
  ): Promise<ItemOutcome[]> {
    const outcomes: ItemOutcome[] = [];
    let waiting = items;
    while (waiting.length > 0) {
      const turn = new Map<string, Placed<T>>();
      for (const item of waiting) if (!turn.has(item.place.id)) turn.set(item.place.id, item);
      waiting = waiting.filter((item) => turn.get(item.place.id) !== item);
      const { county } = items[0]!.place;
      const bases = await this.cases.bases(tx, reach, caller, county, [...turn.keys()]);
      const decided = await allDone(
        [...turn.values()].map((placed) => decideOne(placed, bases.get(placed.place.id), decide)),
      );
      const standing = decided.flatMap(({ stands }) => stands ?? []);
      if (standing.length > 0) await Promise.all([together?.(tx, standing), this.cases.writeAll(standing)]);
      outcomes.push(...decided.map(({ index, refusals }) => ({ index, refusals })));
    }
    return outcomes;
  }
}

interface Decided<T> extends ItemOutcome {
  readonly stands: StandingItem<T> | null;
}

async function decideOne<T extends CaseItem>(
  { index, item }: Placed<T>,
  basis: CaseChangeBasis | undefined,
  decide: (basis: CaseChangeBasis, item: T) => Promise<CaseEffect>,
): Promise<Decided<T>> {
  const refused = (refusals: readonly Refusal[]): Decided<T> => ({ index, refusals, stands: null });
  if (basis === undefined) return refused([notFound('caseId')]);
  const { expectedVersion } = item;
  if (expectedVersion !== undefined && expectedVersion !== null && expectedVersion !== basis.row.version)
    return refused([versionConflict(expectedVersion, basis.row.version)]);
  try {
    return { index, refusals: [], stands: { basis, item, effect: await decide(basis, item) } };
  } catch (error) {
    return refused(reasonsOf(error, ['caseId']));
  }
}

/** Waits for all of them before the first fault is thrown: none goes on reading in a transaction that is rolled back. */
async function allDone<T>(pending: readonly Promise<T>[]): Promise<T[]> {
  const settled = await Promise.allSettled(pending);
  return settled.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
}

function summary<T>(placed: readonly Placed<T>[], outcomes: readonly ItemOutcome[]): CaseBatchOutcome {
  const refused = outcomes.filter(({ refusals }) => refusals.length > 0).sort((a, b) => a.index - b.index);
  const fell = new Set(refused.map(({ index }) => index));
  const cases = new Map<string, CaseId>();
  for (const { index, place } of [...placed].sort((a, b) => a.index - b.index))
    if (!fell.has(index)) cases.set(`${place.county}:${place.id}`, place);
  return { cases: [...cases.values()], refused, userErrors: [] };
}
