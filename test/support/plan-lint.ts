import { getTableName } from 'drizzle-orm';
import type { Database } from '../../src/platform/database/database.js';
import { WHOLE_REGISTER } from '../../src/platform/database/scope.js';
import { declaredTables } from '../../src/platform/database/table-kind.js';

/** Statements by their text, each with the parameters that it last came with. */
export type Statements = ReadonlyMap<string, readonly unknown[]>;

/** What a lint looked at, and what it found. */
export interface PlanReport {
  /** Statements explained. */
  readonly statements: number;
  /** Scans of distributed tables among them. */
  readonly scans: number;
  /** A scan that no county pins: table, condition, statement. */
  readonly unpinned: readonly string[];
}

/** A read that asks every county, named by a part of its text that no other has. */
export interface NationalRead {
  readonly part: string;
  readonly why: string;
}

/** Reads that may ask every county. There is none: what a nation or a province is shown is asked of its counties by name. */
const NATIONAL_READS: readonly NationalRead[] = [];

const PLANNED = /^\s*(SELECT|WITH|INSERT|UPDATE|DELETE)\b/i;
const ENVELOPE_ROLE = 'SET LOCAL ROLE holdline_app';

/** Keeps the statements of the application's own transactions: what the owner sends, to migrate and to fill, is not among them. */
export class StatementCollector {
  readonly statements = new Map<string, readonly unknown[]>();
  private asApplication = false;

  /** Takes a statement as it is sent; the envelope of a transaction is sent in one go. */
  take(text: string, parameters: readonly unknown[]): void {
    if (text.startsWith('BEGIN')) this.asApplication = false;
    else if (text === ENVELOPE_ROLE) this.asApplication = true;
    else if (this.asApplication && PLANNED.test(text)) this.statements.set(text, parameters);
  }
}

/**
 * Explains each statement with its own parameters, and looks whether each scan of a distributed table is pinned to a county or
 * a list of counties that stands in the plan as a constant: the rule by which the register can be cut into shards.
 *
 * @throws Error naming a statement that cannot be explained
 */
export async function lintPlans(
  database: Database,
  statements: Statements,
  national = NATIONAL_READS,
): Promise<PlanReport> {
  const distributed = new Set(
    [...declaredTables()].filter(([, kind]) => kind === 'DISTRIBUTED').map(([table]) => getTableName(table)),
  );
  let explained = 0;
  let scans = 0;
  const unpinned: string[] = [];
  for (const [text, parameters] of statements) {
    const plan = await explain(database, text, parameters);
    if (plan === null) continue;
    explained += 1;
    for (const node of nodesOf(plan)) {
      const table = node['Relation Name'];
      if (table === undefined || !distributed.has(table) || node['Node Type'] === 'ModifyTable') continue;
      scans += 1;
      const conditions = [node['Index Cond'], node['Recheck Cond'], node.Filter].filter((one) => one !== undefined);
      if (conditions.some(pinsCounty) || national.some(({ part }) => text.includes(part))) continue;
      unpinned.push(`${table} is read by ${conditions.join(' and ') || 'no condition'}, of no county: ${text}`);
    }
  }
  return { statements: explained, scans, unpinned };
}

const NOT_PERMITTED = '42501';

/** The plan, as the application; null for what it may not do at all, which tests try on purpose. */
async function explain(database: Database, text: string, parameters: readonly unknown[]): Promise<PlanNode | null> {
  try {
    return await database.read(WHOLE_REGISTER, async (tx) => {
      await tx.text('SET LOCAL enable_seqscan = off', []);
      const [found] = await tx.text<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
        `EXPLAIN (FORMAT JSON) ${text}`,
        parameters,
      );
      return found!['QUERY PLAN'][0].Plan;
    });
  } catch (error) {
    const { code, message } = error as Error & { code?: string };
    if (code === NOT_PERMITTED) return null;
    throw new Error(`cannot be explained (${message}): ${text}`);
  }
}

interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly 'Recheck Cond'?: string;
  readonly Filter?: string;
  readonly 'One-Time Filter'?: string;
  readonly Plans?: readonly PlanNode[];
}

/** What is never run is not read: a branch that was switched off as a whole keeps its scan in the plan. */
function nodesOf(node: PlanNode): PlanNode[] {
  return node['One-Time Filter'] === 'false' ? [] : [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

/** One county, or several, as constants. */
const PINNED = /^(\w+\.)?county_code = (ANY \('\{[\d,]*\}'::text\[\]\)|'\d{6}'::text( COLLATE "C")?)$/;
/** A condition that is kept from the index. */
const KEPT_TRUE = / IS TRUE$/;

/** Whether a condition cannot hold outside some constant counties: a part that must hold says so, or each of its alternatives. */
export function pinsCounty(condition: string): boolean {
  return conjunctsOf(condition).some((part) => {
    const alternatives = partsOf(part, ' OR ');
    return alternatives.length > 1 ? alternatives.every(pinsCounty) : PINNED.test(unwrap(part.replace(KEPT_TRUE, '')));
  });
}

function conjunctsOf(condition: string): string[] {
  const bare = unwrap(condition);
  const parts = partsOf(bare, ' AND ');
  return parts.length === 1 ? [bare] : parts.flatMap(conjunctsOf);
}

function partsOf(condition: string, between: ' AND ' | ' OR '): string[] {
  const parts: string[] = [];
  let from = 0;
  walk(condition, (at, depth) => {
    if (depth !== 0 || !condition.startsWith(between, at)) return;
    parts.push(condition.slice(from, at));
    from = at + between.length;
  });
  return [...parts, condition.slice(from)];
}

/** Without the parentheses that stand around all of it. */
function unwrap(text: string): string {
  if (!text.startsWith('(') || !text.endsWith(')')) return text;
  let closes = text.length;
  walk(text, (at, depth) => {
    if (depth === 0 && at < closes && text[at] === ')') closes = at;
  });
  return closes === text.length - 1 ? unwrap(text.slice(1, -1)) : text;
}

/** Visits each place outside quoted text, with the depth of parentheses behind it. */
function walk(text: string, visit: (at: number, depth: number) => void): void {
  let depth = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === "'") quoted = !quoted;
    if (quoted) continue;
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    visit(at, depth);
  }
}
