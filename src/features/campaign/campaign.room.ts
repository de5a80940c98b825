import { BatchChangeService } from '../change/index.js';
import {
  HouseholdBatchService,
  HouseholdChangeService,
  type HouseholdListener,
  type HouseholdService,
} from '../household/index.js';
import { CampaignResolver } from './campaign.resolver.js';
import { CampaignService, type CampaignServiceParts } from './campaign.service.js';
import { CampaignReader } from './campaign-reader.service.js';
import { CoverageResolver } from './coverage.resolver.js';
import { CoverageService, type CoverageServiceParts } from './coverage.service.js';
import { VisitBatchService } from './visit-batch.service.js';
import { VisitResolver } from './visit.resolver.js';
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
  const { database, changes, listeners, households } = parts;
  const visits = new VisitService(new HouseholdChangeService(changes, listeners), parts);
  const batches = new HouseholdBatchService(new BatchChangeService(database), listeners);
  return {
    reader,
    resolvers: [
      new CampaignResolver(campaigns, reader, parts.tree),
      new VisitResolver(visits, new VisitBatchService(batches, parts), households),
      new CoverageResolver(new CoverageService(parts), parts.tree),
    ],
  };
}
