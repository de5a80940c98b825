import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inspect } from 'node:util';
import { describe, expect, it } from 'vitest';
import { DISCLOSURE_DEFAULTS } from '../../../src/domain/statistics/disclosure/parameters.js';
import { readEnv } from '../../../src/platform/config/env.js';
import { EnvError } from '../../../src/platform/config/env-error.js';
import { ENV_SHAPE, EXPECTED } from '../../../src/platform/config/env-variables.js';

const KEY = Buffer.from('0123456789abcdef0123456789ABCDEF').toString('base64');
const PRODUCTION = {
  NODE_ENV: 'production',
  DATABASE_URL: 'postgres://holdline:hunter2@db:5432/holdline',
  AUTH_ISSUER: 'https://login.example.org/',
  AUTH_AUDIENCE: 'holdline',
  AUTH_JWKS_URL: 'https://login.example.org/jwks.json',
  PII_KEYS: `k1:${KEY}`,
};

function faultsOf(source: NodeJS.ProcessEnv): EnvError {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof EnvError) return error;
    throw error;
  }
  throw new Error('the environment was accepted');
}
const faultyVariables = (source: NodeJS.ProcessEnv): string[] =>
  faultsOf(source).faults.map(({ variable }) => variable);

describe('readEnv without a variable', () => {
  it('listens on 127.0.0.1:4000 with the embedded database in .data, demonstration and explorer on', () => {
    expect(readEnv({})).toEqual({
      mode: 'development',
      production: false,
      host: '127.0.0.1',
      port: 4000,
      dataDir: resolve('.data'),
      databaseUrl: null,
      databaseMigrationUrl: null,
      databasePool: 10,
      databaseReadUrl: null,
      databaseReadPool: 4,
      today: null,
      issuer: null,
      piiKeys: null,
      piiKeyService: null,
      piiSuite: 'aes',
      auditAnchors: null,
      explorer: true,
      logLevel: 'info',
      demo: true,
      provinceModules: [],
      rateLimit: 600_000,
      figuresLimit: 300_000,
      disclosure: DISCLOSURE_DEFAULTS,
      publishHour: 2,
      dailyScreening: false,
      trustedProxies: [],
    });
  });

  it('counts an empty value as absent, as compose files write them', () => {
    expect(readEnv({ PORT: '', TODAY: '', DATABASE_URL: '', PII_KEYS: '' }).port).toBe(4000);
  });

  it('freezes what it read', () => {
    const env = readEnv(PRODUCTION);
    expect(Object.isFrozen(env)).toBe(true);
    expect(Object.isFrozen(env.issuer)).toBe(true);
  });

  it('ignores variables that are not its own', () => {
    expect(readEnv({ PATH: '/bin', PORTS: 'x' }).port).toBe(4000);
  });
});

