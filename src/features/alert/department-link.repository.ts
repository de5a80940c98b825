import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Department } from '../../domain/support/policy-instrument.js';
import type { Transaction } from '../../platform/database/database.js';
import { departmentLink } from './alert.table.js';

/** 收到数据 · That a department delivered for a county. */
export interface Delivered {
  readonly county: string;
  readonly department: Department;
  readonly on: CalendarDate;
  /** Instant, RFC 3339. */
  readonly at: string;
}

/** 记收到数据 · Notes when a department last delivered; the first time begins the link, in batches until the county says more. @article 5.2 */
export async function noteDelivery(tx: Transaction, { county, department, on, at }: Delivered): Promise<void> {
  await tx.rows(sql`
    INSERT INTO ${departmentLink} (county_code, id, region_code, department, real_time, since, last_received_at, updated_at)
    VALUES (${county}, ${uuidv7()}::uuid, ${county}, ${department}, false, ${on}::date, ${at}::timestamptz, ${at}::timestamptz)
    ON CONFLICT (county_code, region_code, department) DO UPDATE
      SET last_received_at = greatest(department_link.last_received_at, excluded.last_received_at), updated_at = excluded.updated_at`);
}
