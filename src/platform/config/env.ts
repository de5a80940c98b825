import { join } from 'node:path';
import { z } from 'zod';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { DisclosureParameters } from '../../domain/statistics/disclosure/parameters.js';
import type { SealSuite } from '../crypto/aes-field-cipher.js';
import type { PiiKeys } from '../crypto/pii-keys.js';
import { EnvError, type EnvFault } from './env-error.js';
import { ENV_SHAPE, type EnvVariable, EXPECTED, type LOG_LEVELS, type MODES, SECRET } from './env-variables.js';

/** 签发者 · Who signs the tokens that are accepted, and where its keys are. @article none — technical */
export interface IssuerSettings {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUrl: URL;
}

/** 审计锚 · Where the heads of the audit chains are anchored, what signs them, how often. @article none — technical */
export interface AnchorSettings {
  readonly file: string;
  /** Ed25519 in PEM; made where it is not there, outside production. */
  readonly keyFile: string;
  /** 0: by the command only. */
  readonly everyMinutes: number;
}

/**
 * 运行环境 · The environment, read once and validated. Frozen.
 *
 * @article none — technical
 */
export interface Env {
  readonly mode: (typeof MODES)[number];
  /** NODE_ENV=production: no development key, no pinned day. */
  readonly production: boolean;
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Absolute path of the folder for the embedded database and the development keys. */
  readonly dataDir: string;
  /** Null: the embedded database in `dataDir`. */
  readonly databaseUrl: string | null;
  /** The owner's connection for migrations; `databaseUrl` unless set. */
  readonly databaseMigrationUrl: string | null;
  /** Connections in the pool. */
  readonly databasePool: number;
  /** A replica for long questions; null: the database itself. */
  readonly databaseReadUrl: string | null;
  /** Connections in the pool of long questions. */
  readonly databaseReadPool: number;
  /** The product's day, pinned for demonstrations and stories; null: the real one. */
  readonly today: CalendarDate | null;
  /** Null: tokens of the development key. */
  readonly issuer: IssuerSettings | null;
  /** Null: keys made on the first start in `dataDir`. */
  readonly piiKeys: PiiKeys | null;
  /** The module that gets the keys from a key service; null: there is none. */
  readonly piiKeyService: string | null;
  /** What new personal data is sealed in. */
  readonly piiSuite: SealSuite;
  /** Where the heads of the audit chains are anchored; null: nowhere. */
  readonly auditAnchors: AnchorSettings | null;
  readonly explorer: boolean;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Whether the first start fills the register for demonstration: on for the embedded database unless said otherwise. */
  readonly demo: boolean;
  /** Whether the register is screened by the rules of the day once a day, and regional risk watched once a month: on in production unless said otherwise. */
  readonly dailyScreening: boolean;
  /** Folders or packages of the provinces' modules that are not in the tree. */
  readonly provinceModules: readonly string[];
  /** Our own proxies: the callers' addresses are theirs to tell. */
  readonly trustedProxies: readonly string[];
  /** Points that one caller may spend in a minute on one process; null: as many as wanted. */
  readonly rateLimit: number | null;
  /** Points that the figures of one operation may cost. */
  readonly figuresLimit: number;
  /** How published figures are kept from telling of single households. */
  readonly disclosure: DisclosureParameters;
  /** From which hour of China Standard Time the figures of the day are published; null: by the command only. */
  readonly publishHour: number | null;
}

/** The issuer that development tokens name; production refuses it. */
export const DEVELOPMENT_ISSUER = 'holdline-development';

type Given = Partial<Record<EnvVariable, string>>;

/**
 * 读环境 · Reads and validates the environment; the only reader of process.env. An empty value counts as absent.
 *
 * @throws EnvError naming every fault at once, and no secret
 * @article none — technical
 * @example readEnv({ PORT: '4010' }).port // 4010
 */
