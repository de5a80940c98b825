import type { RateRule } from '../../platform/http/rate-limit.js';

/** 异议频次 · So many points an hour for filing objections: our own measure against floods, no text sets one. */
export const OBJECTION_RULE: RateRule = { name: 'fileObjection', points: 60, seconds: 3_600, counted: 'together' };

/**
 * 异议计次 · What one attempt costs: without a token, 10 an hour from one address; with one, as for a clerk who enters
 * letters, 60 an hour. Attempts that are refused count too, so that nobody tries entries out.
 */
export const OBJECTION_COST = { withoutToken: 6, signedIn: 1 } as const;
