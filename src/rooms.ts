import { assembleCasework } from './casework.js';
import type { HolidayCalendar } from './domain/kernel/working-days.js';
import type { KeyedDraw } from './domain/statistics/disclosure/cell.js';
import { AccessService } from './features/access/index.js';
import { assembleAccount } from './features/account/account.room.js';
import { assembleAlerts } from './features/alert/alert.room.js';
import { assembleAssessments } from './features/assessment/assessment.room.js';
import { assembleAudit } from './features/audit/audit.room.js';
import { assembleCampaigns } from './features/campaign/campaign.room.js';
import { CaseChangeService, followHousehold } from './features/case/index.js';
import { assembleCaseFlows } from './features/case-flow/case-flow.room.js';
import { ChangeService } from './features/change/index.js';
import { assembleClosing } from './features/closing/closing.room.js';
import { assembleCorrections } from './features/correction/correction.room.js';
import { assembleHazards } from './features/hazard/hazard.room.js';
import { assembleIdentityReviews } from './features/identity-review/identity-review.room.js';
import { assembleLeads } from './features/lead/lead.room.js';
import { assembleLive } from './features/live/live.room.js';
import type { JudgementRunner, ProvinceService } from './features/province/index.js';
import { assembleProvinces } from './features/province/province.room.js';
import { unpublishedBy } from './features/publication/index.js';
import { assembleQuality } from './features/quality/quality.room.js';
import type { RegionTree } from './features/region/index.js';
import { RegionResolver } from './features/region/region.resolver.js';
import { assembleRegionalRisk } from './features/regional-risk/regional-risk.room.js';
import { assembleScorecards } from './features/scorecard/scorecard.room.js';
import { assembleScreening } from './features/screening/screening.room.js';
import { assembleSegments } from './features/segment/segment.room.js';
import { assembleSimulation } from './features/simulation/simulation.room.js';
import { assembleStatDesk } from './features/stat-desk/stat-desk.room.js';
import { assembleStatistics } from './features/statistics/statistics.room.js';
import { measureStatuses } from './features/support/measure-statuses.js';
import { assembleSupport } from './features/support/support.room.js';
import { tallyHouseholds } from './features/tally/index.js';
import { assembleWorklist } from './features/worklist/worklist.room.js';
import { nodeFinders } from './nodes.js';
import type { CursorSeal } from './platform/crypto/cursor-seal.js';
import type { BlindIndex, FieldCipher } from './platform/crypto/field-cipher.js';
import type { Database } from './platform/database/database.js';
import type { Replica } from './platform/database/replica-lag.js';
import type { CallerBudget } from './platform/http/caller-budget.js';
import type { RateLimits } from './platform/http/rate-limit.js';
import { assembleRegister } from './register.js';

/** 基础 · What every room stands on. @article none — technical */
export interface Ground {
  readonly database: Database;
  /** For long questions over the register: connections and time limits of its own, and the replica where there is one. */
  readonly analysis: Database;
  /** How far behind what `analysis` reads is. */
  readonly replica: Replica;
  readonly tree: RegionTree;
  readonly provinces: ProvinceService;
  readonly judgements: JudgementRunner;
  readonly holidays: HolidayCalendar;
  readonly cipher: FieldCipher;
  readonly blindIndex: BlindIndex;
  readonly cursorSeal: CursorSeal;
  /** What perturbs published figures. */
  readonly draw: KeyedDraw;
  readonly rateLimits: RateLimits;
  /** What callers may ask for. */
  readonly budget: CallerBudget;
}

/**
 * 各室装配 · Builds every room's services and resolvers, in the order of the rooms; each knows the earlier ones only.
 *
 * @returns the resolvers, one instance a class
 * @article none — technical
 */
export function assembleRooms(ground: Ground): object[] {
  const { database, tree } = ground;
  const access = new AccessService(database, tree);
  const shared = { ...ground, access, changes: new ChangeService(database, access) };
  const cases = new CaseChangeService(shared.changes, ground.cipher, database, access, measureStatuses);
  // The household moves in the tallies before its cases do.
  const listeners = [tallyHouseholds, followHousehold({ cases, provinces: ground.provinces })];
  const register = assembleRegister({ ...shared, listeners });
  const { households } = register;
  const known = { ...shared, households, listeners };
  const leads = assembleLeads(shared);
  const alerts = assembleAlerts({ ...shared, leads: leads.reader });
  const casework = assembleCasework({ ...known, leads: leads.reader, cases });
  const acts = { ...known, cases, reader: casework.reader };
  const support = assembleSupport(acts);
  const campaigns = assembleCampaigns(known);
  const hazards = assembleHazards(known);
  const regionalRisk = assembleRegionalRisk(shared);
  const quality = assembleQuality(shared);
  const segments = assembleSegments({ ...shared, unpublished: unpublishedBy(ground.provinces) });
  const { desk, resolvers: explaining } = assembleStatDesk(shared);
  const questions = { ...known, desk, cases: casework.reader, segments: segments.reader };
  const audit = assembleAudit(shared);
  const account = assembleAccount(
    shared,
    nodeFinders({
      households,
      members: register.members,
      leads: leads.reader,
      alerts: alerts.reader,
      cases: casework.reader,
      notices: casework.notices,
      measures: support.measures,
      campaigns: campaigns.reader,
      hazards: hazards.reader,
      warnings: regionalRisk.warnings,
      studies: regionalRisk.studies,
      quality: quality.service,
      segments: segments.reader,
      audit: audit.service,
    }),
  );
  return [
    new RegionResolver(tree),
    ...assembleProvinces(shared),
    ...register.resolvers,
    ...assembleClosing(shared).resolvers,
    ...assembleIdentityReviews(known).resolvers,
    ...assembleAssessments(known).resolvers,
    ...assembleSimulation(known).resolvers,
    ...leads.resolvers,
    ...alerts.resolvers,
    ...casework.resolvers,
    ...support.resolvers,
    ...campaigns.resolvers,
    ...assembleScreening(),
    ...hazards.resolvers,
    ...assembleCorrections({ ...acts, gates: casework.gates }).resolvers,
    ...segments.resolvers,
    ...assembleWorklist(shared).resolvers,
    ...explaining,
    ...assembleCaseFlows(questions).resolvers,
    ...assembleStatistics(questions).resolvers,
    ...regionalRisk.resolvers,
    ...quality.resolvers,
    ...assembleScorecards({ ...shared, desk }).resolvers,
    ...assembleLive({ cases: casework.reader, alerts: alerts.reader }).resolvers,
    ...audit.resolvers,
    ...account.resolvers,
  ];
}
