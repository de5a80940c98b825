import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { printToken } from '../../scripts/token.js';
import { createTokenVerifier } from '../../src/platform/auth/verify-token.js';
import { readEnv } from '../../src/platform/config/env.js';
import { createLogger } from '../../src/platform/logging/logger.js';

const OFFICER = ['--role', 'COUNTY_OFFICER', '--region', '430121'];

describe('npm run token', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'holdline-token-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const run = async (words: string[], source: NodeJS.ProcessEnv = {}) => {
    let [stdout, stderr] = ['', ''];
    const output = {
      stdout: (text: string) => {
        stdout += text;
      },
      stderr: (text: string) => {
        stderr += text;
      },
    };
    return { code: await printToken(words, output, { DATA_DIR: folder, ...source }), stdout, stderr };
  };

  it('prints a token that the server of the same folder takes, and nothing else', async () => {
    const words = [
      ...OFFICER,
      '--subject',
      'wang',
      '--department',
      'WATER',
      '--household',
      'H-1',
      '--grant',
      'AUDITOR:430000',
    ];
    const { code, stdout, stderr } = await run([...words, '--grant', 'ANALYST:000000', '--minutes', '5']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const env = readEnv({ DATA_DIR: folder, LOG_LEVEL: 'silent' });
    const verifier = await createTokenVerifier(env, createLogger(env));
    expect(await verifier.verify(stdout.trim())).toMatchObject({
      subject: 'wang',
      grants: [
        { role: 'COUNTY_OFFICER', region: '430121' },
        { role: 'AUDITOR', region: '430000' },
        { role: 'ANALYST', region: '000000' },
      ],
      department: 'WATER',
      household: 'H-1',
    });
  });

  it('names every fault on standard error, exits with 2 and prints no token', async () => {
    const words = ['--role', 'OFFICER', '--region', '4301', '--minutes', '9999', '--colour', 'red'];
    const { code, stdout, stderr } = await run(words, { PORT: 'many' });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    for (const named of ['"--colour"', 'OFFICER', '"4301" has 4', '--minutes', 'PORT: found "many"'])
      expect(stderr).toContain(named);
  });

  it('names an option without its value', async () => {
    const { code, stderr } = await run(['--role']);
    expect(code).toBe(2);
    expect(stderr).toContain("option '--role <role>' argument missing");
  });

  it('refuses in production and makes no key there', async () => {
    const { code, stdout, stderr } = await run(OFFICER, {
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://a/b',
      AUTH_ISSUER: 'https://login.example.org/',
      AUTH_AUDIENCE: 'holdline',
      AUTH_JWKS_URL: 'https://login.example.org/jwks',
      PII_KEYS: `k:${Buffer.from('0123456789abcdef0123456789ABCDEF').toString('base64')}`,
    });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('production takes tokens of its issuer alone');
    expect(existsSync(join(folder, 'development-key.json'))).toBe(false);
  });

  it('refuses in a production that lacks everything, too', async () => {
    const { code, stdout } = await run(OFFICER, { NODE_ENV: 'production' });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(existsSync(join(folder, 'development-key.json'))).toBe(false);
  });

  it('refuses where an issuer is set, whose tokens alone are taken', async () => {
    const issuer = { AUTH_ISSUER: 'a', AUTH_AUDIENCE: 'b', AUTH_JWKS_URL: 'http://127.0.0.1/jwks' };
    expect(await run(OFFICER, issuer)).toMatchObject({ code: 2, stdout: '' });
  });

  it('prints help on standard output when asked', async () => {
    const { code, stdout } = await run(['--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('--grant <ROLE:REGION>');
  });
});
