import { adaptProcedure, type DatedDraft, dated, nationalProcedure, workingDays } from '#province-sdk';
import national from '../national/index.js';
import { LINE_DOCUMENT } from './sources.js';

type ProcedureDraft = DatedDraft<ReturnType<typeof nationalProcedure>>;

/** 识别程序 · The nation's, with a limit and a notice of the province's own; use it in `PROCEDURES` where a text says so. @article 3.2 */
export function identificationFrom(from: string, days: number, noticeDays: number): ProcedureDraft {
  const value = adaptProcedure(nationalProcedure(national, 'IDENTIFICATION', from), {
    limit: workingDays(days),
    steps: { 'public-notice': { minimumNoticeDays: noticeDays } },
  });
  return { from, value, source: LINE_DOCUMENT };
}

/** 程序 · Steps may be added, go side by side and be tightened; none of the nation's is dropped or loosened. @article 3.2 */
export const PROCEDURES = dated<ProcedureDraft['value']>([]);
