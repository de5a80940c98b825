import type { CalendarDate } from '../../domain/kernel/calendar-date.js';
import type { RegionCode } from '../../domain/kernel/region-code.js';
import type { InstrumentFamily, InstrumentNature } from '../../domain/support/policy-instrument.js';
import type { Row } from '../../platform/database/read-rows.js';
import { type Language, type ProvinceService, presentInstrument, presentRiskType } from '../province/index.js';
import type { PolicyInstrument } from '../province/instrument.graphql.js';
import type { RiskType } from '../province/risk-type.graphql.js';

/**
 * 措施的政策工具 · The instrument that a measure is a use of, with the risks that it answers on the day of the plan; where no
 * configuration knows the code any more, what the measure itself keeps of it.
 *
 * @article 4.1
 */
export function measuredInstrument(provinces: ProvinceService, measure: Row, language: Language): PolicyInstrument {
  const region = measure['regionCode'] as RegionCode;
  const plannedOn = measure['plannedOn'] as CalendarDate;
  const code = String(measure['instrumentCode']);
  const known = provinces.instrument(region, code);
  if (known !== null) return presentInstrument(known, provinces.rulesOn(region, plannedOn), language);
  return {
    code,
    name: code,
    family: measure['family'] as InstrumentFamily,
    nature: measure['nature'] as InstrumentNature,
    addresses: [],
    requiresLabour: false,
    fundingSources: [],
    cap: null,
    department: null,
    from: plannedOn,
    to: null,
    source: null,
  };
}

/** 对应风险 · The risk types that a measure answers. @article 4.2 */
export function addressedRisks(provinces: ProvinceService, measure: Row, language: Language): RiskType[] {
  const region = measure['regionCode'] as RegionCode;
  return (measure['addressedCodes'] as string[]).map((code) =>
    presentRiskType(provinces.riskType(region, code), language),
  );
}
