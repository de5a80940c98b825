import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnv } from '../../../src/platform/config/env.js';
import { Database } from '../../../src/platform/database/database.js';
import { migrateDatabase } from '../../../src/platform/database/migrate.js';
import { openEngines } from '../../../src/platform/database/open-engine.js';
import { plantHouseholds } from '../../features/simulation/planted-households.js';
import { freshDatabase, type TestDatabase } from '../../support/test-database.js';
import { runCommand } from './run-command.js';

const earned = (wages: number) => [{ from: '2022-01-01', to: '2022-12-31', heads: 1, wages, businessExpenses: 0 }];

describe('province simulate', () => {
  let fresh: TestDatabase;
  const run = (words: readonly string[]) =>
    runCommand(['simulate', ...words], fresh.folder, { NODE_ENV: 'test', DATA_DIR: fresh.folder, ...fresh.env });

  beforeAll(async () => {
    fresh = await freshDatabase();
    const engines = await openEngines(readEnv({ NODE_ENV: 'test', DATA_DIR: fresh.folder, ...fresh.env }));
    await migrateDatabase(engines.owner, 'migrations');
    await plantHouseholds(new Database(engines.serving), '430121001001', [
      earned(749_999),
      earned(799_999),
      earned(800_000),
    ]);
    await engines.close();
  });
  afterAll(() => fresh.drop());

  it('counts one household within 7,500.00 yuan and two within 8,000.00, by county and in all', async () => {
    const { code, stdout, stderr } = await run(['--line', '8000', '--region', '43', '--on', '2023-06-01']);
    expect(stderr).toBe('');
    expect(stdout).toMatch(/430121 +3 +1 +2 +1 +0 +长沙县/);
    expect(stdout).toMatch(/all +3 +1 +2 +1 +0/);
    expect(code).toBe(0);
    const told = await run(['--line', '5999.99', '--region', '430121', '--on', '2023-06-01', '--json']);
    expect(JSON.parse(told.stdout)).toMatchObject({
      withinRangeThen: 0,
      floorViolation: expect.stringContaining('6000.00'),
    });
  });

  it('refuses an amount with three decimals and a region that is none', async () => {
    expect(await run(['--line', '8000.001', '--region', '43'])).toMatchObject({ code: 2, stdout: '' });
    expect((await run(['--line', '8000', '--region', '4'])).code).toBe(2);
  });
});
