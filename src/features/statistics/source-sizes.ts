import { LRUCache } from 'lru-cache';
import { COUNTY_DIGITS } from '../../domain/kernel/region-code.js';
import type { StatSubject } from '../../domain/statistics/definition.js';
import type { Database } from '../../platform/database/database.js';
import type { DatabaseScope } from '../../platform/database/scope.js';
import { countedRows, isAnalysed, plannedRows, type SourceTable } from './source-size.repository.js';

/** 统计来源 · What figures are read from. @article none — technical */
export const STAT_SOURCES = ['REGISTER', 'TALLIES', 'PUBLICATION'] as const;
export type StatSourceKind = (typeof STAT_SOURCES)[number];

const TABLES: Readonly<Record<StatSourceKind, Readonly<Partial<Record<StatSubject | 'FLOWS', SourceTable>>>>> = {
  TALLIES: { HOUSEHOLDS: 'tally', CASES: 'tally' },
  REGISTER: {
    HOUSEHOLDS: 'household',
    CASES: 'monitoring_case',
    MEASURES: 'support_measure',
    ALERTS: 'department_alert',
    FLOWS: 'monitoring_case',
  },
  PUBLICATION: {
    HOUSEHOLDS: 'published_household',
    CASES: 'published_case',
    MEASURES: 'published_measure',
    ALERTS: 'published_alert',
    FLOWS: 'published_flow',
  },
};

/** 规模所求 · Which rows, and for whom. */
export interface SizeWanted {
  readonly source: StatSourceKind;
  readonly subject: StatSubject | 'FLOWS';
  readonly counties: readonly string[];
  readonly scope: DatabaseScope;
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
  private readonly kept = new LRUCache<string, number>({ max: MOST_KEPT, ttl: KEPT_MS });

  constructor(private readonly analysis: Database) {}

  /** 行数 · Rows of a source in some counties, as far as they lie in a scope. */
  async rowsOf(wanted: SizeWanted): Promise<number> {
    const { source, subject, counties, scope } = wanted;
    const table = TABLES[source][subject];
    if (counties.length === 0 || table === undefined) return 0;
    const key = [source, subject, scope.prefixes.join(','), counties.length, counties[0], counties.at(-1)].join(' ');
    const known = this.kept.get(key);
    if (known !== undefined) return known;
    const rows = await this.reckon(table, counties, scope);
    this.kept.set(key, rows);
    return rows;
  }

  private async reckon(table: SourceTable, counties: readonly string[], scope: DatabaseScope): Promise<number> {
    const wholeCounties = scope.prefixes.every((prefix) => prefix.length <= COUNTY_DIGITS);
    return this.analysis.read(scope, async (tx) =>
      wholeCounties && (await isAnalysed(tx, table))
        ? plannedRows(tx, table, counties)
        : countedRows(tx, table, counties, scope),
    );
  }
}
