import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { build } from '../../scripts/build.mjs';
import { COMMANDS, FILES, QUERY } from '../docs/province-guide.js';
import { askServer } from '../support/http-stage.js';
import { type ServerProcess, startServer } from '../support/server-process.js';
import { freshDatabase } from '../support/test-database.js';

const COMMAND = resolve('dist/scripts/province.js');
const IT = { role: 'PROVINCE_IT', region: '610000' } as const;
const SIMULATE =
  'query($input: SimulateRulesInput!) { simulateRules(input: $input) { households entering leaving floorViolation } }';

/** Somebody who has the guide and nothing else, beside a built server that runs and is not stopped. */
describe('a province that is not there, written with the guide alone', () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdline-outside-'));
  let server: ServerProcess | undefined;
  let variables: Record<string, string> = {};
  afterAll(() => {
    server?.kill();
    rmSync(folder, { recursive: true });
  });

  async function command(words: readonly string[]) {
    const { PATH = '', HOME = '' } = process.env;
    const child = spawn(process.execPath, [COMMAND, ...words], {
      cwd: folder,
      env: { PATH, HOME, NODE_ENV: 'test', ...variables },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.on('data', (chunk) => {
      stdout += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      stderr += String(chunk);
    });
    const [code] = await once(child, 'close');
    return { code, stdout, stderr };
  }

  it('is checked, tested, simulated, loaded into the running server and seen through the API', async () => {
    build();
    const database = await freshDatabase({ filled: true });
    const settings = { DATA_DIR: database.folder, DEMO: 'off', ...database.env };
    variables = { DATA_DIR: database.folder, ...database.env };
    const [scaffold = [], ...others] = COMMANDS;
    expect(await command(scaffold)).toMatchObject({ code: 0, stderr: '' });
    server = await startServer({ ...settings, PROVINCE_MODULES: join(folder, 'shaanxi'), TODAY: '2024-06-01' });
    const { url } = server;
    const ask = (query: string, values: Record<string, unknown>, grant: typeof IT | null = null) =>
      askServer(server!, settings, grant, query, values);
    const seen = async () => (await ask(QUERY, { on: '2024-06-01' })).data.province;
    try {
      expect(await seen()).toMatchObject({ monitoringLine: { perCapitaIncome: '6000.00' } });

      for (const { name, text } of FILES) {
        mkdirSync(dirname(join(folder, 'shaanxi', name)), { recursive: true });
        writeFileSync(join(folder, 'shaanxi', name), text);
      }
      for (const words of others) {
        // The embedded database is the server's while it runs; then the API simulates.
        if (words[0] === 'simulate' && variables['DATABASE_URL'] === undefined) continue;
        const answer = await command(words);
        expect(answer, words.join(' ')).toMatchObject({ code: 0 });
        // biome-ignore lint/suspicious/noControlCharactersInRegex: what colours are made of
        expect(`${answer.stdout}${answer.stderr}`, words.join(' ')).not.toMatch(/\u001b/);
        const told = await command([...words, '--json']);
        expect(() => JSON.parse(told.stdout), `${words.join(' ')} --json: ${told.stdout}`).not.toThrow();
      }
      const input = { province: '610000', perCapitaIncomeLine: '8100.00', on: '2024-06-01' };
      const { simulateRules } = (await ask(SIMULATE, { input }, IT)).data;
      expect(simulateRules).toEqual({ households: 0, entering: 0, leaving: 0, floorViolation: null });

      server.signal('SIGHUP');
      await expect.poll(async () => (await seen()).monitoringLine.perCapitaIncome, { timeout: 60_000 }).toBe('8064.00');
      const province = await seen();
      expect(province.monitoringLines).toEqual(
        expect.arrayContaining([
          { from: '2023-01-01', perCapitaIncome: '7600.00', county: null },
          { from: '2024-01-01', perCapitaIncome: '8064.00', county: null },
          { from: '2024-01-01', perCapitaIncome: '9000.00', county: { code: '610102' } },
        ]),
      );
      const { steps } = province.procedures.find(({ kind }: { kind: string }) => kind === 'IDENTIFICATION');
      expect(steps).toContainEqual(
        expect.objectContaining({
          code: 'family-talk',
          kind: 'CUSTOM',
          extraForm: expect.objectContaining({ type: 'object' }),
        }),
      );
      expect(server.url).toBe(url);
    } finally {
      await server.stop();
      await database.drop();
    }
  }, 600_000);
});
