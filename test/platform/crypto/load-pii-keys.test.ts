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

  it('makes two different keys of its own on the first start, and finds them on the second', () => {
    const env = readEnv({ DATA_DIR: folder });
    const [first, second] = [loadPiiKeys(env), loadPiiKeys(env)];
    expect(first.current.id).toBe('development');
    expect(first.current.key.equals(second.current.key)).toBe(true);
    expect(first.index.equals(second.index)).toBe(true);
    expect(first.index.equals(first.current.key)).toBe(false);
    expect(statSync(join(folder, 'pii-keys.json')).mode & 0o777).toBe(0o600);
  });

  it('takes the keys of the environment and makes no file', () => {
    const PII_KEYS = `k1:${Buffer.from('0123456789abcdef0123456789ABCDEF').toString('base64')}`;
    expect(loadPiiKeys(readEnv({ DATA_DIR: folder, PII_KEYS })).current.id).toBe('k1');
    expect(() => statSync(join(folder, 'pii-keys.json'))).toThrow(/ENOENT/);
  });

  it('never replaces a file that holds no keys, and does not show it', () => {
    const path = join(folder, 'pii-keys.json');
    writeFileSync(path, '{"development": "hunter2"}');
    expect(() => loadPiiKeys(readEnv({ DATA_DIR: folder }))).toThrow(/holds a key development of another length/);
    expect(() => loadPiiKeys(readEnv({ DATA_DIR: folder }))).not.toThrow(/hunter2/);
    expect(readFileSync(path, 'utf8')).toBe('{"development": "hunter2"}');
  });

  it('makes no keys in production, whatever the environment object says', () => {
    const env = { ...readEnv({ DATA_DIR: folder }), production: true };
    expect(() => loadPiiKeys(env)).toThrow('PII_KEYS alone');
    expect(() => statSync(join(folder, 'pii-keys.json'))).toThrow(/ENOENT/);
  });
});
