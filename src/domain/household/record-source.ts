/**
 * R30 记录来源 · Where a record of the register comes from: the national system, a census or inspection, a department's data, or a visit.
 *
 * @article 5.4
 */
export const RECORD_SOURCES = ['NATIONAL_SYSTEM', 'CENSUS', 'DEPARTMENT', 'VISIT'] as const;
export type RecordSource = (typeof RECORD_SOURCES)[number];
