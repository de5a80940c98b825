import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Database } from '../../platform/database/database.js';
import type { Row } from '../../platform/database/read-rows.js';
import type { Selection } from '../../platform/database/selection.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { requestLoader } from '../../platform/graphql/request-loader.js';
import type { AccessService } from '../access/index.js';
import { type HouseholdKey, idsByCounty, keyOf } from './household-key.js';
import { type DatedRecords, newestOnDay } from './newest-record.repository.js';

/** 当日记录读取所需 · What it stands on. */
export interface RecordsOnDayParts {
  readonly database: Database;
  readonly access: AccessService;
}

/** 当日记录 · Which records of a household are asked for, as of which day. */
export interface WantedOnDay {
  readonly records: DatedRecords;
  /** The field by whose readers it is read, such as `Household.incomes`. */
  readonly field: string;
  readonly on: CalendarDate;
  readonly selection: Selection;
  /** Under what households of one request are read together: the records, the day, and what else tells one reading from another. */
  readonly loader: string;
}

/**
 * 当日记录读取 · The newest record of a household by a day, which its look-ahead does not bring. Households of one level are read
 * together.
 *
 * @article 2.1
 */
export class RecordsOnDay {
  constructor(private readonly parts: RecordsOnDayParts) {}

  /** 当日记录 · The newest record that counts by the day; null where there is none. */
  newest(context: RequestContext, household: HouseholdKey, wanted: WantedOnDay): Promise<Row | null> {
    const loader = requestLoader<Row>(context, wanted.loader, (keys) => this.byHousehold(context, keys, wanted));
    return loader.load(keyOf(household));
  }

  private async byHousehold(
    context: RequestContext,
    keys: readonly string[],
    { records, field, on, selection }: WantedOnDay,
  ): Promise<Map<string, Row>> {
    const { access, database } = this.parts;
    const reach = await access.reach(context, field);
    const groups = idsByCounty(keys);
    const wanted = { counties: [...groups.keys()], householdIds: [...groups.values()].flat(), on };
    const rows = await database.read(reach.scope, (tx) => newestOnDay(tx, reach, records, wanted, selection));
    return new Map(rows.map((row) => [`${String(row['countyCode'])}/${String(row['householdId'])}`, row]));
  }
}
