import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { build } from '../../../scripts/build.mjs';
import { shaanxi } from '../../scripts/province/run-command.js';
import { type ServerProcess, startServer } from '../../support/server-process.js';
import { freshDatabase } from '../../support/test-database.js';

const QUERY = '{ province(code: "610000") { monitoringLine(on: "2024-06-01") { perCapitaIncome } } }';

describe('the built server with a module outside the tree', () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdline-signal-'));
  let server: ServerProcess | undefined;
  afterAll(() => {
    server?.kill();
    rmSync(folder, { recursive: true });
  });

  const line = async (): Promise<string> => {
    const answer = await fetch(`${server?.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: QUERY }),
    });
    const { data } = (await answer.json()) as { data: { province: { monitoringLine: { perCapitaIncome: string } } } };
    return data.province.monitoringLine.perCapitaIncome;
  };
  const outcome = async (): Promise<unknown> => {
    const { provinces } = (await (await fetch(`${server?.url}/health/ready`)).json()) as {
      provinces: { reload: { outcome: string; refused: { faults: { sentence: string }[] }[] } | null };
    };
    return provinces.reload;
  };

  it('takes a changed line at SIGHUP, keeps it where the next one is under the floor, and names that in /health/ready and the log', async () => {
    build();
    const database = await freshDatabase({ filled: true });
    writeFileSync(join(folder, 'index.ts'), shaanxi('8000.00'));
    const settings = { NODE_ENV: 'test', DATA_DIR: database.folder, DEMO: 'off', ...database.env };
    server = await startServer({ ...settings, PROVINCE_MODULES: folder });
    try {
      expect(await line()).toBe('8000.00');
      expect(await outcome()).toBeNull();

      writeFileSync(join(folder, 'index.ts'), shaanxi('8100.00'));
      server.signal('SIGHUP');
      await expect.poll(line, { timeout: 20_000 }).toBe('8100.00');

      writeFileSync(join(folder, 'index.ts'), shaanxi('5999.99'));
      server.signal('SIGHUP');
      await expect
        .poll(outcome, { timeout: 20_000 })
        .toMatchObject({ outcome: 'refused', refused: [{ province: '610000' }] });
      expect(await line()).toBe('8100.00');
      expect(server.output()).toContain('monitoringLines[1].value.perCapitaIncome');
    } finally {
      await server.stop();
      await database.drop();
    }
  });
});
