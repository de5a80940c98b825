import type { Refusal } from '../../domain/kernel/verdict.js';
import type { Transaction } from '../../platform/database/database.js';
import type { BatchChangeService, BatchItem, BatchRequest, ItemOutcome } from './batch-change.service.js';
import { Refused } from './refused.js';

/** 落县的一项 · An item of a batch, and the county that it writes. */
export interface PlacedItem extends BatchItem {
  readonly place: { readonly county: string };
}

/** 分县请求 · A batch whose items lie in several counties. */
export type CountiesRequest<T extends PlacedItem> = Omit<BatchRequest<T>, 'county'>;

/** 分县结果 · What came of each item; reasons against the batch as a whole only where no county took any of it. */
export interface CountiesOutcome {
  readonly outcomes: readonly ItemOutcome[];
  readonly userErrors: readonly Refusal[];
}

/**
 * 分县变更 · Makes the changes of a batch, a transaction a county. A county in which the key was used otherwise falls by itself: what
 * another county's transaction did stands.
 *
 * @param work  as of `BatchChangeService.makeEach`, told the county
 * @article 5.3
 */
export async function changeByCounty<T extends PlacedItem>(
  batches: BatchChangeService,
  request: CountiesRequest<T>,
  work: (tx: Transaction, county: string, items: readonly T[]) => Promise<readonly ItemOutcome[]>,
): Promise<CountiesOutcome> {
  const counties = new Map<string, T[]>();
  for (const item of request.items) {
    const own = counties.get(item.place.county);
    if (own === undefined) counties.set(item.place.county, [item]);
    else own.push(item);
  }
  const outcomes: ItemOutcome[] = [];
  const against: (readonly Refusal[])[] = [];
  for (const [county, items] of counties)
    try {
      const made = await batches.makeEach({ ...request, county, items }, (tx, fresh) => work(tx, county, fresh));
      outcomes.push(...made);
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      against.push(error.refusals);
      outcomes.push(...items.map(({ index }) => ({ index, refusals: error.refusals, ofBatch: true })));
    }
  // What one county's transaction did stands, whatever is said in another: then it is said of the items there.
  if (against.length > 0 && against.length === counties.size) return { outcomes: [], userErrors: against[0] ?? [] };
  return { outcomes, userErrors: [] };
}
