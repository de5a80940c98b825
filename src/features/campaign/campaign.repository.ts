import { type SQL, sql } from 'drizzle-orm';
import type { Campaign } from '../../domain/campaign/check-campaign.js';
import { COUNTY_DIGITS, NATION, type RegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import { hashJoins } from '../../platform/database/hash-joins.js';
import { inScope } from '../../platform/database/scope-condition.js';
import type { OrderColumn } from '../../platform/database/page.js';
import { type Reach, RowsInReach } from '../access/index.js';
import { household } from '../household/household.table.js';
import { householdShape } from '../household/household-shape.repository.js';
import { inspectionCampaign } from './campaign.table.js';
import { visit } from './visit.table.js';

/** 集中排查行 · A campaign as it is kept. */
export interface CampaignRow extends Campaign {
  readonly id: string;
  readonly countyCode: string;
  readonly carriesOutId: string | null;
}

/** 排查进展 · What came of a campaign so far, over the households that the caller reaches. @article 3.1 */
export interface CampaignCounts {
  readonly id: string;
  readonly households: number;
  readonly visited: number;
  readonly leadsOpened: number;
}

const ROW = sql.raw(`t.id, t.county_code AS "countyCode", t.region_code AS region, t.year, t.starts_on AS "startsOn",
  t.ends_on AS "endsOn", t.carries_out_id AS "carriesOutId"`);

/** Campaigns of one statement that counts. */
const AT_ONCE = 50;
/** Digits of a region's prefix, level by level. */
const DIGITS: readonly number[] = [0, 2, 4, 6, 9, 12];
const LEVELS_BELOW = 2;
/** 新增集中排查 · Writes a campaign. */
export async function insertCampaign(tx: Transaction, values: typeof inspectionCampaign.$inferInsert): Promise<void> {
  await tx.insert(inspectionCampaign, [values]);
}

/** 按标识查找 · Campaigns by id, whose region lies in the reach, around it or above it. */
export function findCampaigns(tx: Transaction, reach: Reach, ids: readonly string[]): Promise<CampaignRow[]> {
  return tx.rows<CampaignRow>(sql`
    SELECT ${ROW} FROM ${inspectionCampaign} t
    WHERE t.id = ANY (${arrayLiteral(ids)}::uuid[]) AND ${concerns(reach)} ORDER BY t.id`);
}

/**
 * 一地一年的集中排查 · Campaigns of a year that concern a region: its own, those of the regions above it, and those of the two
 * levels below it; the widest region first.
 */
export function listCampaigns(
  tx: Transaction,
  reach: Reach,
  region: RegionCode,
  year: number,
  limit: number,
): Promise<CampaignRow[]> {
  const prefix = subtreePrefix(region);
  const level = DIGITS.indexOf(prefix.length);
  const longest = DIGITS[Math.min(level + LEVELS_BELOW, DIGITS.length - 1)] ?? prefix.length;
  return tx.rows<CampaignRow>(sql`
    SELECT ${ROW} FROM ${inspectionCampaign} t
    WHERE t.year = ${year}::integer AND ${concerns(reach)}
      AND (starts_with(${prefix}, t.prefix) OR (starts_with(t.prefix, ${prefix}) AND length(t.prefix) <= ${longest}::integer))
    ORDER BY length(t.prefix), t.region_code, t.starts_on, t.id LIMIT ${limit}`);
}

/** 排查进展 · Counts some campaigns over the reach; a household that was met counts once, whoever's campaign the visit named. */
export async function countCampaigns(
  tx: Transaction,
  reach: Reach,
  campaigns: readonly CampaignRow[],
): Promise<CampaignCounts[]> {
  await hashJoins(tx);
  const batches: (readonly CampaignRow[])[] = [];
  for (let at = 0; at < campaigns.length; at += AT_ONCE) batches.push(campaigns.slice(at, at + AT_ONCE));
  const counted = await Promise.all(
    batches.map((batch) =>
      tx.rows<CampaignCounts>(
        sql.join(
          batch.map((campaign) => countOf(reach, campaign)),
          sql` UNION ALL `,
        ),
      ),
    ),
  );
  return counted.flat();
}

function countOf(reach: Reach, { id, region, startsOn, endsOn }: CampaignRow): SQL {
  const counties = sql`${arrayLiteral(reach.counties(region === NATION ? null : region))}::text[]`;
  const within = sql`t.county_code = ANY (${counties}) AND t.region_code LIKE ${`${subtreePrefix(region)}%`}`;
  const days = sql`t.visited_on BETWEEN ${startsOn}::date AND ${endsOn}::date`;
  return sql`SELECT ${id}::text AS id, r.households, r.visited, v.opened AS "leadsOpened" FROM (
      SELECT count(*)::integer AS households, count(m.household_id)::integer AS visited
      FROM (SELECT t.county_code, t.id FROM ${household} t
        WHERE ${within} AND ${inScope(reach.scope, 'id')} AND t.closed_on IS NULL) h
      LEFT JOIN (SELECT DISTINCT t.county_code, t.household_id FROM ${visit} t
        WHERE ${within} AND ${inScope(reach.scope, 'household_id')} AND ${days} AND t.mode <> 'ABSENT') m
        ON m.county_code = h.county_code AND m.household_id = h.id
    ) r, (
      SELECT count(*)::integer AS opened FROM ${visit} t
      WHERE ${within} AND ${inScope(reach.scope, 'household_id')} AND ${days} AND t.lead_opened
    ) v`;
}

/** 分地进展 · Households of a place, and how many of them were met. */
export interface CoverageRow {
  readonly code: string;
  readonly households: number;
  readonly visited: number;
}

/** 分地进展 · Counts a campaign place by place over the reach; a household that is known no nearer stands under what is known. */
export async function coverageOf(
  tx: Transaction,
  reach: Reach,
  { region, startsOn, endsOn }: Pick<CampaignRow, 'region' | 'startsOn' | 'endsOn'>,
  digits: number,
  limit: number,
): Promise<CoverageRow[]> {
  const counties = sql`${arrayLiteral(reach.counties(region === NATION ? null : region))}::text[]`;
  const within = sql`t.county_code = ANY (${counties}) AND t.region_code LIKE ${`${subtreePrefix(region)}%`}`;
  await hashJoins(tx);
  return tx.rows<CoverageRow>(sql`
    SELECT h.code, count(*)::integer AS households, count(m.household_id)::integer AS visited
    FROM (SELECT t.county_code, t.id, substr(t.region_code, 1, ${digits}::integer) AS code FROM ${household} t
      WHERE ${within} AND ${inScope(reach.scope, 'id')} AND t.closed_on IS NULL) h
    LEFT JOIN (SELECT DISTINCT t.county_code, t.household_id FROM ${visit} t
      WHERE ${within} AND ${inScope(reach.scope, 'household_id')} AND t.mode <> 'ABSENT'
        AND t.visited_on BETWEEN ${startsOn}::date AND ${endsOn}::date) m
      ON m.county_code = h.county_code AND m.household_id = h.id
    GROUP BY h.code ORDER BY h.code LIMIT ${limit}`);
}

/** 各县一年的集中排查 · Campaigns of a year that hold some counties whole: their own, and those of the regions above them. */
export function campaignsOfCounties(
  tx: Transaction,
  reach: Reach,
  region: RegionCode,
  year: number,
): Promise<CampaignRow[]> {
  const prefix = subtreePrefix(region);
  return tx.rows<CampaignRow>(sql`
    SELECT ${ROW} FROM ${inspectionCampaign} t
    WHERE t.year = ${year}::integer AND ${concerns(reach)} AND length(t.prefix) <= ${COUNTY_DIGITS}::integer
      AND (starts_with(${prefix}, t.prefix) OR starts_with(t.prefix, ${prefix}))
    ORDER BY t.starts_on, t.id`);
}

/** 未访农户 · Condition on households, alias `t`, that nobody has met in a campaign's days. */
export function notMet({ startsOn, endsOn }: CampaignRow, region: RegionCode, counties: readonly string[]): SQL {
  return sql`t.closed_on IS NULL AND t.region_code LIKE ${`${subtreePrefix(region)}%`} AND NOT EXISTS (
    SELECT 1 FROM ${visit} v WHERE v.county_code = ANY (${arrayLiteral(counties)}::text[]) AND v.county_code = t.county_code
      AND v.household_id = t.id AND v.mode <> 'ABSENT' AND v.visited_on BETWEEN ${startsOn}::date AND ${endsOn}::date)`;
}

/** 可及农户 · Households within a reach, with all that was asked for below them. */
export const visitedHouseholds = new RowsInReach(householdShape, 'id', 'closed_on');

/** 无人 · Where no campaign was found, nobody is to be visited for it. */
export const NOBODY: SQL = sql`false`;

/** 走访次序 · By village, then by id. */
export const BY_VILLAGE: readonly OrderColumn[] = [
  { column: 't.region_code', cast: 'text', direction: 'ASC', nullable: false },
  { column: 't.id', cast: 'uuid', direction: 'ASC', nullable: false },
];

/** A campaign concerns whoever answers for its region, for one in it, or for one that it lies in. */
function concerns({ scope }: Reach): SQL {
  if (scope.prefixes.length === 0) return sql`false`;
  const each = scope.prefixes.map(
    (prefix) => sql`starts_with(t.prefix, ${prefix}) OR starts_with(${prefix}, t.prefix)`,
  );
  return sql`(${sql.join(each, sql` OR `)})`;
}