export function readEnv(source: NodeJS.ProcessEnv = process.env): Env {
  const given: Given = {};
  for (const name of Object.keys(ENV_SHAPE) as EnvVariable[]) if (source[name]) given[name] = source[name];

  const parsed = z.object(ENV_SHAPE).safeParse(given);
  const faults = new Map<string, EnvFault>();
  for (const found of [...formFaults(parsed.error?.issues ?? [], given), ...agreementFaults(given)])
    faults.set(found.variable, found);
  if (parsed.data === undefined || faults.size > 0) throw new EnvError([...faults.values()]);

  const values = parsed.data;
  const { AUTH_ISSUER: issuer, AUTH_AUDIENCE: audience, AUTH_JWKS_URL: jwksUrl } = values;
  return Object.freeze<Env>({
    mode: values.NODE_ENV,
    production: values.NODE_ENV === 'production',
    host: values.HOST,
    port: values.PORT,
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL ?? null,
    databaseMigrationUrl: values.DATABASE_MIGRATION_URL ?? values.DATABASE_URL ?? null,
    databasePool: values.DATABASE_POOL,
    databaseReadUrl: values.DATABASE_READ_URL ?? null,
    databaseReadPool: values.DATABASE_READ_POOL,
    today: values.TODAY ?? null,
    issuer: issuer && audience && jwksUrl ? Object.freeze({ issuer, audience, jwksUrl }) : null,
    piiKeys: values.PII_KEYS ?? null,
    piiKeyService: values.PII_KEY_SERVICE ?? null,
    piiSuite: values.PII_SUITE,
    auditAnchors:
      values.AUDIT_ANCHOR_FILE === undefined
        ? null
        : Object.freeze({
            file: values.AUDIT_ANCHOR_FILE,
            keyFile: values.AUDIT_ANCHOR_KEY ?? join(values.DATA_DIR, 'audit-anchor-key.pem'),
            everyMinutes: values.AUDIT_ANCHOR_MINUTES,
          }),
    explorer: values.EXPLORER,
    logLevel: values.LOG_LEVEL,
    demo: values.DEMO ?? values.DATABASE_URL === undefined,
    dailyScreening: values.DAILY_SCREENING ?? values.NODE_ENV === 'production',
    provinceModules: Object.freeze(values.PROVINCE_MODULES),
    trustedProxies: Object.freeze(values.TRUSTED_PROXIES),
    rateLimit: values.RATE_LIMIT,
    figuresLimit: values.FIGURES_LIMIT,
    disclosure: Object.freeze(values.DISCLOSURE),
    publishHour: values.PUBLISH_HOUR,
  });
}

/** Variables that are set, but not to what they should be. */
function formFaults(issues: readonly z.core.$ZodIssue[], given: Given): EnvFault[] {
  return issues.map((issue) => {
    const variable = issue.path[0] as EnvVariable;
    return fault(variable, variable === 'PII_KEYS' ? issue.message : describe(variable, given[variable] ?? ''));
  });
}

const ISSUER_VARIABLES = ['AUTH_ISSUER', 'AUTH_AUDIENCE', 'AUTH_JWKS_URL'] as const;

/** Variables that do not go together, or not with production. */
function agreementFaults(given: Given): EnvFault[] {
  const production = given.NODE_ENV === 'production';
  const required = new Set<EnvVariable>();
  if (production || ISSUER_VARIABLES.some((name) => given[name]))
    for (const name of ISSUER_VARIABLES) required.add(name);
  if (production || given.DATABASE_MIGRATION_URL || given.DATABASE_READ_URL) required.add('DATABASE_URL');
  if (production && given.AUDIT_ANCHOR_FILE) required.add('AUDIT_ANCHOR_KEY');
  if (production && !given.PII_KEY_SERVICE) required.add('PII_KEYS');
  const faults = [...required].filter((name) => !given[name]).map((name) => fault(name, 'nothing'));
  if (given.PII_KEYS && given.PII_KEY_SERVICE)
    faults.push({ ...fault('PII_KEY_SERVICE', 'a service beside PII_KEYS'), mend: 'Unset one of the two' });
  if (!production) return faults;

  if (given.TODAY) {
    const found = describe('TODAY', given.TODAY);
    faults.push({
      variable: 'TODAY',
      found,
      expected: 'nothing in production',
      mend: 'Unset it: production lives today',
    });
  }
  if (given.AUTH_ISSUER === DEVELOPMENT_ISSUER) faults.push(fault('AUTH_ISSUER', 'the name of the development issuer'));
  if (given.AUTH_JWKS_URL && isPlainRemote(given.AUTH_JWKS_URL))
    faults.push({
      ...fault('AUTH_JWKS_URL', 'an http: address'),
      expected: 'https: (http: only for a loopback address)',
    });
  return faults;
}

/** Whoever can change a key set on its way can sign as anybody. */
function isPlainRemote(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url?.protocol === 'http:' && !/^(localhost|127(\.\d+){3}|\[::1\])$/.test(url.hostname);
}

function fault(variable: EnvVariable, found: string): EnvFault {
  const [expected, example] = EXPECTED[variable];
  return { variable, found, expected, mend: `Set it, e.g. ${variable}=${example}` };
}

function describe(variable: EnvVariable, value: string): string {
  if (SECRET.has(variable)) return `another form, ${value.length} characters long`;
  return JSON.stringify(value.length > 40 ? `${value.slice(0, 40)}…` : value);
}
