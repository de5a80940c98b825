import { afterAll, beforeAll, expect, it } from 'vitest';
import { date } from '../../../src/domain/kernel/calendar-date.js';
import type { RegionCode } from '../../../src/domain/kernel/region-code.js';
import { listConfigurations, ProvinceService, registerConfigurations } from '../../../src/features/province/index.js';
import { digestOf } from '../../../src/platform/crypto/content-digest.js';
import type { Database } from '../../../src/platform/database/database.js';
import { WHOLE_REGISTER } from '../../../src/platform/database/scope.js';
import { openRegister, type RegisterDatabase } from '../household/register-database.js';
import { load, yunnanWithLine } from './planted-modules.js';

let own: RegisterDatabase;
let database: Database;

beforeAll(async () => {
  own = await openRegister();
  database = own.database;
});

afterAll(() => own.close());

const register = (catalogue: ReturnType<typeof load>, at: string) =>
  database.write(WHOLE_REGISTER, (tx) => registerConfigurations(tx, [...catalogue.provinces.values()], at));
const list = () => database.read(WHOLE_REGISTER, listConfigurations);

it('keeps two configurations for 32 provinces, the baseline under its own code', async () => {
  await register(load(), '2026-01-01T00:00:00Z');
  const kept = await list();
  expect(kept.map(({ code, servedByBaseline }) => [code, servedByBaseline]).sort()).toEqual([
    ['000000', true],
    ['430000', false],
  ]);
});

it('gives back every configuration with the content that its hash says', async () => {
  for (const { configVersion, config } of await list()) expect(digestOf(config)).toBe(configVersion);
  expect(load([], await list()).altered).toEqual([]);
});

it('adds what is new at the next start and leaves the rest as it was', async () => {
  await register(load([yunnanWithLine('7000.00')]), '2026-02-01T00:00:00Z');
  await register(load([yunnanWithLine('8000.00')]), '2026-03-01T00:00:00Z');
  await register(load([yunnanWithLine('7000.00')]), '2026-04-01T00:00:00Z');
  const kept = await list();
  const lines = kept.map(({ code, config }) => [code, config.monitoringLines.at(-1)?.value.perCapitaIncome]);
  expect(lines.slice(0, 2)).toEqual([
    ['530000', 800000],
    ['530000', 700000],
  ]);
  expect(kept).toHaveLength(4);
});

it('answers a run of before under 7,000.00 yuan after a start with 8,000.00', async () => {
  const before = load([yunnanWithLine('7000.00')]).provinces.get('530000')!;
  const service = new ProvinceService(load([yunnanWithLine('8000.00')], await list()));
  const rules = service.rulesOf(before.configVersion, '532328' as RegionCode, date('2026-05-01'));
  expect(rules.line?.perCapitaIncome).toBe(700000);
});

it('registers nothing where no province is loaded', async () => {
  await database.write(WHOLE_REGISTER, (tx) => registerConfigurations(tx, [], '2026-01-01T00:00:00Z'));
  expect(await list()).toHaveLength(4);
});
