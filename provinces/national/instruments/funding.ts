/** 4.1: sector policies and the bridging funds of every level. */
export const PUBLIC_FUNDS = ['SECTOR_POLICY', 'BRIDGING_FUND'] as const;

/** 4.3: east-west cooperation, paired assistance, central units, and donations of others. */
export const SOCIAL_FUNDS = [
  'SOCIAL_DONATION',
  'EAST_WEST_COOPERATION',
  'PAIRED_ASSISTANCE',
  'CENTRAL_UNIT_ASSISTANCE',
] as const;
