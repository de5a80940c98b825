import type { LocalizedText } from '../province/localized-text.js';

/** 监测方法 · How a series is held against its own past: counts by Poisson limits, everything else by EWMA. @article 2.3 */
export type DetectionMethod = 'POISSON' | 'EWMA';

/** 指标 · A monthly figure of a region that may tell of a risk of large-scale return to poverty. @article 2.3 */
export interface Indicator {
  /** Kebab-case, as it is submitted and as warnings name it. */
  readonly code: string;
  readonly name: LocalizedText;
  readonly unit: string;
  /** Reckoned out of the register, or submitted by a department from outside. */
  readonly origin: 'REGISTER' | 'SUBMITTED';
  /** Which way it hurts. */
  readonly harm: 'RISE' | 'FALL';
  readonly method: DetectionMethod;
  /** What one figure is about where there are several a month: a product, a project, a resettlement site; null where there is one. */
  readonly subject: string | null;
  /** Least and greatest value that can be; null where there is no bound. */
  readonly least: number | null;
  readonly most: number | null;
  readonly whole: boolean;
}

type Draft = Pick<Indicator, 'code' | 'name' | 'unit' | 'harm'> & Partial<Indicator>;

const submitted = (draft: Draft): Indicator => ({
  origin: 'SUBMITTED',
  method: 'EWMA',
  subject: null,
  least: 0,
  most: null,
  whole: false,
  ...draft,
});
const register = (draft: Draft): Indicator => ({ ...submitted(draft), origin: 'REGISTER', ...draft });
const PERCENT = { unit: '%', most: 100 } as const;
const COUNT = { method: 'POISSON', whole: true } as const;

/**
 * 指标目录 · The indicators that are known: what 2.3 names (sudden events, prices of bulk farm products, unemployment in the
 * countryside, failing projects, resettlement areas), and what the register tells by itself. A value of another is refused.
 *
 * @article 2.3
 */
export const INDICATORS: readonly Indicator[] = [
  register({
    code: 'new-cases',
    name: { zh: '每千户新增监测对象', en: 'New monitored households per 1,000' },
    unit: '‰',
    harm: 'RISE',
    method: 'POISSON',
  }),
  register({ code: 'leads', name: { zh: '新增线索', en: 'Leads' }, unit: '条', harm: 'RISE', ...COUNT }),
  register({
    code: 'incomes-falling',
    name: { zh: '收入大幅下降户数', en: 'Households whose income fell sharply' },
    unit: '户',
    harm: 'RISE',
    ...COUNT,
  }),
  register({
    code: 'measures-unsuccessful',
    name: { zh: '未见成效的帮扶措施', en: 'Measures that ended without success' },
    unit: '项',
    harm: 'RISE',
    ...COUNT,
  }),
  register({
    code: 'resettled-employment',
    name: { zh: '易地搬迁劳动力就业率', en: 'Labourers of resettled households who have work' },
    ...PERCENT,
    harm: 'FALL',
  }),
  register({
    code: 'department-alerts',
    name: { zh: '部门筛查预警', en: 'Alerts of departments' },
    unit: '条',
    harm: 'RISE',
    subject: '预警种类 kind of alert',
    ...COUNT,
  }),
  submitted({
    code: 'farm-price',
    name: { zh: '大宗农副产品价格', en: 'Price of a bulk farm product' },
    unit: '元/公斤',
    harm: 'FALL',
    subject: '农产品 product',
  }),
  submitted({
    code: 'rural-unemployment-rate',
    name: { zh: '农村劳动力失业率', en: 'Unemployment in the countryside' },
    ...PERCENT,
    harm: 'RISE',
  }),
  submitted({
    code: 'migrant-workers-returned',
    name: { zh: '返乡回流农民工', en: 'Migrant workers who came back without work' },
    unit: '人',
    harm: 'RISE',
    ...COUNT,
  }),
  submitted({
    code: 'projects-failed',
    name: { zh: '失败的乡村产业项目', en: 'Rural industry projects that failed' },
    unit: '个',
    harm: 'RISE',
    ...COUNT,
  }),
  submitted({
    code: 'projects-running',
    name: { zh: '正常运营的乡村产业项目占比', en: 'Rural industry projects that run as planned' },
    ...PERCENT,
    harm: 'FALL',
  }),
  submitted({
    code: 'resettlement-site-employment',
    name: { zh: '易地搬迁安置区就业率', en: 'Employment at a resettlement site' },
    ...PERCENT,
    harm: 'FALL',
    subject: '安置区 resettlement site',
  }),
  submitted({
    code: 'resettlement-site-disputes',
    name: { zh: '易地搬迁安置区矛盾纠纷', en: 'Disputes at a resettlement site' },
    unit: '件',
    harm: 'RISE',
    subject: '安置区 resettlement site',
    ...COUNT,
  }),
];

const byCode = new Map(INDICATORS.map((one) => [one.code, one]));

/** 指标 · The indicator of a code; FARM_PRICE and farm-price are one. Null where none is known. @article 2.3 */
export function indicatorOf(code: string): Indicator | null {
  return byCode.get(code.trim().toLowerCase().replaceAll('_', '-')) ?? null;
}
