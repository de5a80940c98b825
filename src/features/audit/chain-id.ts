import { createHash } from 'node:crypto';

/** 链名 · Chains whose subject has no row of its own. @article 5.3 */
export type OwnChain =
  | 'Refusals'
  | 'Configuration'
  | 'Campaigns'
  | 'Hazards'
  | 'Indicators'
  | 'Exports'
  | 'Links'
  | 'Segments';

/**
 * 链标识 · The id of the chain of a kind for a region: the same each time, so that no directory is needed to find it.
 *
 * @param code  the county, or the region above it, whose chain it is
 * @article none — technical
 */
export function chainId(kind: OwnChain, code: string): string {
  const bytes = createHash('sha256').update(`audit-chain/${kind}/${code}`).digest().subarray(0, 16);
  // Version 8 of RFC 9562: an id of one's own making.
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
