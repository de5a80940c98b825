import type { ProcedureRun } from './procedure-run.js';

/** 是否识别程序 · Whether a run identifies a household, help first or not. @article 3.2 */
export function isIdentification({ kind }: Pick<ProcedureRun, 'kind'>): boolean {
  return kind === 'IDENTIFICATION' || kind === 'EMERGENCY_IDENTIFICATION';
}
