import type { LabourCapacity } from '../household/household.js';
import type { InstrumentNature } from '../support/policy-instrument.js';

/** 有劳动能力 · SKILLED, ORDINARY or WEAK. @article 3.3 */
export const ABLE: readonly LabourCapacity[] = ['SKILLED', 'ORDINARY', 'WEAK'];

/** 综合保障 · Natures that the national form puts under comprehensive security. @article 4.2 */
export const SAFETY_NET_NATURES: readonly InstrumentNature[] = ['SAFETY_NET', 'RELIEF'];
