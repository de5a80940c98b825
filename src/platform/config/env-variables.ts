import { resolve } from 'node:path';
import { z } from 'zod';
import { parseDate } from '../../domain/kernel/calendar-date.js';
import {
  DISCLOSURE_DEFAULTS,
  type DisclosureParameters,
  disclosureFaults,
} from '../../domain/statistics/disclosure/parameters.js';
import { SEAL_SUITES } from '../crypto/aes-field-cipher.js';
import { readPiiKeys } from '../crypto/pii-keys.js';
import { addressReader } from '../http/client-address.js';

/** 运行方式 · What NODE_ENV may say. */
export const MODES = ['development', 'test', 'production'] as const;
/** 日志级别 · pino's levels. */
export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));

const onOff = z.enum(['on', 'off']).transform((text) => text === 'on');

const postgresUrl = z.string().regex(/^postgres(ql)?:\/\/[^\s/][^\s]*$/);

const webAddress = z.string().transform((text, context) => {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '') return url;
  context.addIssue({ code: 'custom', message: 'no web address' });
  return z.NEVER;
});

const calendarDay = z.string().transform((text, context) => {
  const day = parseDate(text);
  if (day !== null) return day;
  context.addIssue({ code: 'custom', message: 'no calendar day' });
  return z.NEVER;
});

const filePath = z
  .string()
  .regex(/^\P{Cc}{1,500}$/u)
  .transform((path) => resolve(path));

const piiKeys = z.string().transform((text, context) => {
  const keys = readPiiKeys(text);
  if (!('fault' in keys)) return keys;
  context.addIssue({ code: 'custom', message: keys.fault });
  return z.NEVER;
});

/** Names and values of parameters, `base=5,threshold=15`; those that are not named stay as they are. */
const disclosure = z.string().transform((text, context): DisclosureParameters => {
  const given = listed(text).map((part) => part.split('=') as [string, string | undefined]);
  const parameters = {
    ...DISCLOSURE_DEFAULTS,
    ...Object.fromEntries(given.map(([name, value]) => [name, Number(value)])),
  };
  const unknown = given.filter(([name]) => !Object.hasOwn(DISCLOSURE_DEFAULTS, name)).map(([name]) => name);
  if (unknown.length === 0 && disclosureFaults(parameters).length === 0) return parameters;
  context.addIssue({ code: 'custom', message: 'parameters that do not protect' });
  return z.NEVER;
});

const listed = (text: string): string[] =>
  text
    .split(',')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

const areProxies = (entries: string[]): boolean => {
  try {
    addressReader(entries);
    return true;
  } catch {
    return false;
  }
};

/**
 * 环境变量 · Every variable that the product reads, and nothing else.
 *
 * @article none — technical
 */
export const ENV_SHAPE = {
  NODE_ENV: z.enum(MODES).default('development'),
  HOST: z
    .string()
    .regex(/^[\w.:-]{1,253}$/)
    .default('127.0.0.1'),
  PORT: wholeNumber(0, 65_535).default(4000),
  DATA_DIR: z
    .string()
    .regex(/^\P{Cc}+$/u)
    .default('.data')
    .transform((path) => resolve(path)),
  DATABASE_URL: postgresUrl.optional(),
  DATABASE_MIGRATION_URL: postgresUrl.optional(),
  DATABASE_POOL: wholeNumber(1, 200).default(10),
  DATABASE_READ_URL: postgresUrl.optional(),
  DATABASE_READ_POOL: wholeNumber(1, 200).default(4),
  TODAY: calendarDay.optional(),
  AUTH_ISSUER: z
    .string()
    .regex(/^[\x21-\x7e]{1,300}$/)
    .optional(),
  AUTH_AUDIENCE: z
    .string()
    .regex(/^[\x21-\x7e]{1,300}$/)
    .optional(),
  AUTH_JWKS_URL: webAddress.optional(),
  PII_KEYS: piiKeys.optional(),
  PII_KEY_SERVICE: z
    .string()
    .regex(/^\P{Cc}{1,300}$/u)
    .optional(),
  PII_SUITE: z.enum(SEAL_SUITES).default('aes'),
  AUDIT_ANCHOR_FILE: filePath.optional(),
  AUDIT_ANCHOR_KEY: filePath.optional(),
  AUDIT_ANCHOR_MINUTES: wholeNumber(0, 1_440).default(15),
  EXPLORER: onOff.default(true),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
  DAILY_SCREENING: onOff.optional(),
  DEMO: onOff.optional(),
  PROVINCE_MODULES: z
    .string()
    .regex(/^\P{Cc}+$/u)
    .default('')
    .transform(listed),
  RATE_LIMIT: z
    .literal('off')
    .transform(() => null)
    .or(wholeNumber(1_000, 999_999_999))
    .default(600_000),
  FIGURES_LIMIT: wholeNumber(1_000, 999_999_999).default(300_000),
  DISCLOSURE: disclosure.default(DISCLOSURE_DEFAULTS),
  PUBLISH_HOUR: z
    .literal('off')
    .transform(() => null)
    .or(wholeNumber(0, 23))
    .default(2),
  TRUSTED_PROXIES: z.string().default('').transform(listed).refine(areProxies),
} as const;

