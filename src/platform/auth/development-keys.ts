import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import {
  type CryptoKey,
  calculateJwkThumbprint,
  createLocalJWKSet,
  importJWK,
  type JWK,
  type JWTVerifyGetKey,
  SignJWT,
} from 'jose';
import type { Grant } from '../../domain/jurisdiction/role.js';
import type { Department } from '../../domain/support/policy-instrument.js';
import { DEVELOPMENT_ISSUER, type Env } from '../config/env.js';
import { readOrMakePrivateFile } from '../crypto/private-file.js';

/** The audience of development tokens. */
export const DEVELOPMENT_AUDIENCE = 'holdline';
const ALGORITHM = 'EdDSA';

/** 开发密钥 · The key pair of a development machine. @article none — technical */
export interface DevelopmentKeys {
  readonly keyId: string;
  readonly privateKey: CryptoKey;
  /** Finds the public key for a token's header. */
  readonly publicKeys: JWTVerifyGetKey;
}

/**
 * 开发密钥 · The Ed25519 key pair of `DATA_DIR/development-key.json`, made on the first start with mode 0600.
 *
 * @throws Error in production, and when the file holds no such key
 * @article none — technical
 */
export async function loadDevelopmentKeys(env: Env): Promise<DevelopmentKeys> {
  if (env.production) throw new Error('production knows no development key');
  const path = join(env.dataDir, 'development-key.json');
  const jwk = readKey(path, readOrMakePrivateFile(path, makeKey));
  const { kty, crv, x } = jwk;
  const keyId = await calculateJwkThumbprint({ kty, crv, x });
  return {
    keyId,
    privateKey: (await importJWK(jwk, ALGORITHM)) as CryptoKey,
    publicKeys: createLocalJWKSet({ keys: [{ kty, crv, x, kid: keyId, alg: ALGORITHM, use: 'sig' }] }),
  };
}

function makeKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return `${JSON.stringify(privateKey.export({ format: 'jwk' }))}\n`;
}

function readKey(path: string, text: string): JWK {
  try {
    const jwk = JSON.parse(text) as JWK;
    if (jwk.kty === 'OKP' && jwk.crv === 'Ed25519' && typeof jwk.x === 'string' && typeof jwk.d === 'string')
      return jwk;
  } catch {
    // falls through to the one answer, which must not quote the file
  }
  throw new Error(`${path} holds no Ed25519 key pair; remove it and start again to have a new one`);
}

/** 开发令牌 · What a development token says. @article none — technical */
export interface DevelopmentClaims {
  readonly subject: string;
  readonly grants: readonly Grant[];
  readonly department: Department | null;
  readonly household: string | null;
  /** 1 to 1,440. */
  readonly minutes: number;
}

/**
 * 签发开发令牌 · Signs a token for development and tests with the machine's own key.
 *
 * @param now  when it is issued
 * @throws Error in production
 * @article none — technical
 */
export async function issueDevelopmentToken(env: Env, claims: DevelopmentClaims, now: Date): Promise<string> {
  const { keyId, privateKey } = await loadDevelopmentKeys(env);
  const { subject, grants, department, household, minutes } = claims;
  const issuedAt = Math.floor(now.getTime() / 1000);
  const optional = { ...(department !== null && { department }), ...(household !== null && { household }) };
  return new SignJWT({ grants, ...optional })
    .setProtectedHeader({ alg: ALGORITHM, typ: 'at+jwt', kid: keyId })
    .setIssuer(DEVELOPMENT_ISSUER)
    .setAudience(DEVELOPMENT_AUDIENCE)
    .setSubject(subject)
    .setJti(randomUUID())
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + minutes * 60)
    .sign(privateKey);
}
