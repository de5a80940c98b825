import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { ProcedureDefinition, ProcedureKind } from '../../domain/procedure/procedure-definition.js';
import { withDeadlineStops } from '../../domain/procedure/with-deadline-stops.js';
import type { ProvinceConfig } from '../../domain/province/province-config.js';
import { ruleDay } from '../../domain/province/rule-day.js';
import { ruleInForce } from '../../domain/province/rule-entry.js';

/**
 * 国家程序底线 · The baseline's procedure of a kind on a day, as far as it binds a province.
 *
 * A limit that the baseline leaves open to the provinces is a default, and no bound.
 *
 * @returns null where the baseline has none
 * @article 3.2
 */
export function nationalBound(
  baseline: ProvinceConfig,
  kind: ProcedureKind,
  on: CalendarDate,
): ProcedureDefinition | null {
  const day = ruleDay(baseline, on);
  const entries = baseline.procedures.filter((entry) => entry.value.kind === kind);
  const national = ruleInForce(entries, day, null)?.value ?? null;
  if (national === null) return null;
  const filled = withDeadlineStops(national, ruleInForce(baseline.deadlineStops ?? [], day, null)?.value ?? []);
  return baseline.openToProvinces.includes('procedureLimit') ? { ...filled, limitDays: null } : filled;
}