describe('readEnv, a variable at a time', () => {
  it.each([
    ['PORT', '0', '65535', '65536'],
    ['PORT', '1', '4000', '-1'],
    ['PORT', '80', '8080', '4000.5'],
    ['DATABASE_POOL', '1', '200', '0'],
    ['DATABASE_POOL', '1', '200', '201'],
    ['DATABASE_READ_POOL', '1', '200', '201'],
    ['PUBLISH_HOUR', '0', 'off', '24'],
    ['DISCLOSURE', 'base=5,threshold=15', 'noise=7', 'threshold=4'],
    ['DISCLOSURE', 'base=10,threshold=20,medianFrom=60', 'noise=3', 'nois=7'],
    ['TODAY', '2024-02-29', '2023-02-28', '2023-02-29'],
    ['TODAY', '2023-11-30', '2023-11-01', '2023-11-31'],
    ['TODAY', '2023-11-30', '2023-11-30', '20231130'],
    ['HOST', '0.0.0.0', '::1', 'two words'],
    ['EXPLORER', 'on', 'off', 'true'],
    ['DEMO', 'on', 'off', '1'],
    ['LOG_LEVEL', 'trace', 'silent', 'verbose'],
    ['NODE_ENV', 'test', 'development', 'prod'],
    ['DATA_DIR', '.data', '/var/lib/holdline', 'a\u0000b'],
    [
      'DATABASE_URL',
      'postgres://root@127.0.0.1/test',
      'postgresql://root@127.0.0.1/test',
      'mysql://root@127.0.0.1/test',
    ],
    ['DATABASE_URL', 'postgres://h/d', 'postgres://h', 'postgres://'],
  ])('%s takes %j and %j, refuses %j', (variable, one, other, refused) => {
    expect(() => readEnv({ [variable]: one })).not.toThrow();
    expect(() => readEnv({ [variable]: other })).not.toThrow();
    expect(faultyVariables({ [variable]: refused })).toEqual([variable]);
  });

  it('takes the migrations connection from DATABASE_URL unless it is set', () => {
    const DATABASE_URL = 'postgres://app@127.0.0.1/x';
    const DATABASE_MIGRATION_URL = 'postgres://owner@127.0.0.1/x';
    expect(readEnv({ DATABASE_URL }).databaseMigrationUrl).toBe(DATABASE_URL);
    expect(readEnv({ DATABASE_URL, DATABASE_MIGRATION_URL }).databaseMigrationUrl).toBe(DATABASE_MIGRATION_URL);
    expect(faultyVariables({ DATABASE_MIGRATION_URL })).toEqual(['DATABASE_URL']);
  });

  it('fills a PostgreSQL for demonstration only when told to, the embedded database unless told not to', () => {
    const DATABASE_URL = 'postgres://app@127.0.0.1/x';
    expect(readEnv({ DATABASE_URL }).demo).toBe(false);
    expect(readEnv({ DATABASE_URL, DEMO: 'on' }).demo).toBe(true);
    expect(readEnv({ DEMO: 'off' }).demo).toBe(false);
  });

  it('wants all three issuer variables as soon as one is set', () => {
    expect(faultyVariables({ AUTH_ISSUER: 'https://a/' })).toEqual(['AUTH_AUDIENCE', 'AUTH_JWKS_URL']);
    const { AUTH_ISSUER, AUTH_AUDIENCE, AUTH_JWKS_URL } = PRODUCTION;
    expect(readEnv({ AUTH_ISSUER, AUTH_AUDIENCE, AUTH_JWKS_URL }).issuer?.jwksUrl.href).toBe(AUTH_JWKS_URL);
  });

  it('refuses a key set address with a password, or of another protocol', () => {
    const given = { AUTH_ISSUER: 'a', AUTH_AUDIENCE: 'b' };
    for (const AUTH_JWKS_URL of ['https://u:p@a/jwks', 'ftp://a/jwks', 'file:///etc/keys', 'jwks.json'])
      expect(faultyVariables({ ...given, AUTH_JWKS_URL })).toEqual(['AUTH_JWKS_URL']);
  });
});

describe('readEnv in production', () => {
  it('starts with a database, an issuer and keys for personal data', () => {
    const env = readEnv(PRODUCTION);
    expect(env).toMatchObject({ production: true, demo: false, explorer: true, issuer: { audience: 'holdline' } });
    expect(env.piiKeys?.current.id).toBe('k1');
  });

  it.each(['DATABASE_URL', 'AUTH_ISSUER', 'AUTH_AUDIENCE', 'AUTH_JWKS_URL', 'PII_KEYS'])(
    'refuses to start without %s',
    (absent) => {
      expect(faultyVariables({ ...PRODUCTION, [absent]: undefined })).toEqual([absent]);
    },
  );

  it('refuses a pinned day, also one that is no day, and the development issuer', () => {
    expect(faultyVariables({ ...PRODUCTION, TODAY: '2023-11-30' })).toEqual(['TODAY']);
    expect(faultyVariables({ ...PRODUCTION, TODAY: 'today' })).toEqual(['TODAY']);
    expect(faultyVariables({ ...PRODUCTION, AUTH_ISSUER: 'holdline-development' })).toEqual(['AUTH_ISSUER']);
  });

  it('takes a key set over http from a loopback address only', () => {
    expect(() => readEnv({ ...PRODUCTION, AUTH_JWKS_URL: 'http://127.0.0.1:9000/jwks' })).not.toThrow();
    expect(() => readEnv({ ...PRODUCTION, AUTH_JWKS_URL: 'http://[::1]:9000/jwks' })).not.toThrow();
    for (const AUTH_JWKS_URL of ['http://login.example.org/jwks', 'http://127.0.0.1.example.org/jwks'])
      expect(faultyVariables({ ...PRODUCTION, AUTH_JWKS_URL })).toEqual(['AUTH_JWKS_URL']);
  });
});

