/**
 * 注销原因 · Why a household's record is closed: nobody is left · it lives elsewhere · it was entered twice and the other record goes
 * on · it asked for it, once the record need not be kept any longer.
 *
 * @article 5.3
 */
export const CLOSING_REASONS = ['DIED_OUT', 'MOVED_AWAY', 'ENTERED_TWICE', 'ON_REQUEST'] as const;
export type ClosingReason = (typeof CLOSING_REASONS)[number];
