import type { Connection, Engine } from '../../platform/database/engine.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { EVERY_RECORD, scopeStatements } from '../../platform/database/scope.js';
import type { AnchoredHead } from './anchor.js';
import type { AuditLink } from './append-audit.js';

/** 全册链头 · A head as its subject's own row keeps it. */
export interface StoredHead {
  readonly type: string;
  readonly id: string;
  readonly sequence: number;
  readonly hash: string | null;
}

/** The application's role with the whole register in its scope, whoever is connected: nobody sees less and takes it for all. */
const WHOLE = ['SET LOCAL ROLE holdline_app', ...scopeStatements(EVERY_RECORD)];
const SNAPSHOT = ['BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY', ...WHOLE];

const LINK = `id, county_code AS "countyCode", region_code AS "regionCode", household_id AS "householdId", subject_type AS "subjectType",
  subject_id AS "subjectId", sequence, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS at, occurred_on AS "occurredOn",
  actor, role, action, change, request_id AS "requestId", hash, previous_hash AS "previousHash"`;

const HEADS = ([name, table]: readonly [string, string]): string =>
  `SELECT ${name} AS type, id, audit_sequence AS sequence, audit_hash AS hash FROM ${table} WHERE county_code = $1 AND audit_sequence > 0`;
const WITH_HEADS = [
  ["'Household'", 'household'],
  ["'MonitoringCase'", 'monitoring_case'],
  ["'Lead'", 'lead'],
  ["'RegionalWarning'", 'regional_warning'],
  ["'RiskStudy'", 'risk_study'],
  ["'QualityFinding'", 'quality_finding'],
  ["'DepartmentAlert'", 'department_alert'],
  ['subject_type', 'audit_chain'],
] as const;

/** 全册快照 · What one county's chains are read in: nothing that is written meanwhile is half seen. */
export interface ChainReader {
  /** Heads of every subject of the county that has events. */
  heads(county: string): Promise<StoredHead[]>;
  /** Links of a county past a place, in the order of their chains. */
  links(county: string, after: Pick<AuditLink, 'subjectId' | 'sequence'> | null, limit: number): Promise<AuditLink[]>;
}

/** 读一县各链 · Runs `work` on a snapshot. */
export function readChains<T>(engine: Engine, work: (reader: ChainReader) => Promise<T>): Promise<T> {
  return engine.transaction(SNAPSHOT, false, (connection) => work(readerOn(connection)));
}

function readerOn(connection: Connection): ChainReader {
  return {
    heads: (county) =>
      connection.query(WITH_HEADS.map(HEADS).join(' UNION ALL '), [county], 'object') as Promise<StoredHead[]>,
    links: (county, after, limit) =>
      connection.query(
        `SELECT ${LINK} FROM audit_event WHERE county_code = $1 ${after === null ? '' : 'AND (subject_id, sequence) > ($3::uuid, $4::bigint)'}
         ORDER BY subject_id, sequence LIMIT $2`,
        [county, limit, ...(after === null ? [] : [after.subjectId, after.sequence])],
        'object',
      ) as Promise<AuditLink[]>,
  };
}

/** 有链各县 · Every county, or region above it, that has events or heads, with the number of its events. */
export async function countiesWithChains(engine: Engine): Promise<{ county: string; events: number }[]> {
  const parts = [
    'SELECT county_code AS county, count(*)::int AS events FROM audit_event GROUP BY 1',
    ...WITH_HEADS.map(([, table]) => `SELECT county_code, 0 FROM ${table} WHERE audit_sequence > 0 GROUP BY 1`),
  ];
  return engine.transaction(SNAPSHOT, false, (connection) =>
    connection.query(
      `SELECT county, sum(events)::int AS events FROM (${parts.join(' UNION ALL ')}) c GROUP BY county ORDER BY county`,
      [],
      'object',
    ),
  ) as Promise<{ county: string; events: number }[]>;
}

/** Regions that a chain may stand under: every county and what is above it, and the keys of configurations that are no region. */
const CHAIN_PLACES = `SELECT code FROM region WHERE length(code) = 6 UNION SELECT county_code FROM audit_chain`;

const LAST = (where: string): string =>
  `SELECT DISTINCT ON (county_code, subject_id) county_code, subject_type, subject_id, sequence, hash FROM audit_event ${where}
   ORDER BY county_code, subject_id, sequence DESC`;

/**
 * 新增链头 · The last event of every chain that has one written at an instant or after; of every chain for null. Each place is named, so
 * that what is new of it is found by its index and the trail of all years is not looked through.
 */
export async function headsSince(engine: Engine, since: string | null): Promise<AnchoredHead[]> {
  return engine.transaction(SNAPSHOT, false, async (connection) => {
    if (since === null) return (await connection.query(LAST(''), [], 'array')) as AnchoredHead[];
    const places = ((await connection.query(CHAIN_PLACES, [], 'array')) as [string][]).map(([code]) => code);
    const where = 'WHERE county_code = ANY ($1::text[]) AND at >= $2::timestamptz';
    return (await connection.query(LAST(where), [arrayLiteral(places), since], 'array')) as AnchoredHead[];
  });
}

/** 导出条件 · Which events are exported. */
export interface ExportedEvents {
  readonly counties: readonly string[];
  readonly regionPrefix: string;
  readonly from: string | null;
  readonly to: string | null;
}

/** 导出一段 · The next events past a place, county by county, in the order in which they were written. */
export function eventsToExport(
  engine: Engine,
  { counties, regionPrefix, from, to }: ExportedEvents,
  after: { readonly countyCode: string; readonly id: string } | null,
  limit: number,
): Promise<(AuditLink & { readonly id: string })[]> {
  const past = after === null ? '' : 'AND (county_code, id) > ($6, $7::uuid)';
  return engine.transaction(SNAPSHOT, false, (connection) =>
    connection.query(
      `SELECT ${LINK} FROM audit_event WHERE county_code = ANY ($1::text[]) AND starts_with(region_code, $2)
         AND ($3::text IS NULL OR at >= $3::timestamptz) AND ($4::text IS NULL OR at <= $4::timestamptz) ${past}
       ORDER BY county_code, id LIMIT $5`,
      [arrayLiteral(counties), regionPrefix, from, to, limit, ...(after === null ? [] : [after.countyCode, after.id])],
      'object',
    ),
  ) as Promise<(AuditLink & { id: string })[]>;
}
