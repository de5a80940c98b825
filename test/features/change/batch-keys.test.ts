import { describe, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import type { Reach } from '../../../src/features/access/index.js';
import { BatchChangeService, ChangeService } from '../../../src/features/change/index.js';
import type { Caller } from '../../../src/platform/auth/caller.js';
import type { Database } from '../../../src/platform/database/database.js';

const CALLER = {
  principal: { subject: 'county-officer', grants: [] },
  today: date('2023-03-06'),
  now: new Date('2023-03-06T02:00:00.000Z'),
} as unknown as Caller;
const REACH = { scope: {}, county: (code: string) => code } as unknown as Reach;
/** Nobody else has a key. */
const tx = { rows: async () => [] };
const database = {
  read: (_scope: unknown, work: (own: unknown) => unknown) => work(tx),
  write: (_scope: unknown, work: (own: unknown) => unknown) => work(tx),
} as unknown as Database;

/** An input that counts how often it is read whole. */
function counted() {
  const read = { times: 0 };
  const items = {
    toJSON() {
      read.times += 1;
      return ['as many as are sent'];
    },
  };
  return { read, input: { idempotencyKey: '5b7c1d8e-1111-4222-8333-444455556601', items } };
}

const itemsOf = (county: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ index, ids: { county, case: String(index) } }));

describe('the keys of a batch', () => {
  it('read an input of 500 items in 3 counties once, not once an item', async () => {
    const { read, input } = counted();
    const batches = new BatchChangeService(database);
    for (const county of ['430121', '430122', '430124']) {
      const request = { caller: CALLER, operation: 'Mutation.completeSteps', input, county, reach: REACH };
      const outcomes = await batches.makeEach({ ...request, items: itemsOf(county, 500) }, async (_tx, items) =>
        items.map(({ index }) => ({ index, refusals: [] })),
      );
      expect(outcomes).toHaveLength(500);
    }
    expect(read.times).toBe(1);
  });

  it('read an input that is changed county by county once, also where it was answered before', async () => {
    const { read, input } = counted();
    const changes = new ChangeService(database, {} as never);
    const requests = ['430121', '430122'].map((county) => ({
      caller: CALLER,
      operation: 'Mutation.import',
      county,
      input,
    }));
    expect(await changes.answeredBefore({} as never, requests)).toEqual([null, null]);
    expect(read.times).toBe(1);
  });
});
