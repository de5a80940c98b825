import type { FindingRow } from './finding.repository.js';

/** 链头 · Where a finding's own chain stands. */
export function headOf(row: Pick<FindingRow, 'countyCode' | 'regionCode' | 'id' | 'auditSequence' | 'auditHash'>) {
  const { countyCode, regionCode, id: subjectId, auditSequence: sequence, auditHash: hash } = row;
  return {
    countyCode,
    regionCode,
    householdId: null,
    subjectType: 'QualityFinding' as const,
    subjectId,
    sequence,
    hash,
  };
}
