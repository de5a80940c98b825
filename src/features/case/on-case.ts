/** 档案办理 · What every act on one case is asked with: which case, upon which version, under which key. @article none — technical */
export interface OnCase {
  readonly idempotencyKey?: string | null;
  /** Global id. */
  readonly caseId: string;
  readonly expectedVersion: number;
}
