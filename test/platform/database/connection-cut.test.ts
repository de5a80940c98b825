import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

interface Report {
  readonly inTransaction: string[];
  readonly afterTransaction: number;
  readonly underWay: string[];
  readonly midResult: string;
  readonly afterMidResult: number[];
  readonly settled: number;
  readonly afterStorm: string;
}

const SCRIPT = fileURLToPath(new URL('connection-cut.script.mjs', import.meta.url));

function runScript(): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [SCRIPT], { env: process.env, stdio: ['ignore', 'pipe', 'pipe'] });
  const output = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output.stdout += text;
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    output.stderr += text;
  });
  const patience = setTimeout(() => child.kill('SIGKILL'), 45_000);
  return new Promise((resolve) => {
    child.on('close', (code) => {
      clearTimeout(patience);
      resolve({ code, ...output });
    });
  });
}

const place = process.env.DATABASE_URL ? 'postgres.js' : 'DID NOT RUN, needs PostgreSQL in DATABASE_URL: postgres.js';

describe.skipIf(!process.env.DATABASE_URL)(`${place} whose connection is cut`, () => {
  it('lives through 153 cuts, settles every query and reads the next result whole', async () => {
    const { code, stdout, stderr } = await runScript();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const report = JSON.parse(stdout) as Report;
    expect(report.inTransaction).toEqual(['CONNECTION_CLOSED', 'CONNECTION_CLOSED', 'CONNECTION_CLOSED']);
    expect(report.afterTransaction).toBe(42);
    expect(report.underWay[0]).toBe('CONNECTION_CLOSED');
    expect(report.underWay).toHaveLength(3);
    expect(report.midResult).toBe('CONNECTION_CLOSED');
    expect(report.afterMidResult).toEqual([1, 2, 3]);
    expect(report.settled).toBe(750);
    expect(report.afterStorm).toBe('alive');
  });
});
