import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Env } from '../config/env.js';
import { keysOfService } from './key-service.js';
import { type PiiKeys, readPiiKeys } from './pii-keys.js';
import { readOrMakePrivateFile } from './private-file.js';

/**
 * 取密钥 · The keys for personal data: those of the environment, those of a key service, or in development those of `DATA_DIR/pii-keys.json`,
 * made on the first start.
 *
 * @throws Error when the file holds no keys (it is never replaced: what it sealed would be lost), or in production
 * @article none — technical
 */
export async function loadPiiKeys(env: Env): Promise<PiiKeys> {
  if (env.piiKeys !== null) return env.piiKeys;
  if (env.piiKeyService !== null) return keysOfService(env.piiKeyService);
  if (env.production)
    throw new Error('production takes its keys for personal data from PII_KEYS or PII_KEY_SERVICE alone');
  const path = join(env.dataDir, 'pii-keys.json');
  const keys = readPiiKeys(readOrMakePrivateFile(path, makeKeys));
  if ('fault' in keys)
    throw new Error(`${path} holds ${keys.fault}; put the file back, or remove DATA_DIR to begin anew`);
  return keys;
}

function makeKeys(): string {
  const key = () => randomBytes(32).toString('base64');
  return `${JSON.stringify({ development: key(), index: key(), figures: key() }, null, 2)}\n`;
}
