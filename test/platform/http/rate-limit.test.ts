import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBlindIndex } from '../../../src/platform/crypto/keyed-blind-index.js';
import { readPiiKeys } from '../../../src/platform/crypto/pii-keys.js';
import { Database } from '../../../src/platform/database/database.js';
import { migrateDatabase } from '../../../src/platform/database/migrate.js';
import { type Engines, openEngines } from '../../../src/platform/database/open-engine.js';
import { ApiError } from '../../../src/platform/errors/api-error.js';
import { createRateLimits, type RateLimiter } from '../../../src/platform/http/rate-limit.js';
import { freshDatabase, type TestDatabase } from '../../support/test-database.js';

const KEYS = readPiiKeys(`a:${Buffer.alloc(32, 'limits').toString('base64')}`);
const signedIn = (subject: string) => ({
  principal: { subject, grants: [], department: null, household: null, tokenId: null },
  address: '192.0.2.1',
});
const from = (address?: string) => ({ principal: null, address });

describe('rate limits', () => {
  let files: TestDatabase;
  let engines: Engines;
  let rules = 0;
  const blindIndex = createBlindIndex('fault' in KEYS ? (undefined as never) : KEYS);
  /** Two processes over one database. */
  const processes = (points: number, counted: 'together' | 'each' = 'together'): [RateLimiter, RateLimiter] => {
    rules += 1;
    const rule = { name: `rule-${rules}`, points, seconds: 60, counted };
    const make = () => createRateLimits(new Database(engines.serving), blindIndex)(rule);
    return [make(), make()];
  };
  const refusal = (spent: Promise<void>) =>
    spent.then(
      () => null,
      (error: unknown) => error,
    );

  beforeAll(async () => {
    files = await freshDatabase();
    engines = await openEngines({
      databaseUrl: files.env['DATABASE_URL'] ?? null,
      databaseMigrationUrl: null,
      databasePool: 3,
      dataDir: null,
    });
    await migrateDatabase(engines.owner, 'migrations');
  });
  afterAll(async () => {
    await engines?.close();
    await files?.drop();
  });

  it('take three of three and refuse the fourth, with the seconds to wait', async () => {
    const [limiter] = processes(3);
    for (let n = 0; n < 3; n += 1) expect(await refusal(limiter.spend(from('192.0.2.1')))).toBeNull();
    const error = await refusal(limiter.spend(from('192.0.2.1')));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ code: 'RATE_LIMITED' });
    const { retryAfterSeconds } = (error as ApiError).extra;
    expect(retryAfterSeconds).toBeGreaterThan(50);
    expect(retryAfterSeconds).toBeLessThanOrEqual(60);
  });

  it('weigh what is spent', async () => {
    const [limiter] = processes(60);
    for (let n = 0; n < 10; n += 1) expect(await refusal(limiter.spend(from('192.0.2.1'), 6))).toBeNull();
    expect(await refusal(limiter.spend(from('192.0.2.1'), 6))).toMatchObject({ code: 'RATE_LIMITED' });
  });

  it('count each address and each subject by itself, a subject wherever it comes from', async () => {
    const [limiter] = processes(1);
    for (const caller of [from('192.0.2.1'), from('192.0.2.2'), signedIn('li'), signedIn('wang')]) {
      expect(await refusal(limiter.spend(caller))).toBeNull();
      expect(await refusal(limiter.spend(caller))).toMatchObject({ code: 'RATE_LIMITED' });
    }
    expect(await refusal(limiter.spend({ ...signedIn('li'), address: '192.0.2.9' }))).not.toBeNull();
  });

  it('let nobody through who came by no door: they share one count', async () => {
    const [limiter] = processes(1);
    expect(await refusal(limiter.spend(from()))).toBeNull();
    expect(await refusal(limiter.spend(from()))).toMatchObject({ code: 'RATE_LIMITED' });
  });

  it('keep the counts of two rules apart', async () => {
    const [one] = processes(1);
    const [other] = processes(1);
    expect(await refusal(one.spend(from('192.0.2.1')))).toBeNull();
    expect(await refusal(other.spend(from('192.0.2.1')))).toBeNull();
  });

  it('admit exactly so many of twenty at once', async () => {
    const [limiter] = processes(5);
    const spent = await Promise.all(Array.from({ length: 20 }, () => refusal(limiter.spend(from('192.0.2.1')))));
    expect(spent.filter((error) => error === null)).toHaveLength(5);
    expect(spent.filter((error) => (error as ApiError | null)?.code === 'RATE_LIMITED')).toHaveLength(15);
  });

  it.runIf(process.env.DATABASE_URL)('count together for two processes where the rule says so', async () => {
    const [one, other] = processes(2);
    expect(await refusal(one.spend(from('192.0.2.1')))).toBeNull();
    expect(await refusal(other.spend(from('192.0.2.1')))).toBeNull();
    expect(await refusal(one.spend(from('192.0.2.1')))).toMatchObject({ code: 'RATE_LIMITED' });
    expect(await refusal(other.spend(from('192.0.2.1')))).toMatchObject({ code: 'RATE_LIMITED' });
    const [alone, apart] = processes(1, 'each');
    expect(await refusal(alone.spend(from('192.0.2.1')))).toBeNull();
    expect(await refusal(apart.spend(from('192.0.2.1')))).toBeNull();
  });

  it.runIf(process.env.DATABASE_URL)('keep no address and no subject in the database', async () => {
    const [limiter] = processes(5);
    await limiter.spend(from('203.0.113.77'));
    await limiter.spend(signedIn('a-subject'));
    const rows = await engines.owner.transaction(['BEGIN'], false, (connection) =>
      connection.query('SELECT key FROM rate_limit', [], 'object'),
    );
    expect(rows.length).toBeGreaterThan(1);
    expect(JSON.stringify(rows)).not.toMatch(/203\.0\.113\.77|a-subject/);
  });

  it('go on counting in the process when the database does not answer', async () => {
    const away = { kind: 'postgres', write: () => Promise.reject(new Error('gone')) } as unknown as Database;
    const limiter = createRateLimits(away, blindIndex)({ name: 'away', points: 1, seconds: 60, counted: 'together' });
    expect(await refusal(limiter.spend(from('192.0.2.1')))).toBeNull();
    expect(await refusal(limiter.spend(from('192.0.2.1')))).toMatchObject({ code: 'RATE_LIMITED' });
  });
});
