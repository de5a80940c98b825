import { HouseholdChangeService, type HouseholdListener, type HouseholdService } from '../household/index.js';
import { CampaignResolver } from './campaign.resolver.js';
import { CampaignService, type CampaignServiceParts } from './campaign.service.js';
import { CampaignReader } from './campaign-reader.service.js';
import { CoverageResolver } from './coverage.resolver.js';
import { CoverageService, type CoverageServiceParts } from './coverage.service.js';
import { VisitService, type VisitServiceParts } from './visit.service.js';

/** 排查走访室所需 · What the services of the room stand on. */
export interface CampaignRoomParts extends CampaignServiceParts, VisitServiceParts, CoverageServiceParts {
  readonly households: HouseholdService;
  /** What later rooms do when a household changes. */
  readonly listeners: readonly HouseholdListener[];
}

/** 排查走访室 · Services and resolvers of campaigns and visits. @article none — technical */
export function assembleCampaigns(parts: CampaignRoomParts) {
  const reader = new CampaignReader(parts);
  const campaigns = new CampaignService(parts);
  const visits = new VisitService(new HouseholdChangeService(parts.changes, parts.listeners), parts);
  return {
    reader,
    resolvers: [
      new CampaignResolver(campaigns, reader, visits, parts.households, parts.tree),
      new CoverageResolver(new CoverageService(parts), parts.tree),
    ],
  };
}
