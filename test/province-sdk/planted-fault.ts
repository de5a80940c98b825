import { BASELINE } from '../../provinces/index.js';
import type { ProcedureKind } from '../../src/domain/procedure/procedure-definition.js';
import {
  adaptProcedure,
  dated,
  defineProvince,
  type Fault,
  instrument,
  type Judgement,
  type MonitoringLineDraft,
  monitoringLine,
  nationalProcedure,
  type PolicyInstrument,
  type ProcedureDefinition,
  type ProvinceDraft,
  type ProvinceModule,
  rangeJudgement,
  source,
} from '../../src/province-sdk/index.js';

export const FROM = '2023-01-01';
export const A_TEXT = source({ id: 'hebei-2023', title: '某规程', issuedOn: FROM, standing: 'document' });
export const COUNTY_PAGE = source({ id: 'a-county-page', title: '某县网页', standing: 'county-practice' });

/** What is expected of a planted fault; `suggestion` where it must be there. */
export type ExpectedFault = Pick<Fault, 'code' | 'path' | 'article'> & Partial<Pick<Fault, 'day' | 'suggestion'>>;

export interface PlantedFault {
  readonly module: ProvinceModule;
  readonly draft: Partial<ProvinceDraft>;
  readonly expected: readonly ExpectedFault[];
}

/** A module of Hebei with one thing wrong in it, and what must be said of it: that and nothing else. */
export function plant(draft: Partial<ProvinceDraft>, ...expected: readonly ExpectedFault[]): PlantedFault {
  return { draft, module: defineProvince({ code: '130000', name: { zh: '河北省', en: 'Hebei' }, ...draft }), expected };
}

/** One entry from 1 January 2023. */
export function from2023<T>(value: T, more: { county?: string; vouchedTo?: string; source?: typeof A_TEXT } = {}) {
  return dated([{ from: FROM, value, source: A_TEXT, ...more }]);
}

export const line = (
  perCapitaIncome: MonitoringLineDraft['perCapitaIncome'],
  more: Partial<MonitoringLineDraft> = {},
) => monitoringLine({ perCapitaIncome, ...more });

export const national = (kind: ProcedureKind): ProcedureDefinition => nationalProcedure(BASELINE, kind, FROM);

/** The national identification with some steps changed. */
export const identification = (steps: Parameters<typeof adaptProcedure>[1]['steps']): ProcedureDefinition =>
  adaptProcedure(national('IDENTIFICATION'), { steps });

/** The national identification without a step; whoever waited for it waits for what it waited for. */
export function without(code: string): ProcedureDefinition {
  const whole = national('IDENTIFICATION');
  const before = whole.steps.find((step) => step.code === code)?.after ?? [];
  const steps = whole.steps
    .filter((step) => step.code !== code)
    .map((step) => ({ ...step, after: step.after.flatMap((one) => (one === code ? before : [one])) }));
  return { ...whole, steps };
}

export const offer = (more: Partial<Parameters<typeof instrument>[0]> = {}): PolicyInstrument =>
  instrument({
    code: 'herbs',
    name: { zh: '中药材种植', en: 'Herbs' },
    family: 'INDUSTRY',
    nature: 'DEVELOPMENTAL',
    addresses: ['INDUSTRY_FAILURE'],
    fundingSources: ['BRIDGING_FUND'],
    from: FROM,
    source: A_TEXT,
    ...more,
  });

/** A function of the province's own that brings nobody in, with one thing else. */
export const judgement = (more: Partial<Parameters<typeof rangeJudgement>[0]> = {}): Judgement =>
  rangeJudgement({
    code: 'lone-elder',
    name: { zh: '独居老人', en: 'Elder alone' },
    from: FROM,
    source: A_TEXT,
    judge: () => ({ within: false, findings: [] }),
    ...more,
  });

export const band = (code: string, rank: number, from: number | null, to: number | null) => ({
  code,
  name: { zh: code, en: code },
  rank,
  fromPercentOfLine: from,
  toPercentOfLine: to,
  response: 'WATCH' as const,
});
