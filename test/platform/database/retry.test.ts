import { describe, expect, it } from 'vitest';
import { Database } from '../../../src/platform/database/database.js';
import type { Engine } from '../../../src/platform/database/engine.js';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';

/** A database that fails so often with a code before it lets a transaction through. */
function failing(code: string, times: number): { readonly database: Database; runs(): number } {
  let runs = 0;
  const transaction: Engine['transaction'] = async (_opening, _durable, work) => {
    runs += 1;
    if (runs <= times) throw Object.assign(new Error('could not serialize access'), { code });
    return work({ query: async () => [], send: () => undefined });
  };
  const engine: Engine = {
    kind: 'postgres',
    transaction,
    atOnce: (opening, work) => transaction(opening, false, work),
    close: async () => undefined,
  };
  return { database: new Database(engine), runs: () => runs };
}

describe('row 43: a write that meets another', () => {
  it.each(['40001', '40P01'])('after %s is run again from its start, four times at most', async (code) => {
    const { database, runs } = failing(code, 4);
    expect(await database.write(WHOLE_REGISTER, async () => 'done')).toBe('done');
    expect(runs()).toBe(5);
  });

  it.each(['40001', '40P01'])(
    'after %s five times in a row is answered as busy for a moment, never as a fault',
    async (code) => {
      const { database, runs } = failing(code, 5);
      await expect(database.write(WHOLE_REGISTER, async () => 'done')).rejects.toMatchObject({
        code: 'SERVICE_UNAVAILABLE',
        extra: { retryAfterSeconds: 1 },
      });
      expect(runs()).toBe(5);
    },
  );

  it('that waits for a lock past its time is answered as away for a moment, and is not run again', async () => {
    const { database, runs } = failing('57014', 1);
    await expect(database.write(WHOLE_REGISTER, async () => 'done')).rejects.toMatchObject({
      code: 'SERVICE_UNAVAILABLE',
    });
    expect(runs()).toBe(1);
  });
});
