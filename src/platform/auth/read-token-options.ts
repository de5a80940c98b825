import { ROLES, type Role } from '../../domain/jurisdiction/role.js';
import { readRegionCode } from '../../domain/kernel/region-code.js';
import { DEPARTMENTS, type Department } from '../../domain/support/policy-instrument.js';
import type { DevelopmentClaims } from './development-keys.js';

/** 命令行选项 · What the command line gave, before it is read. @article none — technical */
export interface TokenOptions {
  readonly role?: string;
  readonly region?: string;
  readonly subject?: string;
  readonly department?: string;
  readonly household?: string;
  readonly minutes?: string;
  /** Each `ROLE:REGION`. */
  readonly grant?: readonly string[];
}

const DEFAULT_MINUTES = '60';
const MOST_MINUTES = 1440;

/**
 * 读令牌选项 · Reads the options of `npm run token`, or names every fault of theirs.
 *
 * @article none — technical
 * @example readTokenOptions({ role: 'COUNTY_OFFICER', region: '430121' })
 */
export function readTokenOptions(options: TokenOptions): DevelopmentClaims | { readonly faults: readonly string[] } {
  const faults: string[] = [];
  const grants = pairsOf(options, faults).flatMap(({ option, role, region }) => {
    const fault = faultOfGrant(role, region);
    faults.push(...fault.map((text) => `${option}: ${text}`));
    return fault.length === 0 ? [{ role: role as Role, region }] : [];
  });
  const minutes = Number(/^\d{1,5}$/.exec(options.minutes ?? DEFAULT_MINUTES)?.[0]);
  if (!(minutes >= 1 && minutes <= MOST_MINUTES))
    faults.push(`--minutes: found ${shown(options.minutes)}, expected 1 to ${MOST_MINUTES}`);
  const { department = null, household = null } = options;
  if (department !== null && !isDepartment(department))
    faults.push(`--department: found ${shown(department)}, expected one of ${DEPARTMENTS.join(', ')}`);
  const subject = options.subject ?? `development-${(grants[0]?.role ?? 'nobody').toLowerCase().replaceAll('_', '-')}`;
  for (const [option, text, most] of [
    ['--subject', subject, 200],
    ['--household', household ?? '-', 64],
  ] as const)
    if (!/^\P{Cc}+$/u.test(text) || text.length > most)
      faults.push(`${option}: found ${shown(text)}, expected 1 to ${most} printable characters`);
  return faults.length > 0
    ? { faults }
    : { subject, grants, department: department as Department | null, household, minutes };
}

interface Pair {
  readonly option: string;
  readonly role: string;
  readonly region: string;
}

function pairsOf({ role, region, grant = [] }: TokenOptions, faults: string[]): Pair[] {
  const pairs: Pair[] = [];
  if (role !== undefined && region !== undefined) pairs.push({ option: '--role --region', role, region });
  else if (role !== undefined) faults.push('--region: missing; --role goes with --region, e.g. --region 430121');
  else if (region !== undefined) faults.push('--role: missing; --region goes with --role, e.g. --role COUNTY_OFFICER');
  else if (grant.length === 0) faults.push('--role and --region: missing, e.g. --role COUNTY_OFFICER --region 430121');
  for (const text of grant) {
    const parts = text.split(':');
    const [named, code] = parts;
    if (parts.length === 2 && named && code) pairs.push({ option: '--grant', role: named, region: code });
    else faults.push(`--grant: found ${shown(text)}, expected ROLE:REGION, e.g. VILLAGE_WORKER:430121`);
  }
  return pairs;
}

function faultOfGrant(role: string, region: string): string[] {
  const faults: string[] = [];
  if (!(ROLES as readonly string[]).includes(role))
    faults.push(`found the role ${shown(role)}, expected one of ${ROLES.join(', ')}`);
  const code = readRegionCode(region);
  if (typeof code !== 'string') faults.push(code.fault);
  return faults;
}

function isDepartment(text: string): text is Department {
  return (DEPARTMENTS as readonly string[]).includes(text);
}

/** JSON.stringify, so that no control character reaches the terminal. */
function shown(text: string | undefined): string {
  return JSON.stringify(text === undefined || text.length <= 60 ? text : `${text.slice(0, 60)}…`);
}
