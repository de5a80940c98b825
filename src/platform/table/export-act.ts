/** 导出 · What the trail keeps of an export. @article 5.3 */
export interface ExportAct {
  /** `begun` before the first byte; `ended` once nothing more is sent. A list of one page is told of once, as `ended`. */
  readonly stage: 'begun' | 'ended';
  /** Root field of the list. */
  readonly operation: string;
  /** SHA-256 of the document; not of its variables, which may name somebody. */
  readonly document: string;
  readonly format: string;
  /** Rows handed over; null when it begins. */
  readonly rows: number | null;
  /** `whole`: the list to its end, or as many rows as were asked for; `cut`: there was more than an export holds; `broken`: it was broken off. */
  readonly outcome: 'whole' | 'cut' | 'broken' | null;
}

/** 导出上限 · How much, and how many at once. @article none — technical */
export interface ExportLimits {
  readonly rows: number;
  /** Of one caller in this process. */
  readonly ofOneCaller: number;
  readonly together: number;
}

/** 短列表 · How long a list that is handed over whole may be, and as what it leaves. @article none — technical */
export interface ShortList {
  readonly mostRows: number;
  readonly format: string;
}
