import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EncryptJWT, SignJWT } from 'jose';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { issueDevelopmentToken } from '../../../src/platform/auth/development-keys.js';
import { createTokenVerifier, type TokenVerifier } from '../../../src/platform/auth/verify-token.js';
import { systemClock } from '../../../src/platform/clock.js';
import { readEnv } from '../../../src/platform/config/env.js';
import { ApiError } from '../../../src/platform/errors/api-error.js';
import { createLogger } from '../../../src/platform/logging/logger.js';
import { anIssuerKey, type IssuerKey, KeySetServer, sign } from '../../support/key-set-server.js';

const NOW = 1_700_000_000;
const ISSUER = 'https://login.example.org/';
const CLAIMS = {
  iss: ISSUER,
  aud: 'holdline',
  sub: 'officer-1',
  iat: NOW,
  exp: NOW + 3600,
  grants: [{ role: 'COUNTY_OFFICER', region: '430121' }],
  jti: 't-1',
};
const REFUSED = 'UNAUTHENTICATED: Sign in: send a valid token as "Authorization: Bearer …".';

const answerOf = (verifying: Promise<unknown>): Promise<unknown> =>
  verifying.catch((error: unknown) => (error instanceof ApiError ? `${error.code}: ${error.message}` : error));

let folder: string;
let server: KeySetServer;
let keys: Record<'ed' | 'es' | 'rs', IssuerKey>;
let verifier: TokenVerifier;
let now: number;
let log: string;
const clock = { ...systemClock(), now: () => new Date(now * 1000) };
const destination = {
  write(line: string) {
    log += line;
  },
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'holdline-verify-'));
  server = await KeySetServer.start();
  keys = { ed: await anIssuerKey('ed'), es: await anIssuerKey('es', 'ES256'), rs: await anIssuerKey('rs', 'RS256') };
  server.keys = Object.values(keys).map(({ jwk }) => jwk);
});
afterAll(async () => {
  await server.stop();
  rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  now = NOW + 60;
  log = '';
  verifier = await verifierOf({});
});

function verifierOf(source: NodeJS.ProcessEnv): Promise<TokenVerifier> {
  const issuer = { AUTH_ISSUER: ISSUER, AUTH_AUDIENCE: 'holdline', AUTH_JWKS_URL: server.url.href };
  const env = readEnv({ DATA_DIR: folder, ...issuer, ...source });
  return createTokenVerifier(env, createLogger(env, destination), clock);
}

describe('a token of the issuer', () => {
  it.each(['ed', 'es', 'rs'] as const)('signed with the %s key says who calls', async (name) => {
    expect(await verifier.verify(await sign(keys[name], CLAIMS))).toEqual({
      subject: 'officer-1',
      grants: [{ role: 'COUNTY_OFFICER', region: '430121' }],
      department: null,
      household: null,
      tokenId: 't-1',
    });
  });

  it('may name several audiences, ours among them', async () => {
    expect(await verifier.verify(await sign(keys.ed, { ...CLAIMS, aud: ['other', 'holdline'] }))).toBeDefined();
  });

  it('lives until 5 s after exp and counts from 5 s before iat', async () => {
    const token = await sign(keys.ed, CLAIMS);
    const answers: string[] = [];
    for (const second of [NOW - 6, NOW - 5, NOW + 3604, NOW + 3605]) {
      now = second;
      const answer = await answerOf((await verifierOf({})).verify(token));
      answers.push(answer === REFUSED ? 'refused' : 'taken');
    }
    expect(answers).toEqual(['refused', 'taken', 'taken', 'refused']);
  });
});

