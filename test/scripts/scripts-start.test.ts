import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const run = (...words: string[]) => spawnSync(process.execPath, words, { cwd: ROOT, encoding: 'utf8' });

describe('the commands of whoever runs it, each as a process of its own', () => {
  beforeAll(() => {
    expect(run('scripts/run.mjs', 'audit', '--help').status).toBe(0);
  }, 180_000);

  it.each(['audit', 'privacy', 'reseal', 'tokens', 'generate'])(
    '%s starts and says what there is',
    (script) => {
      const { status, stdout, stderr } = run(`dist/scripts/${script}.js`, '--help');
      expect([status, stderr]).toEqual([0, '']);
      expect(stdout).toContain('Usage:');
    },
    60_000,
  );
});
