import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createIssuerKeys, KeysUnavailable } from '../../../src/platform/auth/issuer-keys.js';
import { readEnv } from '../../../src/platform/config/env.js';
import { createLogger } from '../../../src/platform/logging/logger.js';
import { anIssuerKey, type IssuerKey, KeySetServer } from '../../support/key-set-server.js';

const SECOND = 1000;
const logger = createLogger(readEnv({ LOG_LEVEL: 'silent' }));

describe('threat 16 · createIssuerKeys', () => {
  let server: KeySetServer;
  let elapsed: number;
  let first: IssuerKey;
  let second: IssuerKey;

  beforeEach(async () => {
    server = await KeySetServer.start();
    [first, second] = await Promise.all([anIssuerKey('first'), anIssuerKey('second')]);
    server.keys = [first.jwk];
    elapsed = 1_000_000;
  });
  afterEach(() => server.stop());

  const start = () => {
    const keys = createIssuerKeys(server.url, logger, () => elapsed);
    const token = { payload: '', signature: '' };
    return async (kid: string) => keys({ alg: 'EdDSA', kid }, token);
  };

  it('fetches once for a known key, however often it is asked for', async () => {
    const find = start();
    for (let count = 0; count < 100; count += 1) await find('first');
    expect(server.fetches).toBe(1);
  });

  it('fetches at the start, so that the first token need not wait', async () => {
    start();
    await expect.poll(() => server.fetches).toBe(1);
  });

  it('fetches at most 3 times for 100 unknown keys in 60 s', async () => {
    const find = start();
    for (let count = 0; count < 100; count += 1) {
      await expect(find(`unknown-${count}`)).rejects.toThrow();
      elapsed += 0.6 * SECOND;
    }
    expect(server.fetches).toBeLessThanOrEqual(3);
    expect(server.fetches).toBeGreaterThan(1);
  });

  it('fetches at most 3 times for 200 unknown keys while the issuer is down, and while it answers nonsense', async () => {
    const find = start();
    await find('first');
    for (const fault of [
      { status: 503, body: '' },
      { status: 200, body: 'x' },
    ] as const) {
      server.fault = fault;
      server.fetches = 0;
      elapsed += 31 * SECOND;
      await Promise.all(Array.from({ length: 100 }, (_, n) => expect(find(`unknown-${n}`)).rejects.toThrow()));
      for (let count = 0; count < 100; count += 1) {
        await expect(find(`unknown-${count}`)).rejects.toThrow();
        elapsed += 0.3 * SECOND;
      }
      expect(server.fetches).toBeLessThanOrEqual(3);
    }
  });

  it('finds a new key 30 s after the last fetch, not at 29.9 s', async () => {
    const find = start();
    await find('first');
    server.keys = [first.jwk, second.jwk];
    elapsed += 29.9 * SECOND;
    await expect(find('second')).rejects.toThrow();
    elapsed += 0.1 * SECOND;
    await expect(find('second')).resolves.toBeDefined();
    expect(server.fetches).toBe(2);
  });

  it('forgets a withdrawn key within two requests after 5 minutes, and within one after 10', async () => {
    const find = start();
    await find('first');
    server.keys = [second.jwk];
    elapsed += 300 * SECOND;
    await find('first');
    await expect.poll(() => server.fetches).toBe(2);
    await expect
      .poll(() =>
        find('first').then(
          () => 'known',
          () => 'unknown',
        ),
      )
      .toBe('unknown');
    server.keys = [first.jwk];
    elapsed += 600 * SECOND;
    await expect(find('second')).rejects.toThrow();
  });

  it.each([
    ['is down', null],
    ['answers 503', { status: 503, body: '{}' }],
    ['answers another page', { status: 200, body: '<html>' }],
    ['answers no keys', { status: 200, body: '{"keys":[]}' }],
    ['answers null', { status: 200, body: 'null' }],
    ['answers 101 keys', { status: 200, body: JSON.stringify({ keys: Array(101).fill({ kty: 'OKP' }) }) }],
    ['answers 300 KB', { status: 200, body: `{"keys":[{"kty":"OKP"}],"x":"${'x'.repeat(300_000)}"}` }],
    ['redirects', { status: 302, body: '', location: 'http://127.0.0.1:1/evil' }],
    ['hangs', 'hang'],
  ] as const)('keeps known keys for a day while the issuer %s, and no longer', async (_, fault) => {
    const find = start();
    await find('first');
    if (fault === null) await server.stop();
    server.fault = fault;
    elapsed += 3600 * SECOND;
    await expect(find('first')).resolves.toBeDefined();
    elapsed += 82_799 * SECOND;
    await expect(find('first')).resolves.toBeDefined();
    elapsed += SECOND;
    await expect(find('first')).rejects.toThrow(KeysUnavailable);
  });

  it('says that there are no keys while there never were, asks again after 5 s, and recovers', async () => {
    server.fault = { status: 503, body: '' };
    const find = start();
    await expect(find('first')).rejects.toThrow(KeysUnavailable);
    server.fault = null;
    elapsed += 4.9 * SECOND;
    await expect(find('first')).rejects.toThrow(KeysUnavailable);
    elapsed += 0.1 * SECOND;
    await expect(find('first')).resolves.toBeDefined();
    expect(server.fetches).toBe(2);
  });

  it('gives a hanging issuer up within 2 s', async () => {
    server.fault = 'hang';
    const find = start();
    const before = performance.now();
    await expect(find('first')).rejects.toThrow(KeysUnavailable);
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
