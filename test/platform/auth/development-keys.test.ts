import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { issueDevelopmentToken, loadDevelopmentKeys } from '../../../src/platform/auth/development-keys.js';
import { type Env, readEnv } from '../../../src/platform/config/env.js';

const CLAIMS = {
  subject: 'client-1',
  grants: [{ role: 'DEPARTMENT_CLIENT', region: '430121' }],
  department: 'CIVIL_AFFAIRS',
  household: null,
  minutes: 5,
} as const;
const NOW = new Date('2023-11-30T01:00:00.900Z');

describe('development keys', () => {
  let folder: string;
  let env: Env;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'holdline-devkey-'));
    env = readEnv({ DATA_DIR: folder });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are made on the first start with mode 0600 and are the same on the second', async () => {
    const [first, second] = [await loadDevelopmentKeys(env), await loadDevelopmentKeys(env)];
    expect(second.keyId).toBe(first.keyId);
    expect(statSync(join(folder, 'development-key.json')).mode & 0o777).toBe(0o600);
  });

  it('are others on another machine', async () => {
    const other = await loadDevelopmentKeys(readEnv({ DATA_DIR: join(folder, 'other') }));
    expect(other.keyId).not.toBe((await loadDevelopmentKeys(env)).keyId);
  });

  it('sign with EdDSA what their public half verifies', async () => {
    const token = await issueDevelopmentToken(env, CLAIMS, NOW);
    const { publicKeys, keyId } = await loadDevelopmentKeys(env);
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'EdDSA', typ: 'at+jwt', kid: keyId });
    await expect(jwtVerify(token, publicKeys, { currentDate: NOW })).resolves.toBeDefined();
  });

  it('put into a token what was asked for, 5 minutes long, and no household where there is none', async () => {
    expect(decodeJwt(await issueDevelopmentToken(env, CLAIMS, NOW))).toEqual({
      iss: 'holdline-development',
      aud: 'holdline',
      sub: 'client-1',
      grants: CLAIMS.grants,
      department: 'CIVIL_AFFAIRS',
      jti: expect.stringMatching(/^[0-9a-f-]{36}$/),
      iat: 1_701_306_000,
      exp: 1_701_306_300,
    });
  });

  it('refuse a file that holds none, without replacing or quoting it', async () => {
    const path = join(folder, 'development-key.json');
    for (const text of ['', 'hunter2', '{}', 'null', '{"kty":"oct","k":"hunter2"}']) {
      writeFileSync(path, text);
      const refusal = await loadDevelopmentKeys(env).catch(String);
      expect(refusal).toContain('holds no Ed25519 key pair');
      expect(refusal).not.toContain('hunter2');
      expect(readFileSync(path, 'utf8')).toBe(text);
    }
  });
});
