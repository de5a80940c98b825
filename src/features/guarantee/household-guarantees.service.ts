import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { Caller } from '../../platform/auth/caller.js';
import type { FieldCipher } from '../../platform/crypto/field-cipher.js';
import { type Selection, selects } from '../../platform/database/selection.js';
import type { RequestContext } from '../../platform/graphql/request-context.js';
import { type HouseholdKey, RecordsOnDay, type RecordsOnDayParts } from '../household/index.js';
import { CHECKS } from './guarantee.repository.js';
import type { GuaranteesObject } from './guarantees-object.js';

/** 农户保障读取所需 · What it stands on. */
export interface HouseholdGuaranteesParts extends RecordsOnDayParts {
  readonly cipher: FieldCipher;
}

/**
 * 农户保障读取 · What a household's look-ahead does not bring of its checks: the one of a given day, and
 * the note, which is sealed. Households of one level are read together.
 *
 * @article 2.1
 */
export class HouseholdGuarantees {
  private readonly onDay: RecordsOnDay;

  constructor(private readonly parts: HouseholdGuaranteesParts) {
    this.onDay = new RecordsOnDay(parts);
  }

  /** 当日保障状况 · The newest check by the day; null where there is none. */
  async guaranteesOn(
    context: RequestContext,
    household: HouseholdKey,
    on: CalendarDate,
    selection: Selection,
  ): Promise<GuaranteesObject | null> {
    const loader = `guarantees on ${on}${selects(selection, 'note') ? ' with note' : ''}`;
    const wanted = { records: CHECKS, field: 'Household.guarantees', on, selection, loader };
    return (await this.onDay.newest(context, household, wanted)) as GuaranteesObject | null;
  }

  /** 核查备注 · The note of a check, or null where there is none or the caller is shown none. */
  note(caller: Caller, { rowId, regionCode, noteSealed }: GuaranteesObject): string | null {
    if (noteSealed === null || noteSealed === undefined || !this.parts.access.readsWords(caller, regionCode))
      return null;
    return this.parts.cipher.open(noteSealed, { table: 'guarantee_check', column: 'note_sealed', rowId });
  }
}
