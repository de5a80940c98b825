import { uuidv7 } from 'uuidv7';
import { addDays, type CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import { checkDossier } from '../../domain/quality/check-dossier.js';
import { FINDING_DAYS } from '../../domain/quality/decide-settlement.js';
import { QUALITY_SIGNS } from '../../domain/quality/sign.js';
import type { Caller } from '../../platform/auth/caller.js';
import { digestOf } from '../../platform/crypto/content-digest.js';
import type { Database, Transaction } from '../../platform/database/database.js';
import { regionScope } from '../../platform/database/scope.js';
import { appendAudits } from '../audit/index.js';
import type { ProvinceService } from '../province/index.js';
import type { RegionTree } from '../region/index.js';
import { dossierOf } from './dossier-of.js';
import { dossierPage } from './dossier-rows.repository.js';
import {
  type FindingRow,
  findingsOfHouseholds,
  findingsOfRules,
  insertFindings,
  noteScan,
  scanOf,
  updateFinding,
} from './finding.repository.js';
import { headOf } from './finding-chain.js';
import type { FoundFault } from './found-fault.js';
import { signsOf } from './signs-of.js';

/** 质量检查所需 · What it stands on. */
export interface ScanQualityParts {
  readonly database: Database;
  readonly provinces: Pick<ProvinceService, 'rulesOn'>;
  readonly holidays: HolidayCalendar;
  readonly tree: RegionTree;
}

/** 质量检查结果 · What one run came to. */
export interface QualityScanReport {
  readonly counties: number;
  /** Households that were looked at. */
  readonly households: number;
  readonly opened: number;
  /** Findings that no longer hold, closed as rectified by the register. */
  readonly rectified: number;
}

interface Tally {
  households: number;
  opened: number;
  rectified: number;
}

const PAGE = 500;
const SIGNS = QUALITY_SIGNS.map(({ id }) => id);
/** Rewritten when the pack changes, so that everything is looked at once more. */
const PACK = 'pack-1';

/**
 * 质量检查 · Looks through the register by the rules of data quality and keeps what it finds: what changed since the last time, what
 * is monitored, and what has an open finding; everything the first time and when the rules have changed.
 *
 * A finding that no longer holds is closed as rectified by the register, and opened again where it holds again; what a person has
 * explained or referred stays as it is.
 *
 * @article 5.3
 */
export class ScanQualityService {
  constructor(private readonly parts: ScanQualityParts) {}

  /** 检查 · Looks through the counties of a region as of a day. */
  async scan(
    region: RegionCode,
    on: CalendarDate,
    now: Date,
    onProgress?: (done: number, of: number) => void,
  ): Promise<QualityScanReport> {
    const counties = this.parts.tree.countiesUnder(region);
    const tally: Tally = { households: 0, opened: 0, rectified: 0 };
    const caller: Caller = { principal: null, requestId: 'quality', now, today: on };
    for (const [done, county] of counties.entries()) {
      await this.county(county, caller, tally);
      onProgress?.(done + 1, counties.length);
    }
    return { counties: counties.length, ...tally };
  }

  private async county(county: RegionCode, caller: Caller, tally: Tally): Promise<void> {
    const { database } = this.parts;
    const scope = regionScope([county]);
    const rules = digestOf([PACK, this.parts.provinces.rulesOn(county, caller.today).configVersion]);
    const scan = await database.read(scope, (tx) => scanOf(tx, county));
    const since = scan === null || scan.rules !== rules ? null : scan.scannedTo;
    for (let after: string | null = null; ; ) {
      const last: string | null = await database.write(scope, (tx) =>
        this.page(tx, county, since, after, caller, tally),
      );
      if (last === null) break;
      after = last;
    }
    await database.write(scope, async (tx) => {
      const found = await signsOf(tx, this.parts, county, caller.today);
      await settle(tx, caller, county, found, await findingsOfRules(tx, county, SIGNS), tally);
      const scannedTo = caller.now.toISOString();
      await noteScan(tx, { county, id: uuidv7(), scannedTo, on: caller.today, rules });
    });
  }

  /** @returns the last id of the page; null where there are no more */
  private async page(
    tx: Transaction,
    county: string,
    since: string | null,
    after: string | null,
    caller: Caller,
    tally: Tally,
  ): Promise<string | null> {
    const rows = await dossierPage(tx, county, { since, after, limit: PAGE });
    const found = rows.flatMap((row) =>
      checkDossier(dossierOf(this.parts, row, caller.today), caller.today, []).map(
        (each): FoundFault => ({
          ...each,
          subject: row.caseId ?? row.id,
          regionCode: row.regionCode,
          householdId: row.id,
          caseId: row.caseId,
        }),
      ),
    );
    const known = await findingsOfHouseholds(
      tx,
      county,
      rows.map(({ id }) => id),
      SIGNS,
    );
    await settle(tx, caller, county, found, known, tally);
    tally.households += rows.length;
    return rows.length < PAGE ? null : rows.at(-1)!.id;
  }
}

const keyOf = ({ rule, subject }: { readonly rule: string; readonly subject: string }): string => `${rule}|${subject}`;

/** Opens what is new, closes what no longer holds, opens again what the register had closed. */
async function settle(
  tx: Transaction,
  caller: Caller,
  county: string,
  found: readonly FoundFault[],
  known: readonly FindingRow[],
  tally: Tally,
): Promise<void> {
  const byKey = new Map(found.map((fault) => [keyOf(fault), fault]));
  const stands = new Set(known.map(keyOf));
  const fresh = [...byKey.values()].filter((fault) => !stands.has(keyOf(fault)));
  const mended = known.filter((row) => row.status === 'OPEN' && !byKey.has(keyOf(row)));
  const again = known.filter((row) => row.status === 'RECTIFIED' && row.settledBy === null && byKey.has(keyOf(row)));
  await open(tx, caller, county, fresh);
  await move(tx, caller, mended, 'RECTIFIED');
  await move(tx, caller, again, 'OPEN');
  tally.opened += fresh.length + again.length;
  tally.rectified += mended.length;
}

async function open(tx: Transaction, caller: Caller, county: string, faults: readonly FoundFault[]): Promise<void> {
  if (faults.length === 0) return;
  const at = caller.now.toISOString();
  const rows = faults.map(({ message, ...fault }) => ({
    ...fault,
    countyCode: county,
    id: uuidv7(),
    status: 'OPEN',
    owner: ownerOf(fault),
    dueOn: addDays(caller.today, FINDING_DAYS),
    foundOn: caller.today,
    message: message.zh,
    messageEn: message.en,
    createdAt: at,
    updatedAt: at,
  }));
  const events = rows.map(({ id, regionCode, rule }) => ({
    head: headOf({ countyCode: county, id, regionCode, auditSequence: 0, auditHash: null }),
    record: { action: 'findFault', occurredOn: caller.today, change: { rule }, role: null, actor: 'quality' },
  }));
  const { heads, written } = appendAudits(tx, caller, events);
  await Promise.all([
    written,
    insertFindings(
      tx,
      rows.map((row, at) => ({ ...row, ...heads[at]! })),
    ),
  ]);
}

async function move(
  tx: Transaction,
  caller: Caller,
  rows: readonly FindingRow[],
  status: 'OPEN' | 'RECTIFIED',
): Promise<void> {
  if (rows.length === 0) return;
  const closing = status === 'RECTIFIED';
  const change = { status, by: 'register' };
  const record = {
    action: closing ? 'faultRectified' : 'faultFoundAgain',
    occurredOn: caller.today,
    change,
    role: null,
    actor: 'quality',
  };
  const { heads, written } = appendAudits(
    tx,
    caller,
    rows.map((row) => ({ head: headOf(row), record })),
  );
  const set = { status, settledOn: closing ? caller.today : null, updatedAt: caller.now.toISOString() };
  await Promise.all([written, ...rows.map((row, at) => updateFinding(tx, row, { ...set, ...heads[at]! }))]);
}

/** Whoever answers for the township of a household, or for the county where it is about more. */
function ownerOf({ householdId, regionCode }: Pick<FoundFault, 'householdId' | 'regionCode'>): string {
  return householdId === null || regionCode.length < 9
    ? `COUNTY_OFFICER ${regionCode.slice(0, 6)}`
    : `TOWNSHIP_OFFICER ${regionCode.slice(0, 9)}`;
}
