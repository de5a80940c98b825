import { NATION, type RegionCode, subtreePrefix } from '../../domain/kernel/region-code.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { Database } from '../../platform/database/database.js';
import { regionScope, WHOLE_REGISTER } from '../../platform/database/scope.js';
import type { AccessService } from '../access/index.js';
import { Refused } from '../change/index.js';
import { lockHousehold } from '../household/index.js';
import type { NewLeadParts } from '../lead/index.js';
import type { RegionTree } from '../region/index.js';
import { lockAlert, type MatchedHousehold } from './alert-row.repository.js';
import { matchTo } from './carry-alert.js';
import { householdsSought } from './match-households.js';
import { type WaitingAlert, waitingAlerts, wasIn } from './move-alert.repository.js';

/** 等待匹配所需 · What it stands on. */
export interface WaitingAlertParts extends NewLeadParts {
  readonly database: Database;
  readonly access: AccessService;
  readonly tree: RegionTree;
}

/** 等待匹配结果 · What one round came to. */
export interface WaitingReport {
  readonly waiting: number;
  readonly matched: number;
}

const PAGE = 1_000;

/**
 * R06 等待匹配 · Looks again for the households of alerts that found nobody: whoever was registered, or added to a household, since they
 * came. Within the region of the sender and the county where the alert waits, and nowhere else.
 *
 * @article 3.1
 */
export class MatchWaitingAlerts {
  constructor(private readonly parts: WaitingAlertParts) {}

  /** 再次匹配 · One round over every alert that waits. */
  async take({ now, today }: Pick<Caller, 'now' | 'today'>, stopping?: AbortSignal): Promise<WaitingReport> {
    const { access, database, tree } = this.parts;
    const counties = tree.countiesUnder(NATION);
    const everywhere = access.publicReach(NATION);
    const caller: Caller = { principal: null, requestId: 'matching', now, today };
    let [waiting, matched] = [0, 0];
    for (let after: string | null = null; stopping?.aborted !== true; ) {
      const { page, householdOf } = await database.read(WHOLE_REGISTER, async (tx) => {
        const own = await waitingAlerts(tx, counties, after, PAGE);
        const digests = own.flatMap(({ idDigest }) => idDigest ?? []);
        const numbers = own.flatMap(({ householdNumber }) => householdNumber ?? []);
        return { page: own, householdOf: await householdsSought(tx, everywhere, digests, numbers) };
      });
      for (const alert of page) {
        const household = householdOf(alert);
        if (household !== null && isTheirs(alert, household) && (await this.match(alert, household, caller)))
          matched += 1;
      }
      waiting += page.length;
      after = page.at(-1)?.id ?? null;
      if (page.length < PAGE) break;
    }
    return { waiting, matched };
  }

  /** @returns whether it was; not where somebody was quicker, or the rules there know no such kind */
  private async match(alert: WaitingAlert, { county, id }: MatchedHousehold, caller: Caller): Promise<boolean> {
    const scope = regionScope([...new Set([county, alert.county])] as RegionCode[]);
    const reach = this.parts.access.publicReach(NATION);
    try {
      return await this.parts.database.write(scope, async (tx) => {
        const household = await lockHousehold(tx, reach, county, id);
        const row = await lockAlert(tx, reach, alert);
        if (household === null || row?.status !== 'UNMATCHED') return false;
        if (county !== alert.county && (await wasIn(tx, { county, id: alert.id }))) return false;
        await matchTo(tx, this.parts, { caller, role: null, actor: 'matching' }, row, { household });
        return true;
      });
    } catch (error) {
      if (error instanceof Refused) return false;
      throw error;
    }
  }
}

/** A sender learns of nobody out of its region; the county where the alert waits may always find its own. */
function isTheirs({ senderRegion, county }: WaitingAlert, household: MatchedHousehold): boolean {
  return household.county === county || household.regionCode.startsWith(subtreePrefix(senderRegion));
}
