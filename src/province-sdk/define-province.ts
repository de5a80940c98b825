import type { CalendarDate } from '../domain/kernel/calendar-date.js';
import type { ProvinceConfig } from '../domain/province/province-config.js';

/** What the baseline alone sets. */
type NationalField = 'firstDay' | 'openToProvinces' | 'marks' | 'nationalFloor';

/**
 * 省级模块 · What a province's module says: only the differences from the national baseline.
 *
 * Takes effect where it stands in the list of `provinces/index.ts`, once `validateProvince` finds no fault in it.
 *
 * @article 5.1
 */
export type ProvinceModule = Omit<ProvinceConfig, NationalField> & {
  /** Versions of the kit that the module is written for, e.g. `^1.0.0`; any where left out. */
  readonly sdk?: string;
};

/** 省级模块草稿 · A module as it is written: code and name, and whatever differs. @article 5.1 */
export type ProvinceDraft = Pick<ProvinceModule, 'code' | 'name'> & Partial<ProvinceModule>;

const NOTHING_SET: Omit<ProvinceModule, 'code' | 'name' | 'sdk'> = {
  monitoringLines: [],
  bands: [],
  incomeFallPercent: [],
  medicalSharePercent: [],
  specialGroupPriority: [],
  riskTypes: [],
  procedures: [],
  deadlineStops: [],
  instruments: [],
  socialSecurityInstruments: [],
  leadVerificationLimit: [],
  identificationLimit: [],
  supportLimit: [],
  developmentalMonths: [],
  eliminationMonths: [],
  eliminationConcept: [],
  trackingVisitMonths: [],
  inspectionCoveragePercent: [],
  rollbackLimit: [],
  alertKinds: [],
  overdueWarning: [],
  leadEscalation: [],
  hazardRules: [],
  recordRetentionMonths: [],
  riskStudyMonths: [],
  quality: [],
};

/**
 * 定义省级模块 · Defines a province by what differs from the national baseline; the rest is inherited.
 *
 * Checks nothing: `validateProvince` names every fault at once.
 *
 * @param draft  code of the province and its name, lists of dated entries, instruments, risk types
 * @article 5.1
 * @example
 * defineProvince({
 *   code: '430000',
 *   name: { zh: '湖南省', en: 'Hunan' },
 *   monitoringLines: dated([{ from: '2023-01-01', vouchedTo: '2023-12-31', value: monitoringLine({ perCapitaIncome: '7500.00' }), source: WORK_RULES }]),
 * });
 */
export function defineProvince(draft: ProvinceDraft): ProvinceModule {
  return { ...NOTHING_SET, ...draft };
}

/** 基线草稿 · A baseline as it is written. @article 5.1 */
export type BaselineDraft = ProvinceDraft &
  Pick<ProvinceConfig, 'openToProvinces' | 'marks' | 'nationalFloor'> & {
    /** First day of all rules but the line, `2021-05-14`. */
    readonly firstDay: string;
  };

/**
 * 定义国家基线 · Defines the national baseline, which every province inherits from: a whole configuration.
 *
 * @article 5.1
 * @example defineBaseline({ code: '000000', name: { zh: '国家基线', en: 'National baseline' }, firstDay: '2021-05-14', openToProvinces: ['procedureLimit'], nationalFloor: [] })
 */
export function defineBaseline(draft: BaselineDraft): ProvinceConfig {
  return { ...NOTHING_SET, ...draft, firstDay: draft.firstDay as CalendarDate };
}
