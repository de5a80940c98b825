import type { Grant } from '../../domain/jurisdiction/role.js';
import type { Department } from '../../domain/support/policy-instrument.js';

/**
 * 访问者 · Who calls, as the verified token says.
 *
 * @article 5.1
 */
export interface Principal {
  readonly subject: string;
  readonly grants: readonly Grant[];
  readonly department: Department | null;
  /** Household number of a RESIDENT. */
  readonly household: string | null;
  /** The token's `jti`. */
  readonly tokenId: string | null;
}