describe('threat 15 · a token that is refused, with one answer for all, and its reason in the log', () => {
  const sized = (claims: Record<string, unknown>) => () => sign(keys.ed, { ...CLAIMS, ...claims });
  const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

  it.each<[string, string, () => Promise<string> | string]>([
    ['of another issuer', 'issuer', sized({ iss: 'https://evil.example/' })],
    ['of an issuer that begins alike', 'issuer', sized({ iss: `${ISSUER}x` })],
    ['without an issuer', 'issuer', sized({ iss: undefined })],
    ['for another audience', 'audience', sized({ aud: 'other' })],
    ['without an audience', 'audience', sized({ aud: undefined })],
    ['that has expired', 'time', sized({ iat: NOW - 3600, exp: NOW })],
    ['that is not yet valid', 'time', sized({ nbf: NOW + 3600 })],
    ['from the future', 'time', sized({ iat: NOW + 3600, exp: NOW + 7200 })],
    ['issued two days ago', 'time', sized({ iat: NOW - 172_800 })],
    ['that lives longer than a day', 'lifetime', sized({ exp: NOW + 86_401 })],
    ['without exp', 'time', sized({ exp: undefined })],
    ['without iat', 'time', sized({ iat: undefined })],
    ['without sub', 'claims', sized({ sub: undefined })],
    ['without grants', 'claims', sized({ grants: undefined })],
    ['with an unknown role', 'claims', sized({ grants: [{ role: 'ROOT', region: '000000' }] })],
    ['with a malformed region', 'claims', sized({ grants: [{ role: 'ANALYST', region: '43' }] })],
    [
      'signed with another key under a known id',
      'signature',
      async () => sign({ ...(await anIssuerKey('ed')), kid: 'ed' }, CLAIMS),
    ],
    ['with an unknown key id', 'key', async () => sign(await anIssuerKey('nobody'), CLAIMS)],
    ['with a key id that is a path', 'key', () => sign({ ...keys.ed, kid: '../../dev/null' }, CLAIMS)],
    ['whose key is of another algorithm', 'key', () => sign({ ...keys.ed, kid: 'rs' }, CLAIMS)],
    ['with a key set address of its own', 'header', () => sign(keys.ed, CLAIMS, { jku: `${server.url.href}?evil` })],
    ['with a certificate address of its own', 'header', () => sign(keys.ed, CLAIMS, { x5u: server.url.href })],
    ['with a key of its own', 'header', () => sign(keys.ed, CLAIMS, { jwk: keys.ed.jwk })],
    ['of another type', 'type', () => sign(keys.ed, CLAIMS, { typ: 'logout+jwt' })],
    ['signed with none', 'form', () => `${encode({ alg: 'none', typ: 'JWT' })}.${encode(CLAIMS)}.`],
    [
      'that calls itself unsigned',
      'algorithm',
      async () =>
        `${encode({ alg: 'none', typ: 'JWT' })}.${encode(CLAIMS)}.${(await sign(keys.ed, CLAIMS)).split('.')[2]}`,
    ],
    [
      'signed with the public key as a shared secret',
      'algorithm',
      () =>
        new SignJWT(CLAIMS)
          .setProtectedHeader({ alg: 'HS512', kid: 'rs', typ: 'JWT' })
          .sign(Buffer.from(JSON.stringify(keys.rs.jwk))),
    ],
    [
      'with an all-zero signature',
      'signature',
      () =>
        `${encode({ alg: 'ES256', kid: 'es', typ: 'JWT' })}.${encode(CLAIMS)}.${Buffer.alloc(64).toString('base64url')}`,
    ],
    [
      'whose claims were changed',
      'signature',
      async () => {
        const [head, , signature] = (await sign(keys.ed, CLAIMS)).split('.');
        return `${head}.${encode({ ...CLAIMS, sub: 'officer-2' })}.${signature}`;
      },
    ],
    [
      'that is encrypted',
      'form',
      () => new EncryptJWT(CLAIMS).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).encrypt(Buffer.alloc(32)),
    ],
    [
      'whose exp is 1e400',
      'claims',
      async () => signText(keys.ed, JSON.stringify(CLAIMS).replace(`"exp":${CLAIMS.exp}`, '"exp":1e400')),
    ],
    ['that is no JSON inside', 'claims', () => signText(keys.ed, 'no JSON inside')],
    ['that is empty', 'form', () => ''],
    ['of 100,000 characters', 'form', () => 'A'.repeat(100_000)],
  ])('%s: %s', async (_, reason, make) => {
    expect(await answerOf(verifier.verify(await make()))).toBe(REFUSED);
    const { reason: logged, ...line } = JSON.parse(log.trim().split('\n').at(-1) ?? '{}') as Record<string, unknown>;
    expect(logged).toBe(reason);
    expect(line).toMatchObject({ level: 'info', event: 'token-refused' });
    expect(log).not.toContain('officer-1');
    expect([...server.askedFor]).toEqual(['/jwks.json']);
  });

  it('is refused each time it comes, and 1,000 of them do not push a good one out', async () => {
    const good = await sign(keys.ed, CLAIMS);
    await verifier.verify(good);
    for (let count = 0; count < 1000; count += 1)
      expect(await answerOf(verifier.verify(`${good}${count}`))).toBe(REFUSED);
    expect(await verifier.verify(good)).toBeDefined();
  });
});

