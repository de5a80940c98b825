/**
 * 身份复核结果 · What a county found of a number that was entered twice: its own member holds it · its entry was mistaken and was
 * mended · its member has left or the record was closed.
 *
 * @article 5.3
 */
export const IDENTITY_OUTCOMES = ['CONFIRMED_HERE', 'NUMBER_CORRECTED', 'MEMBER_LEFT'] as const;
export type IdentityOutcome = (typeof IDENTITY_OUTCOMES)[number];
