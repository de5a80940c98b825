import { judgementsFor } from '../../domain/judgement/judgement.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { ProvinceRules } from '../../domain/province/province-rules.js';
import { assessHousehold } from '../../domain/risk/assess-household.js';
import { screeningReasons } from '../../domain/screening/screening-reasons.js';
import type { Transaction } from '../../platform/database/database.js';
import { type FoundHousehold, type LeadsOpened, openLeads } from './open-leads.js';
import type { ScreeningRun } from './screening-run.js';

/**
 * 筛查农户 · Assesses households of a county by the rules of the day and opens a lead for each that is singled out.
 *
 * @article 3.1
 */
export async function screenHouseholds(
  { parts, request: { on }, caller }: ScreeningRun,
  tx: Transaction,
  county: string,
  ids: readonly string[],
): Promise<LeadsOpened> {
  const facts = [...(await parts.households.factsOf(tx, county, ids)).values()];
  const found: FoundHousehold[] = [];
  const byRules = new Map<ProvinceRules, typeof facts>();
  for (const one of facts) {
    const rules = parts.provinces.rulesOn(one.regionCode as RegionCode, on);
    byRules.set(rules, [...(byRules.get(rules) ?? []), one]);
  }
  for (const [rules, own] of byRules) {
    const asked = judgementsFor(rules, 'RANGE').length > 0;
    const judged = asked ? await parts.judgements.range(rules, own, on) : [];
    for (const [index, one] of own.entries()) {
      const said = judged[index] ?? [];
      const reasons = screeningReasons(assessHousehold(one, rules, on, said), said);
      if (reasons.length > 0) found.push({ id: one.id, reasons });
    }
  }
  return openLeads(tx, parts, {
    caller,
    county,
    kind: 'RULES',
    hazardId: null,
    channel: 'DEPARTMENT_SCREENING',
    on,
    joins: false,
    actor: 'system',
    role: null,
    found,
  });
}
