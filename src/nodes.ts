import type { NodeFinder } from './features/account/index.js';
import type { AlertReader } from './features/alert/index.js';
import type { AuditService } from './features/audit/audit.service.js';
import type { CampaignReader } from './features/campaign/index.js';
import type { CaseReader } from './features/case/index.js';
import type { HazardReader } from './features/hazard/index.js';
import type { HouseholdService } from './features/household/index.js';
import type { LeadReader } from './features/lead/index.js';
import type { MemberReader } from './features/member/index.js';
import type { NoticeReader } from './features/notice/index.js';
import type { QualityService } from './features/quality/index.js';
import type { StudyService, WarningReader } from './features/regional-risk/index.js';
import type { SegmentReader } from './features/segment/index.js';
import type { MeasureReader } from './features/support/index.js';

/** 读者 · Whoever reads a type by id. */
export interface NodeReaders {
  readonly households: HouseholdService;
  readonly members: MemberReader;
  readonly leads: LeadReader;
  readonly alerts: AlertReader;
  readonly cases: CaseReader;
  readonly notices: NoticeReader;
  readonly measures: MeasureReader;
  readonly campaigns: CampaignReader;
  readonly hazards: HazardReader;
  readonly warnings: WarningReader;
  readonly studies: StudyService;
  readonly quality: QualityService;
  readonly segments: SegmentReader;
  readonly audit: AuditService;
}

/**
 * 按标识查找 · Who finds which type of object by its global id; regions are found by the account room itself.
 *
 * @article none — technical
 */
export function nodeFinders(readers: NodeReaders): Readonly<Record<string, NodeFinder>> {
  const {
    households,
    members,
    leads,
    alerts,
    cases,
    notices,
    measures,
    campaigns,
    hazards,
    warnings,
    studies,
    quality,
    segments,
    audit,
  } = readers;
  return {
    Household: async (ctx, county, ids, selection) => byId(await households.find(ctx, county, ids, selection)),
    Member: async (ctx, county, ids, selection) => byId(await members.find(ctx, county, ids, selection)),
    Lead: async (ctx, county, ids, selection) => byId(await leads.find(ctx, county, ids, selection, 'Query.household')),
    DepartmentAlert: async (ctx, county, ids, selection) => byId(await alerts.find(ctx, county, ids, selection)),
    MonitoringCase: async (ctx, county, ids, selection) => byId(await cases.find(ctx, county, ids, selection)),
    PublicNotice: async (ctx, county, ids, selection) => byId(await notices.find(ctx, county, ids, selection)),
    SupportMeasure: async (ctx, county, ids, selection) => byId(await measures.find(ctx, county, ids, selection)),
    InspectionCampaign: async (ctx, _county, ids, selection) => byId(await campaigns.find(ctx, ids, selection)),
    HazardEvent: async (ctx, _county, ids, selection) => byId(await hazards.find(ctx, ids, selection)),
    RegionalWarning: async (ctx, county, ids, selection) => byId(await warnings.find(ctx, county, ids, selection)),
    RiskStudy: async (ctx, county, ids, selection) => byId(await studies.find(ctx, county, ids, selection)),
    Segment: async (ctx, _county, ids) => byId((await segments.find(ctx, ids)).map((row) => ({ ...row }))),
    QualityFinding: async (ctx, county, ids, selection) => byId(await quality.find(ctx, county, ids, selection)),
    AuditEvent: async (ctx, county, ids) => byId(await audit.find(ctx, county, ids)),
  };
}

function byId(rows: readonly { readonly rowId?: unknown }[]): ReadonlyMap<string, object> {
  return new Map(rows.map((row) => [String(row['rowId']), row]));
}
