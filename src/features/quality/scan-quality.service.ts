import { uuidv7 } from 'uuidv7';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { HolidayCalendar } from '../../domain/kernel/working-days.js';
import { checkDossier } from '../../domain/quality/check-dossier.js';
import { QUALITY_SIGNS } from '../../domain/quality/sign.js';
import type { Caller } from '../../platform/auth/caller.js';
import { digestOf } from '../../platform/crypto/content-digest.js';
import type { Database, Transaction } from '../../platform/database/database.js';
import { regionScope } from '../../platform/database/scope.js';
import type { ProvinceService } from '../province/index.js';
import type { RegionTree } from '../region/index.js';
import { dossierOf } from './dossier-of.js';
import { type DossierRow, dossierPage } from './dossier-rows.repository.js';
import { findingsOfHouseholds, findingsOfRules } from './finding.repository.js';
import type { FoundFault } from './found-fault.js';
import { type KeptFaults, keepFaults } from './keep-faults.js';
import { beginRun, finishRun, lockScan, moveRun } from './scan-state.repository.js';
import { signsOf } from './signs-of.js';

/** 质量检查所需 · What it stands on. */
export interface ScanQualityParts {
  readonly database: Database;
  readonly provinces: Pick<ProvinceService, 'rulesOn' | 'definitionOf'>;
  readonly holidays: HolidayCalendar;
  readonly tree: RegionTree;
}

/** 质量检查的请求 · As of which day, and who waits for it. */
export interface ScanRequest {
  readonly on: CalendarDate;
  readonly now: Date;
  /** Counties that a run of the day went through under the rules of today are left out. */
  readonly onlyUnfinished?: boolean;
  readonly onProgress?: ((done: number, of: number) => void) | undefined;
  readonly stopping?: AbortSignal | undefined;
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

/** What one page came to. */
interface Step extends KeptFaults {
  readonly households: number;
  /** The run that the page belongs to; null where nothing was left to do. */
  readonly run: string | null;
  readonly finished: boolean;
}

const NOTHING_LEFT: Step = { households: 0, opened: 0, rectified: 0, run: null, finished: true };
const PAGE = 500;
const SIGNS = QUALITY_SIGNS.map(({ id }) => id);
/** Rewritten when the national rules change, so that everything is looked at once more. */
const PACK = 'pack-3';

/**
 * 质量检查 · Looks through the register by the rules of data quality, the nation's and the province's own, and keeps what it finds:
 * what changed since the last time, what is monitored, and what has an open finding; everything the first time and when the rules
 * have changed.
 *
 * A run goes on where it was cut off, page by page, and two processes that look through one county share one run. A finding that no
 * longer holds is closed as rectified by the register, and opened again where it holds again; what a person has explained or referred
 * stays as it is.
 *
 * @article 5.3
 */
export class ScanQualityService {
  constructor(private readonly parts: ScanQualityParts) {}

  /** 检查 · Looks through the counties of a region as of a day. */
  async scan(region: RegionCode, request: ScanRequest): Promise<QualityScanReport> {
    const counties = this.parts.tree.countiesUnder(region);
    const tally = { households: 0, opened: 0, rectified: 0 };
    for (const [done, county] of counties.entries()) {
      for (let run: string | null = null, finished = false; !finished; ) {
        if (request.stopping?.aborted === true) return { counties: done, ...tally };
        const step: Step = await this.step(county, request, run);
        tally.households += step.households;
        tally.opened += step.opened;
        tally.rectified += step.rectified;
        ({ run, finished } = step);
      }
      request.onProgress?.(done + 1, counties.length);
    }
    return { counties: counties.length, ...tally };
  }

  /** One page of a county in a transaction of its own; the last one takes the signs over the whole county with it. */
  private step(county: RegionCode, request: ScanRequest, joined: string | null): Promise<Step> {
    const { on, now } = request;
    const rules = digestOf([PACK, this.parts.provinces.rulesOn(county, on).configVersion]);
    const caller: Caller = { principal: null, requestId: 'quality', now, today: on };
    return this.parts.database.write(regionScope([county]), async (tx) => {
      const state = await lockScan(tx, county, uuidv7());
      const isThrough = state.scannedOn === on && state.rules === rules && state.beganAt === null;
      if (joined === null ? request.onlyUnfinished === true && isThrough : state.beganAt !== joined)
        return NOTHING_LEFT;
      const goesOn = state.beganAt !== null && state.runOn === on && state.runRules === rules;
      const run = goesOn ? state.beganAt : await beginRun(tx, county, { at: now.toISOString(), on, rules });
      const since = state.rules === rules ? state.scannedTo : null;
      const after = goesOn ? state.lastHouseholdId : null;
      const rows = await dossierPage(tx, county, { since, after, limit: PAGE });
      const kept = await this.keepPage(tx, caller, county, rows);
      const households = rows.length;
      if (households === PAGE) {
        await moveRun(tx, county, rows.at(-1)!.id);
        return { ...kept, households, run, finished: false };
      }
      const signs = await this.keepSigns(tx, caller, county);
      await finishRun(tx, county);
      const [opened, rectified] = [kept.opened + signs.opened, kept.rectified + signs.rectified];
      return { opened, rectified, households, run, finished: true };
    });
  }

  private async keepPage(
    tx: Transaction,
    caller: Caller,
    county: RegionCode,
    rows: readonly DossierRow[],
  ): Promise<KeptFaults> {
    const quality = this.parts.provinces.rulesOn(county, caller.today).quality ?? null;
    const found = rows.flatMap((row) =>
      checkDossier(dossierOf(this.parts, row, caller.today), caller.today, quality).map(
        (each): FoundFault => ({
          ...each,
          subject: row.caseId ?? row.id,
          regionCode: row.regionCode,
          householdId: row.id,
          caseId: row.caseId,
        }),
      ),
    );
    const ids = rows.map(({ id }) => id);
    return keepFaults(tx, caller, county, found, await findingsOfHouseholds(tx, county, ids, SIGNS));
  }

  private async keepSigns(tx: Transaction, caller: Caller, county: RegionCode): Promise<KeptFaults> {
    const { found, cut } = await signsOf(tx, this.parts, county, caller.today);
    return keepFaults(tx, caller, county, found, await findingsOfRules(tx, county, SIGNS), cut);
  }
}
