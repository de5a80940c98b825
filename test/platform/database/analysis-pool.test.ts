import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Database } from '../../../src/platform/database/database.js';
import { migrateDatabase } from '../../../src/platform/database/migrate.js';
import { type Engines, openEngines } from '../../../src/platform/database/open-engine.js';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { freshDatabase, type TestDatabase } from '../../support/test-database.js';

const onServer = (process.env.DATABASE_URL ?? '') !== '';

describe.skipIf(!onServer)('long questions and officers (threat 42; on PostgreSQL only)', () => {
  let files: TestDatabase;
  let engines: Engines;
  let serving: Database;

  beforeAll(async () => {
    files = await freshDatabase();
    engines = await openEngines({
      databaseUrl: files.env['DATABASE_URL'] ?? null,
      databaseMigrationUrl: null,
      databasePool: 2,
      databaseReadPool: 2,
      dataDir: null,
    });
    await migrateDatabase(engines.owner, 'migrations');
    serving = new Database(engines.serving);
  }, 120_000);
  afterAll(async () => {
    await engines?.close();
    await files?.drop();
  });

  /** Takes a connection for so long. */
  const heavy = (database: Database, seconds: number): Promise<unknown> =>
    database.read(WHOLE_REGISTER, (tx) => tx.rows(sql`SELECT pg_sleep(${seconds}::double precision)`));
  const light = (): Promise<unknown> =>
    serving.read(WHOLE_REGISTER, (tx) => tx.rows(sql`SELECT count(*) FROM household WHERE county_code = '430121'`));

  it('stand in lines of their own: ten officers are answered while every connection of analysts is taken and three wait', async () => {
    const analysis = new Database(engines.analysis, { readMs: 20_000, writeMs: 20_000 });
    const order: string[] = [];
    const questions = Array.from({ length: 5 }, () => heavy(analysis, 2).finally(() => order.push('question')));
    const settled = Promise.allSettled(questions);
    await Promise.all(Array.from({ length: 10 }, () => light().then(() => order.push('officer'))));
    expect(order).toEqual(Array(10).fill('officer'));
    await settled;
    expect(order.filter((one) => one === 'question')).toHaveLength(5);
  });

  it('do not hold each other up the other way round either: a question is answered while officers take every connection', async () => {
    const analysis = new Database(engines.analysis, { readMs: 20_000, writeMs: 20_000 });
    const order: string[] = [];
    const officers = [1, 2].map(() => heavy(serving, 2).finally(() => order.push('officer')));
    await heavy(analysis, 0).then(() => order.push('question'));
    await Promise.all(officers);
    expect(order[0]).toBe('question');
  });

  it('ends a question that takes longer than it may, and its connection serves the next', async () => {
    const impatient = new Database(engines.analysis, { readMs: 200, writeMs: 200 });
    await expect(heavy(impatient, 30)).rejects.toThrow();
    expect(await heavy(impatient, 0)).toHaveLength(1);
  });

  it('refuses who would wait too long, as unavailable and with the time after which to come again', async () => {
    const analysis = new Database(engines.analysis, { readMs: 20_000, writeMs: 20_000 });
    const taken = [1, 2].map(() => heavy(analysis, 5));
    await expect(heavy(analysis, 0)).rejects.toMatchObject({ code: 'SERVICE_UNAVAILABLE' });
    await Promise.all(taken);
  }, 20_000);
});