/** Signs any bytes, which SignJWT would not. */
async function signText({ privateKey, alg, kid }: IssuerKey, text: string): Promise<string> {
  const { CompactSign } = await import('jose');
  return new CompactSign(Buffer.from(text)).setProtectedHeader({ alg, kid, typ: 'at+jwt' }).sign(privateKey);
}

describe('a token that was verified before', () => {
  it('is the same principal object for a minute, then is verified anew', async () => {
    const token = await sign(keys.ed, CLAIMS);
    const first = await verifier.verify(token);
    now += 59;
    expect(await verifier.verify(token)).toBe(first);
    now += 1;
    const second = await verifier.verify(token);
    expect(second).not.toBe(first);
    expect(second).toEqual(first);
  });

  it('is not remembered past its exp', async () => {
    const token = await sign(keys.ed, { ...CLAIMS, exp: NOW + 70 });
    const first = await verifier.verify(token);
    now = NOW + 69;
    expect(await verifier.verify(token)).toBe(first);
    now = NOW + 75;
    expect(await answerOf(verifier.verify(token))).toBe(REFUSED);
  });
});

describe('an issuer that cannot be reached', () => {
  it('answers SERVICE_UNAVAILABLE while no key was ever had, UNAUTHENTICATED to what has no form', async () => {
    const lost = await verifierOf({ AUTH_JWKS_URL: 'http://127.0.0.1:1/jwks' });
    expect(await answerOf(lost.verify(await sign(keys.ed, CLAIMS)))).toMatch(/^SERVICE_UNAVAILABLE: /);
    expect(await answerOf(lost.verify('x'))).toBe(REFUSED);
  });
});

describe('the development key', () => {
  const claims = {
    subject: 'd',
    grants: [{ role: 'AUDITOR', region: '430000' }],
    department: null,
    household: null,
    minutes: 60,
  } as const;
  const production = {
    NODE_ENV: 'production',
    DATABASE_URL: 'postgres://a/b',
    PII_KEYS: `k:${Buffer.from('0123456789abcdef0123456789ABCDEF').toString('base64')}`,
  };
  const development = () => readEnv({ DATA_DIR: folder });

  it('signs tokens that development takes', async () => {
    const own = await createTokenVerifier(development(), createLogger(development(), destination), clock);
    const token = await issueDevelopmentToken(development(), claims, clock.now());
    expect(await own.verify(token)).toMatchObject({ subject: 'd', grants: claims.grants });
    now += 3660;
    expect(await answerOf(own.verify(token))).toBe(REFUSED);
  });

  it('is refused as soon as an issuer is set, and in production, also under the issuer’s name', async () => {
    const token = await issueDevelopmentToken(development(), claims, clock.now());
    expect(await answerOf(verifier.verify(token))).toBe(REFUSED);
    const real = await verifierOf(production);
    expect(await answerOf(real.verify(token))).toBe(REFUSED);
    expect(await real.verify(await sign(keys.ed, CLAIMS))).toMatchObject({ subject: 'officer-1' });
  });

  it('is not loaded in production, whatever the environment object says', async () => {
    const env = { ...development(), production: true };
    await expect(createTokenVerifier(env, createLogger(env, destination), clock)).rejects.toThrow('no development key');
    await expect(issueDevelopmentToken(env, claims, clock.now())).rejects.toThrow('no development key');
  });

  it('refuses tokens of another machine', async () => {
    const other = mkdtempSync(join(tmpdir(), 'holdline-other-'));
    try {
      const token = await issueDevelopmentToken(readEnv({ DATA_DIR: other }), claims, clock.now());
      const own = await createTokenVerifier(development(), createLogger(development(), destination), clock);
      expect(await answerOf(own.verify(token))).toBe(REFUSED);
    } finally {
      rmSync(other, { recursive: true });
    }
  });

  it('refuses an RSA key of 1,024 bits in a key set', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const weak = await KeySetServer.start();
    try {
      weak.keys = [{ ...publicKey.export({ format: 'jwk' }), kid: 'weak', alg: 'RS256' }];
      const { createSign } = await import('node:crypto');
      const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
      const signed = `${encode({ alg: 'RS256', kid: 'weak', typ: 'JWT' })}.${encode(CLAIMS)}`;
      const token = `${signed}.${createSign('sha256').update(signed).sign(privateKey).toString('base64url')}`;
      expect(await answerOf((await verifierOf({ AUTH_JWKS_URL: weak.url.href })).verify(token))).toBe(REFUSED);
    } finally {
      await weak.stop();
    }
  });
});
