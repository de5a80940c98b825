import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEnv } from '../../../src/platform/config/env.js';
import { keysOfService } from '../../../src/platform/crypto/key-service.js';
import { loadPiiKeys } from '../../../src/platform/crypto/load-pii-keys.js';

const KEY = Buffer.from('0123456789abcdef0123456789ABCDEF').toString('base64');

describe('keysOfService', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'holdline-service-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const module = (text: string): string => {
    const path = join(folder, `service-${Math.random()}.mjs`);
    writeFileSync(path, text);
    return path;
  };

  it('takes the keys that the module gives, in their order', async () => {
    const text = `export default { keys: async () => ({ k2: '${KEY}', 'index-sm3': '${KEY.replace('M', 'N')}' }) };`;
    const env = readEnv({ PII_KEY_SERVICE: module(text), DATA_DIR: folder });
    const keys = await loadPiiKeys(env);
    expect([keys.current.id, keys.indexHash]).toEqual(['k2', 'sm3']);
  });

  it.each([
    ['exports nothing', 'export const other = 1;', 'exports no key service'],
    ['gives no key', 'export default { keys: async () => ({}) };', 'no key that seals'],
    ['gives nothing', 'export default { keys: async () => undefined };', 'no key that seals'],
    ['gives a short key', "export default { keys: async () => ({ k1: 'hunter2' }) };", 'of another length'],
    [
      'throws',
      "export default { keys: async () => { throw new Error('the vault is closed'); } };",
      'the vault is closed',
    ],
    ['never answers', 'export default { keys: () => new Promise(() => {}) };', 'did not answer within 50 ms'],
  ])('refuses a module that %s', async (_, text, fault) => {
    const waitMs = text.includes('new Promise') ? 50 : 30_000;
    await expect(keysOfService(module(text), waitMs)).rejects.toThrow(fault);
  });

  it('is named beside PII_KEYS as a fault, and stands for them in production', () => {
    expect(() => readEnv({ PII_KEYS: `k1:${KEY}`, PII_KEY_SERVICE: './x.mjs' })).toThrow(/Unset one of the two/);
    const production = {
      NODE_ENV: 'production',
      DATABASE_URL: 'postgres://holdline@db:5432/holdline',
      AUTH_ISSUER: 'https://login.example.org/',
      AUTH_AUDIENCE: 'holdline',
      AUTH_JWKS_URL: 'https://login.example.org/jwks.json',
    };
    expect(readEnv({ ...production, PII_KEY_SERVICE: './x.mjs' }).piiKeyService).toBe('./x.mjs');
    expect(() => readEnv(production)).toThrow(/PII_KEYS: found nothing/);
  });
});
