import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { COUNTY_DIGITS } from '../../domain/kernel/region-code.js';
import type { StatSubject } from '../../domain/statistics/definition.js';
import type { TalliedSubject } from '../../domain/statistics/rollup/rollup.js';
import type { Database, Transaction } from '../../platform/database/database.js';
import type { DatabaseScope } from '../../platform/database/scope.js';
import type { MovedDays } from '../stat-source/index.js';
import { plannedMoves } from './move-size.repository.js';
import { analysedOf, countedRows, plannedRows, type RowsWanted, type SourceTable } from './source-size.repository.js';

/** 统计来源 · What figures are read from. @article none — technical */
export const STAT_SOURCES = ['REGISTER', 'TALLIES', 'PUBLICATION'] as const;
export type StatSourceKind = (typeof STAT_SOURCES)[number];

/** 所计对象 · What is counted: units of a subject, moves of cases, or what scorecards are reckoned of. @article none — technical */
export type Counted = StatSubject | 'FLOWS' | 'SCORES';

/** Each subject that is tallied: one that were forgotten here would be told as no rows. */
const TALLIED: Readonly<Record<TalliedSubject, readonly SourceTable[]>> = {
  HOUSEHOLDS: ['tally'],
  CASES: ['tally'],
  MEASURES: ['tally'],
};

const TABLES: Readonly<Record<StatSourceKind, Readonly<Partial<Record<Counted, readonly SourceTable[]>>>>> = {
  TALLIES: TALLIED,
  REGISTER: {
    HOUSEHOLDS: ['household'],
    CASES: ['monitoring_case'],
    MEASURES: ['support_measure'],
    ALERTS: ['department_alert'],
    FLOWS: ['audit_event'],
    SCORES: [
      'household',
      'visit',
      'monitoring_case',
      'responsible_person',
      'procedure_run',
      'notice_entry',
      'department_alert',
      'quality_finding',
    ],
  },
  PUBLICATION: {
    HOUSEHOLDS: ['published_household'],
    CASES: ['published_case'],
    MEASURES: ['published_measure'],
    ALERTS: ['published_alert'],
    FLOWS: ['published_flow'],
    SCORES: ['published_score'],
  },
};

/** 规模所求 · Which rows, and for whom. */
export interface SizeWanted {
  readonly source: StatSourceKind;
  readonly subject: Counted;
  readonly counties: readonly string[];
  readonly scope: DatabaseScope;
  /** Only of these, where the register is asked and an index finds them. */
  readonly statuses?: readonly string[] | null;
  /** Only moves within these days, where moves of the register are asked for. */
  readonly moved?: MovedDays | null;
}

/** What a size is looked up by, beside its key. */
interface SizesOf {
  readonly tables: readonly SourceTable[];
  readonly wanted: RowsWanted;
}

/** Prices need not follow every case that is opened. */
const KEPT_MS = 60_000;
const MOST_KEPT = 500;

/**
 * 来源规模 · How many rows a question would look at, told within a millisecond whatever the size of the register: as the database
 * plans for whole counties, and counted where a reach is smaller than a county, or where nobody has analysed the table yet.
 *
 * @article none — technical
 */
export class SourceSizes {
  /** What is asked for while it is being looked up is looked up once. */
  private readonly kept: LRUCache<string, number, SizesOf>;
  private readonly digests = new WeakMap<readonly string[], string>();

  constructor(analysis: Database) {
    this.kept = new LRUCache({
      max: MOST_KEPT,
      ttl: KEPT_MS,
      ignoreFetchAbort: true,
      fetchMethod: (_key, _stale, { context: { tables, wanted } }) =>
        analysis.read(wanted.scope, (tx) => reckon(tx, tables, wanted)),
    });
  }

  /** 行数 · Rows of a source in some counties, as far as they lie in a scope. */
  async rowsOf(wanted: SizeWanted): Promise<number> {
    const { source, subject, counties, scope } = wanted;
    const tables = TABLES[source][subject] ?? [];
    if (counties.length === 0 || tables.length === 0) return 0;
    // Of a publication nobody is to learn what a filter or a period finds.
    const { statuses = null, moved = null } = source === 'REGISTER' ? wanted : {};
    const key = JSON.stringify([source, subject, this.digestOf(counties), scope, statuses, moved]);
    const context = { tables, wanted: { counties, scope, statuses, moved } };
    return this.kept.forceFetch(key, { context });
  }

  /** Which counties these are, told once of a list that is asked about again. */
  private digestOf(counties: readonly string[]): string {
    const known = this.digests.get(counties);
    if (known !== undefined) return known;
    const digest = createHash('sha256').update(counties.join(',')).digest('base64');
    this.digests.set(counties, digest);
    return digest;
  }
}

async function reckon(tx: Transaction, tables: readonly SourceTable[], wanted: RowsWanted): Promise<number> {
  const wholeCounties = wanted.scope.prefixes.every((prefix) => prefix.length <= COUNTY_DIGITS);
  const analysed = wholeCounties ? await analysedOf(tx, tables) : new Set<SourceTable>();
  const [planned, others] = [tables.filter((one) => analysed.has(one)), tables.filter((one) => !analysed.has(one))];
  // Counted first: what is set to plan by holds on for the transaction.
  const counted = others.length === 0 ? 0 : await countedRows(tx, others, wanted);
  if (planned.length === 0) return counted;
  const { counties, moved } = wanted;
  return counted + (await (moved === null ? plannedRows(tx, planned, wanted) : plannedMoves(tx, counties, moved)));
}
