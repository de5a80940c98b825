import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readEnv } from '../../../src/platform/config/env.js';
import { loadPiiKeys } from '../../../src/platform/crypto/load-pii-keys.js';

describe('loadPiiKeys', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'holdline-keys-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('makes two different keys of its own on the first start, and finds them on the second', async () => {
    const env = readEnv({ DATA_DIR: folder });
    const [first, second] = [await loadPiiKeys(env), await loadPiiKeys(env)];
    expect(first.current.id).toBe('development');
    expect(first.current.key.equals(second.current.key)).toBe(true);
    expect(first.index.equals(second.index)).toBe(true);
    expect(first.index.equals(first.current.key)).toBe(false);
    expect(statSync(join(folder, 'pii-keys.json')).mode & 0o777).toBe(0o600);
  });

  it('takes the keys of the environment and makes no file', async () => {
    const PII_KEYS = `k1:${Buffer.from('0123456789abcdef0123456789ABCDEF').toString('base64')}`;
    expect((await loadPiiKeys(readEnv({ DATA_DIR: folder, PII_KEYS }))).current.id).toBe('k1');
    expect(() => statSync(join(folder, 'pii-keys.json'))).toThrow(/ENOENT/);
  });

  it('never replaces a file that holds no keys, and does not show it', async () => {
    const path = join(folder, 'pii-keys.json');
    writeFileSync(path, '{"development": "hunter2"}');
    const loading = loadPiiKeys(readEnv({ DATA_DIR: folder }));
    await expect(loading).rejects.toThrow(/holds a key development of another length/);
    await expect(loading).rejects.not.toThrow(/hunter2/);
    expect(readFileSync(path, 'utf8')).toBe('{"development": "hunter2"}');
  });

  it('makes no keys in production, whatever the environment object says', async () => {
    const env = { ...readEnv({ DATA_DIR: folder }), production: true };
    await expect(loadPiiKeys(env)).rejects.toThrow('PII_KEYS or PII_KEY_SERVICE alone');
    expect(() => statSync(join(folder, 'pii-keys.json'))).toThrow(/ENOENT/);
  });
});