describe('EnvError', () => {
  const everyFault = {
    NODE_ENV: 'production',
    PORT: 'many',
    TODAY: '2023-02-29',
    LOG_LEVEL: 'loud',
    DATABASE_URL: 'mysql://root:hunter2@db/x',
    AUTH_JWKS_URL: 'ftp://user:hunter2@a/',
    PII_KEYS: 'k1:hunter2',
  };

  it('names 8 variables in one error, each with what was found, expected, and how to mend it', () => {
    const error = faultsOf(everyFault);
    expect(error.message).toMatch(/^8 faults in the environment:\n/);
    expect(new Set(error.faults.map(({ variable }) => variable))).toEqual(
      new Set([
        'PORT',
        'TODAY',
        'LOG_LEVEL',
        'DATABASE_URL',
        'AUTH_JWKS_URL',
        'PII_KEYS',
        'AUTH_ISSUER',
        'AUTH_AUDIENCE',
      ]),
    );
    expect(error.message).toContain('PORT: found "many"; expected a port, 0 to 65535. Set it, e.g. PORT=4000.');
    expect(error.message).toContain('AUTH_ISSUER: found nothing; expected');
    expect(error.message).toContain('TODAY: found "2023-02-29"; expected nothing in production. Unset it');
  });

  it('shows no secret, in the message or inside', () => {
    expect(inspect(faultsOf(everyFault), { depth: 9 })).not.toContain('hunter2');
  });

  it('keeps control characters of a value out of the terminal', () => {
    expect(faultsOf({ LOG_LEVEL: '\u001b[31mred\n' }).message).toContain('\\u001b[31mred\\n');
  });

  it('has an expectation and an example that is accepted for every variable', () => {
    expect(Object.keys(EXPECTED)).toEqual(Object.keys(ENV_SHAPE));
    for (const [name, [, example]] of Object.entries(EXPECTED)) {
      if (name === 'PII_KEYS' || name === 'NODE_ENV') continue;
      const others =
        name.startsWith('AUTH_') || ['DATABASE_MIGRATION_URL', 'DATABASE_READ_URL'].includes(name) ? PRODUCTION : {};
      expect(() => readEnv({ ...others, NODE_ENV: 'development', [name]: example })).not.toThrow();
    }
  });
});

describe('PII_KEYS from a file', () => {
  it('is read from file:/…, and one that is not there is named without its content', () => {
    const folder = mkdtempSync(join(tmpdir(), 'holdline-env-'));
    try {
      writeFileSync(join(folder, 'keys'), `k2:${KEY}\n`);
      const address = pathToFileURL(join(folder, 'keys')).href;
      expect(readEnv({ PII_KEYS: address }).piiKeys?.current.id).toBe('k2');
      expect(readEnv({ PII_KEYS: address.replace('file://', 'file:') }).piiKeys?.current.id).toBe('k2');
      expect(faultsOf({ PII_KEYS: `${address}-gone` }).faults[0]?.found).toBe('a file that cannot be read (ENOENT)');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
