import { sql } from 'drizzle-orm';
import { bucketColumn, plain, regionColumn, type StatSource } from './stat-source.repository.js';

/** 帮扶措施统计来源 · Support measures as they stand. @article 4.1 */
export const measureSource: StatSource = {
  table: () => sql`support_measure`,
  householdColumn: 'household_id',
  closedColumn: null,
  dimensions: {
    region: regionColumn,
    family: plain('family'),
    instrument: plain('instrument'),
    nature: plain('nature'),
    timing: plain('timing'),
    fundingSource: plain('funding_source'),
    status: plain('status'),
    startedIn: ({ bucket }) => bucketColumn('t.starts_on', bucket),
  },
  measures: {
    measures: () => null,
    households: plain('household_id'),
    budget: plain('budget_fen'),
    delivered: plain('delivered_fen'),
  },
};
