import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import { type Fen, formatYuan, ZERO_FEN } from '../../domain/kernel/money.js';
import type { PlannedMeasure } from '../../domain/support/plan-question.js';
import type { PolicyInstrument } from '../../domain/support/policy-instrument.js';
import type { SupportMeasure } from '../../domain/support/support-measure.js';
import type { supportMeasure } from '../support/support.table.js';

/** 措施列值 · Columns of a measure's row that no rule looks at. */
export type MeasureColumns = Omit<
  typeof supportMeasure.$inferInsert,
  | Exclude<keyof SupportMeasure, 'plannedOn'>
  | 'countyCode'
  | 'regionCode'
  | 'householdId'
  | 'caseId'
  | 'deliveredFen'
  | 'budgetFen'
>;

/** 一次落实 · What was delivered, money or something in kind. */
export interface Delivered {
  readonly on: CalendarDate;
  readonly amount: Fen | null;
  readonly inKind: string | null;
  readonly note: string | null;
}

/** 先行救助措施 · The measure of urgent help that was given. @param open  risks that are not resolved @article 4.1 */
export function urgentMeasure(
  id: string,
  { code, family, nature, fundingSources, addresses }: PolicyInstrument,
  { on, amount }: { readonly on: CalendarDate; readonly amount: Fen },
  open: readonly string[],
): SupportMeasure {
  return {
    id,
    instrument: code,
    family,
    nature,
    addresses: addresses.filter((risk) => open.includes(risk)),
    status: 'IN_PROGRESS',
    timing: 'AFTER_THE_FACT',
    fundingSource: fundingSources[0] ?? 'SECTOR_POLICY',
    budget: null,
    delivered: amount,
    startsOn: on,
    endsOn: null,
    firstDeliveredOn: on,
    urgent: true,
  };
}

/** 计划措施 · A measure as it was planned, before anything is delivered. @article 4.1 */
export function plannedMeasure(
  id: string,
  { family, nature }: PolicyInstrument,
  { provider: _provider, ...planned }: PlannedMeasure,
): SupportMeasure {
  return {
    ...planned,
    id,
    family,
    nature,
    status: 'PLANNED',
    budget: planned.budget ?? null,
    delivered: ZERO_FEN,
    startsOn: planned.startsOn ?? null,
    endsOn: planned.endsOn ?? null,
    firstDeliveredOn: null,
    urgent: false,
  };
}

/** 措施所述 · What the event of a plan tells of a measure. @article 4.1 */
export function toldOfMeasure(measure: SupportMeasure) {
  const { id, instrument, addresses, timing, fundingSource, budget, startsOn, endsOn } = measure;
  const yuan = budget === null ? null : formatYuan(budget);
  return {
    measureId: id,
    instrument,
    addresses,
    timing,
    fundingSource,
    provider: null,
    budget: yuan,
    startsOn,
    endsOn,
  };
}
