import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { CaseRow } from '../case/index.js';

/**
 * 首次落实日 · The case's first day of delivered support (R14), moved back by a delivery that is entered late; nothing where
 * it stays.
 *
 * @article 4.1
 */
export function supportedSince(
  { supportedOn }: Pick<CaseRow, 'supportedOn'>,
  on: CalendarDate,
): { readonly supportedOn?: CalendarDate } {
  return supportedOn !== null && supportedOn <= on ? {} : { supportedOn: on };
}