/** 变量名 · The name of a variable that is read. */
export type EnvVariable = keyof typeof ENV_SHAPE;

/** 期望 · What each variable is expected to be, and an example of it. */
export const EXPECTED: Readonly<Record<EnvVariable, readonly [expected: string, example: string]>> = {
  NODE_ENV: [`one of ${MODES.join(', ')}`, 'production'],
  HOST: ['a host name or address to listen on', '127.0.0.1'],
  PORT: ['a port, 0 to 65535', '4000'],
  DATA_DIR: ['a folder', '.data'],
  DATABASE_URL: [
    'an address that begins with postgres:// or postgresql://',
    'postgres://holdline@127.0.0.1:5432/holdline',
  ],
  DATABASE_MIGRATION_URL: [
    'an address that begins with postgres:// or postgresql://',
    'postgres://owner@127.0.0.1:5432/holdline',
  ],
  DATABASE_POOL: ['a number of connections, 1 to 200', '10'],
  DATABASE_READ_URL: [
    'the address of a read replica, postgres:// or postgresql://; goes with DATABASE_URL',
    'postgres://holdline@127.0.0.1:5433/holdline',
  ],
  DATABASE_READ_POOL: ['a number of connections for long questions, 1 to 200', '4'],
  TODAY: ['a calendar day YYYY-MM-DD', '2023-11-30'],
  AUTH_ISSUER: ["the token issuer's name, as in the claim iss, without spaces", 'https://login.example.org/'],
  AUTH_AUDIENCE: ["this API's name, as in the claim aud, without spaces", 'holdline'],
  AUTH_JWKS_URL: [
    "the web address of the issuer's key set, without user name and password",
    'https://login.example.org/.well-known/jwks.json',
  ],
  PII_KEYS: [
    'keys of 32 bytes in base64 as kid:base64,kid2:base64 or as a JSON object, or file:/path to such a text',
    'file:/run/secrets/pii-keys',
  ],
  PII_KEY_SERVICE: ['a file or a package that exports a key service; goes without PII_KEYS', './key-service.mjs'],
  PII_SUITE: [`one of ${SEAL_SUITES.join(', ')}`, 'sm4'],
  AUDIT_ANCHOR_FILE: ['a file, outside what the database is kept on', '/var/lib/holdline-anchors/anchors.jsonl'],
  AUDIT_ANCHOR_KEY: ['a file with an Ed25519 key in PEM; goes with AUDIT_ANCHOR_FILE', '/run/secrets/anchor-key.pem'],
  AUDIT_ANCHOR_MINUTES: ['minutes between two anchors, 0 to 1440; 0 leaves it to the command', '15'],
  EXPLORER: ['on or off', 'on'],
  LOG_LEVEL: [`one of ${LOG_LEVELS.join(', ')}`, 'info'],
  DAILY_SCREENING: ['on or off', 'on'],
  DEMO: ['on or off', 'off'],
  PROVINCE_MODULES: ['folders or packages of province modules, separated by commas', './provinces-of-ours/shaanxi'],
  RATE_LIMIT: ['points a minute for each caller, 1000 to 999999999, or off', '600000'],
  FIGURES_LIMIT: ['points that the figures of one operation may cost, 1000 to 999999999', '300000'],
  DISCLOSURE: [
    'parameters of published figures by name=value, separated by commas, that still protect: base, threshold, noise, dominancePercent, medianFrom, mostDimensions, mostCells',
    'base=5,threshold=15',
  ],
  PUBLISH_HOUR: ['the hour from which the figures of the day are published, 0 to 23, or off', '2'],
  TRUSTED_PROXIES: ['addresses and networks of your own proxies, separated by commas', '10.0.3.0/24,fd00::/8'],
};

/** 保密 · Variables whose value is never shown. */
export const SECRET: ReadonlySet<EnvVariable> = new Set([
  'DATABASE_URL',
  'DATABASE_MIGRATION_URL',
  'DATABASE_READ_URL',
  'AUTH_JWKS_URL',
  'PII_KEYS',
]);
