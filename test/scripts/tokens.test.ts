import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { runTokens } from '../../scripts/tokens.js';

const folder = mkdtempSync(join(tmpdir(), 'holdline-tokens-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...words: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const code = await runTokens(
    words,
    { stdout: (text) => void out.push(text), stderr: (text) => void err.push(text) },
    { NODE_ENV: 'test', DATA_DIR: folder },
  );
  return { code, out: out.join(''), err: err.join('') };
}

describe('npm run tokens', () => {
  it('takes back a token and a subject, and lists both with who and why', { timeout: 120_000 }, async () => {
    expect(await run('list')).toMatchObject({ code: 0, out: 'No token is taken back.\n' });
    const one = await run('revoke', '--jti', 'j-1', '--reason', 'lost telephone', '--by', 'duty officer');
    expect(one).toMatchObject({ code: 0, err: '' });
    expect(one.out).toMatch(
      /duty officer took back the token j-1: lost telephone\nEvery instance refuses it within a minute/,
    );
    const before = '2026-03-01T08:00:00+08:00';
    await run('revoke', '--subject', 'li', '--before', before, '--reason', 'left the office', '--by', 'duty officer');
    const { out } = await run('list');
    expect(out.split('\n')).toEqual([
      expect.stringContaining('took back tokens of li issued before 2026-03-01T00:00:00.000Z: left the office'),
      expect.stringContaining('took back the token j-1: lost telephone'),
      '',
    ]);
  });

  it.each([
    [['revoke', '--reason', 'x'], 'either --jti or --subject'],
    [['revoke', '--jti', 'a', '--subject', 'b', '--reason', 'x'], 'either --jti or --subject'],
    [['revoke', '--jti', 'a', '--before', '2026-03-01T08:00:00Z', '--reason', 'x'], '--before goes with --subject'],
    [['revoke', '--subject', 'b', '--before', 'yesterday', '--reason', 'x'], '--before: found "yesterday"'],
    [['revoke', '--subject', 'b', '--before', '2026-02-30T99:00:00Z', '--reason', 'x'], '--before: found'],
    [['revoke', '--jti', 'a'], '--reason'],
    [['revoke', '--jti', '', '--reason', 'x'], '--jti: expected 1 to 200 printable characters'],
    [['forget', '--jti', 'a'], 'unknown command'],
  ] as const)('refuses %j with what is wrong, and writes nothing', async (words, said) => {
    const refused = await run(...words);
    expect(refused.code).not.toBe(0);
    expect(refused.err).toContain(said);
  });
});
