import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Grant } from '../../src/domain/jurisdiction/role.js';
import { addDenial } from '../../src/platform/auth/token-denial.repository.js';
import { denialOf } from '../../src/platform/auth/token-denials.js';
import { asOwner } from '../features/audit/as-owner.js';
import { startTestApp, type TestApp } from '../support/test-app.js';

const COUNTY: Grant = { role: 'COUNTY_OFFICER', region: '430121' };
const PROVINCES = '{ provinces { code } }';

describe('threat 50 · getting round the limits', () => {
  let product: TestApp;
  let from = 0;
  const address = (): string => {
    from += 1;
    return `203.0.113.${from}`;
  };
  const token = (subject: string) => product.token([COUNTY], { subject });

  beforeAll(async () => {
    product = await startTestApp('2023-11-30', { DEMO: 'off', RATE_LIMIT: '5000' });
  }, 120_000);
  afterAll(() => product?.stop());

  /** How many requests are answered before one is told to come again. */
  async function untilRefused(ask: () => ReturnType<TestApp['ask']>): Promise<number> {
    for (let n = 0; n < 60; n += 1) {
      const { status, errors } = await ask();
      if (status !== 429) continue;
      expect(errors[0]!.extensions.code).toBe('RATE_LIMITED');
      expect(errors[0]!.extensions['retryAfterSeconds']).toBeGreaterThan(0);
      expect(errors[0]!.extensions['retryAfterSeconds']).toBeLessThanOrEqual(60);
      return n;
    }
    throw new Error('nothing was refused');
  }

  it('counts an address without a token, and no other address with it', async () => {
    const own = address();
    const answered = await untilRefused(() => product.ask(null, PROVINCES, {}, 'en', own));
    expect(answered).toBeGreaterThan(5);
    expect((await product.ask(null, PROVINCES, {}, 'en', own)).status).toBe(429);
    expect((await product.ask(null, PROVINCES, {}, 'en', address())).status).toBe(200);
  });

  it('counts the subject of a token, from whatever address and with whatever new token', async () => {
    await untilRefused(async () => product.ask(await token('li'), PROVINCES, {}, 'en', address()));
    expect((await product.ask(await token('li'), PROVINCES, {}, 'en', address())).status).toBe(429);
    expect((await product.ask(await token('wang'), PROVINCES, {}, 'en', address())).status).toBe(200);
  });

  it('weighs a request by its cost, however its fields are spread over aliases', async () => {
    const few = await token('few');
    const many = await token('many');
    const wide = `{ ${Array.from({ length: 10 }, (_, at) => `a${at}: provinces { code name }`).join(' ')} }`;
    const cheap = await untilRefused(() => product.ask(few, PROVINCES));
    const dear = await untilRefused(() => product.ask(many, wide));
    expect(dear).toBeLessThan(cheap);
  });

  it('takes points for what is refused: no document, an unknown field, a bad token', async () => {
    const own = address();
    expect(await untilRefused(() => product.ask(null, '{', {}, 'en', own))).toBe(50);
    const other = address();
    expect(await untilRefused(() => product.ask('not.a.token', PROVINCES, {}, 'en', other))).toBe(50);
    expect((await product.ask(null, PROVINCES, {}, 'en', other)).status, 'by address, with or without').toBe(429);
  });
});

describe('threat 17 · at the API', () => {
  it('answers a token that was taken back like one that never was', async () => {
    const product = await startTestApp('2023-11-30', { DEMO: 'off' });
    try {
      const order = { name: 'operator', reason: 'left', at: new Date(Date.now() + 1000) };
      await asOwner(product.app.ground.database, (tx) =>
        addDenial(tx, denialOf({ subject: 'gone', before: order.at }, order)),
      );
      const ask = async (token: string) => product.ask(token, '{ viewer { subject } }');
      const refused = await ask(await product.token([COUNTY], { subject: 'gone' }));
      expect(refused).toMatchObject({ status: 401, errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] });
      expect(await ask('not.a.token')).toEqual(refused);
      expect((await ask(await product.token([COUNTY], { subject: 'here' }))).status).toBe(200);
    } finally {
      await product.stop();
    }
  }, 120_000);
});
