import { sql } from 'drizzle-orm';
import type { Transaction } from '../../platform/database/database.js';
import { among } from '../../platform/database/filter-condition.js';
import type { Row } from '../../platform/database/read-rows.js';
import type { Selection } from '../../platform/database/selection.js';
import { type Reach, RowsInReach } from '../access/index.js';
import { memberShape } from './member-shape.repository.js';

/** 可及成员 · Members within a reach, those that have left included. */
const membersInReach = new RowsInReach(memberShape, 'household_id', 'record_closed_on');

/** 查找成员 · Present members by id, within the reach, with all that was asked for below them. */
export function findMembers(
  tx: Transaction,
  reach: Reach,
  selection: Selection,
  county: string,
  ids: readonly string[],
): Promise<Row[]> {
  const present = sql`${among('t.id', ids, 'uuid')} AND t.removed_on IS NULL`;
  return membersInReach.findWhere(tx, reach, selection, county, present, ids.length);
}
