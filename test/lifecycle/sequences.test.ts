import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { date } from '../../src/domain/kernel/calendar-date.js';
import { startTestApp, type TestApp } from '../support/test-app.js';
import { COMMANDS, type Model } from './commands.js';
import { expectInvariants } from './invariants.js';
import { PLACES } from './places.js';
import { Stage } from './stage.js';

/** `npm run test:long` runs in the mode `long`. The embedded database, which runs nothing at once, is asked less in `npm test`. */
const IS_LONG = process.env['LONG'] === 'yes';
const IN_PASSING = (process.env['DATABASE_URL'] ?? '') === '' ? 30 : 100;
const SEQUENCES = Number(process.env['SEQUENCES'] ?? (IS_LONG ? 2_000 : IN_PASSING));
const SEED = process.env['SEED'] === undefined ? Math.floor(Math.random() * 0x7fffffff) : Number(process.env['SEED']);

describe('any acts by anybody in any order, several at once', () => {
  let product: TestApp;
  let count = 0;
  const reached = new Map<string, number>();
  let requests = 0;
  let done = 0;

  beforeAll(async () => {
    product = await startTestApp('2023-03-06', { DEMO: 'off' });
  });
  afterAll(() => product?.stop());

  it(`leave ${SEQUENCES} households as the policy wants them (SEED=${SEED})`, async () => {
    const concurrent = product.app.ground.database.kind === 'postgres';
    if (!concurrent) console.warn('the embedded database runs one transaction at a time: nothing ran side by side');
    const property = fc.asyncProperty(
      fc.constantFrom(...PLACES),
      fc.constantFrom('2022-03-07', '2023-03-06'),
      fc.commands(COMMANDS, { maxCommands: 24, size: 'max' }),
      async (place, day, commands) => {
        count += 1;
        const stage = new Stage(product, `${SEED}-${count}`);
        await stage.open(place, date(day));
        const model: Model = { changedFrom: new Map() };
        try {
          await fc.asyncModelRun(() => ({ model, real: stage }), commands);
          await expectInvariants(stage);
        } catch (error) {
          throw new Error(`${(error as Error).message}\n${stage.told()}`, { cause: error });
        }
        requests += stage.sent.length;
        done += stage.sent.filter((one) => one.done).length;
        for (const { status } of (await stage.dossier()).cases) reached.set(status, (reached.get(status) ?? 0) + 1);
      },
    );
    await fc.assert(property, {
      numRuns: SEQUENCES,
      seed: SEED,
      endOnFailure: process.env['SHRINK'] === undefined,
      interruptAfterTimeLimit: 3_500_000,
    });
    console.info(
      `${count} sequences, ${requests} requests, ${done} done; cases: ${JSON.stringify(Object.fromEntries(reached))}`,
    );
    expect(done).toBeGreaterThan(SEQUENCES);
  }, 3_600_000);
});
