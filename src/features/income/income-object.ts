import type { IncomeRecord } from '../../domain/income/income-record.js';

/** 收入对象 · A record as the domain knows it, and which row it is. */
export interface IncomeObject extends IncomeRecord {
  readonly rowId: string;
  readonly countyCode: string;
}
