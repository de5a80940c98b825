import { sql } from 'drizzle-orm';
import { bucketColumn, plain, regionColumn, type StatSource } from './stat-source.repository.js';

/** 部门预警统计来源 · Alerts as they stand. @article 3.1 */
export const alertSource: StatSource = {
  table: () => sql`department_alert`,
  householdColumn: 'household_id',
  closedColumn: null,
  dimensions: {
    region: regionColumn,
    department: plain('department'),
    kind: plain('kind'),
    grade: plain('grade'),
    status: plain('status'),
    raisedIn: ({ bucket }) => bucketColumn('t.raised_on', bucket),
  },
  measures: {
    alerts: () => null,
    confirmed: () => ({ value: sql`t.status = 'CONFIRMED'` }),
    overdue: ({ today }) => ({ value: sql`t.status = 'DISPATCHED' AND t.verify_by < ${today}::date` }),
    verificationDaysMedian: () => ({ value: sql`t.settled_on - t.dispatched_on` }),
  },
};
