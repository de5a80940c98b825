import { DISCOVERY_CHANNELS } from '../../domain/case/monitoring-case.js';
import { describedEnum } from '../../platform/graphql/described-enum.js';

/** 发现渠道 · GraphQL enum of the channels, of leads and of cases. @article 3.1 */
export const DiscoveryChannelEnum = describedEnum(
  'DiscoveryChannel',
  'How a household at risk came to be known (发现渠道) (art. 3.1).',
  DISCOVERY_CHANNELS,
  {
    SELF_DECLARATION: 'The household declared it itself (农户自主申报).',
    CADRE_INSPECTION: 'Found by village cadres, resident workers or grid workers (基层干部排查).',
    DEPARTMENT_SCREENING: "Warned of by a department's data (部门筛查预警).",
    MEDIA: 'Told in the media (媒体信息).',
    PETITION: 'Told in a petition or complaint (信访信息).',
    HAZARD_SCREENING: 'Singled out when a hazard was screened (灾害等规模性风险排查) (art. 2.3).',
  },
);
