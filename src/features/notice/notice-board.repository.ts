import { sql } from 'drizzle-orm';
import { uuidv7 } from 'uuidv7';
import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { ProcedureKind } from '../../domain/procedure/procedure-definition.js';
import type { Transaction } from '../../platform/database/database.js';
import { arrayLiteral } from '../../platform/database/filter-condition.js';
import type { CasePlace } from '../case/index.js';
import { procedureStep } from '../case/procedure.table.js';
import { noticeEntry, publicNotice } from './notice.table.js';

/** 公示期 · The days of a notice, and where it hangs. */
export interface NoticeDays {
  readonly opensOn: CalendarDate;
  readonly closesOn: CalendarDate;
  readonly place: string;
  readonly evidence: readonly unknown[];
  readonly at: string;
}

/** 公示一行 · A household's line on a notice, for one step. */
export interface NoticeLine {
  readonly place: CasePlace;
  readonly stepId: string;
  readonly purpose: ProcedureKind;
  /** The notice that it hangs on already; null for none. */
  readonly hangsOn: string | null;
  /** When the line was first entered. */
  readonly enteredOn: CalendarDate;
}

/**
 * 上墙 · Puts lines on a board: those that do not hang yet on one new notice, those that do with a later closing day. A notice
 * whose lines are all named is extended; where others hang beside them, the lines move to a notice of their own, so that
 * nobody else's days change. As many statements for a village as for one household.
 */
export async function hangLines(tx: Transaction, notice: NoticeDays, lines: readonly NoticeLine[]): Promise<void> {
  const fresh = lines.filter(({ hangsOn }) => hangsOn === null);
  const hanging = lines.filter(({ hangsOn }) => hangsOn !== null);
  await Promise.all([
    fresh.length > 0 ? hangFresh(tx, notice, fresh) : undefined,
    hanging.length > 0 ? hangLonger(tx, notice, hanging) : undefined,
  ]);
}

async function hangFresh(tx: Transaction, notice: NoticeDays, lines: readonly NoticeLine[]): Promise<void> {
  const noticeId = uuidv7();
  const rows = lines.map(({ place, stepId, purpose }) => ({ ...place, id: uuidv7(), noticeId, stepId, purpose }));
  await Promise.all([
    insertNotice(tx, noticeId, notice, lines),
    tx.insert(noticeEntry, rows),
    hangOnSteps(tx, noticeId, lines),
  ]);
}

async function hangLonger(tx: Transaction, notice: NoticeDays, lines: readonly NoticeLine[]): Promise<void> {
  const { countyCode } = lines[0]!.place;
  const ids = [...new Set(lines.flatMap(({ hangsOn }) => hangsOn ?? []))];
  const found = await tx.rows<{ noticeId: string; hanging: number }>(sql`
    SELECT notice_id AS "noticeId", count(*)::int AS hanging FROM ${noticeEntry}
    WHERE county_code = ${countyCode} AND notice_id = ANY (${arrayLiteral(ids)}::uuid[]) GROUP BY notice_id`);
  const named = (id: string) => lines.filter(({ hangsOn }) => hangsOn === id).length;
  const whole = found.filter(({ noticeId, hanging }) => hanging === named(noticeId)).map(({ noticeId }) => noticeId);
  const moving = lines.filter(({ hangsOn }) => !whole.includes(hangsOn!));
  await Promise.all([
    whole.length > 0 ? extendNotices(tx, notice, lines, whole) : undefined,
    moving.length > 0 ? moveLines(tx, notice, moving) : undefined,
  ]);
}

/** The notice keeps its opening day and place; a photograph that came with the extension stands beside the earlier ones. */
async function extendNotices(
  tx: Transaction,
  { closesOn, evidence }: NoticeDays,
  lines: readonly NoticeLine[],
  ids: readonly string[],
): Promise<void> {
  const own = sql`county_code = ${lines[0]!.place.countyCode} AND id = ANY (${arrayLiteral(ids)}::uuid[])`;
  const enteredOn = latestEntry(lines.filter(({ hangsOn }) => ids.includes(hangsOn!)));
  const more = sql`evidence || ${JSON.stringify(evidence)}::text::jsonb`;
  await tx.run(tx.orm.update(publicNotice).set({ closesOn, enteredOn, evidence: more }).where(own));
}

/** The latest of their days: a line that was entered after the notice had closed is still asked for a photograph. */
function latestEntry(lines: readonly NoticeLine[]): CalendarDate {
  return lines
    .map((line) => line.enteredOn)
    .sort()
    .at(-1)!;
}

async function moveLines(tx: Transaction, notice: NoticeDays, lines: readonly NoticeLine[]): Promise<void> {
  const noticeId = uuidv7();
  const own = sql`county_code = ${lines[0]!.place.countyCode} AND step_id = ANY (${stepsOf(lines)}::uuid[])`;
  await Promise.all([
    insertNotice(tx, noticeId, notice, lines),
    tx.run(tx.orm.update(noticeEntry).set({ noticeId }).where(own)),
    hangOnSteps(tx, noticeId, lines),
  ]);
}

function insertNotice(
  tx: Transaction,
  id: string,
  { at, evidence, ...days }: NoticeDays,
  lines: readonly NoticeLine[],
) {
  const { countyCode, regionCode } = lines[0]!.place;
  const enteredOn = latestEntry(lines);
  return tx.insert(publicNotice, [{ ...days, id, countyCode, regionCode, evidence, enteredOn, publishedAt: at }]);
}

async function hangOnSteps(tx: Transaction, noticeId: string, lines: readonly NoticeLine[]): Promise<void> {
  const own = sql`county_code = ${lines[0]!.place.countyCode} AND id = ANY (${stepsOf(lines)}::uuid[])`;
  await tx.run(tx.orm.update(procedureStep).set({ noticeId }).where(own));
}

function stepsOf(lines: readonly NoticeLine[]): string {
  return arrayLiteral(lines.map(({ stepId }) => stepId));
}
