import type { RegionLevel } from '../../src/domain/kernel/region-code.js';
import type { PolicySource } from '../../src/domain/kernel/source.js';
import type { DeadlineStop } from '../../src/domain/procedure/procedure-definition.js';

/** 语言 · The languages of the pages. @article none — technical */
export const LANGUAGES = ['zh', 'en'] as const;
export type PageLanguage = (typeof LANGUAGES)[number];

type Words<K extends string> = Readonly<Record<PageLanguage, Readonly<Record<K, string>>>>;

/** 依据效力 · How sure a value is. @article 2.2 */
export const STANDING_WORDS: Words<PolicySource['standing']> = {
  zh: {
    document: '文件原文',
    'county-practice': '县级做法',
    derived: '推算',
    inferred: '推断',
    'national-default': '国家基线缺省',
  },
  en: {
    document: 'document',
    'county-practice': 'county practice',
    derived: 'derived',
    inferred: 'inferred',
    'national-default': 'national default',
  },
};

/** 层级 · Who completes a step. @article 5.1 */
export const LEVEL_WORDS: Words<RegionLevel> = {
  zh: { NATION: '国家', PROVINCE: '省', CITY: '市', COUNTY: '县', TOWNSHIP: '乡镇', VILLAGE: '村' },
  en: {
    NATION: 'nation',
    PROVINCE: 'province',
    CITY: 'city',
    COUNTY: 'county',
    TOWNSHIP: 'township',
    VILLAGE: 'village',
  },
};

/** 中止情形 · For what a count stops. @article G */
export const STOP_WORDS: Words<DeadlineStop> = {
  zh: { NOTICE: '公示期间不计', RETURN: '退回补正期间不计' },
  en: { NOTICE: 'not counted while a notice is out', RETURN: 'not counted while papers are returned' },
};

/** 页面用语 · Headings and labels. @article none — technical */
export const PAGE_WORDS = {
  zh: {
    rules: '规则',
    made: '由配置模块生成,不要手工修改:`npm run reference`。这里列出该省自己写明的每个数值、它从哪天起有效、依据什么文件、依据效力如何;没有列出的沿用国家基线。',
    madeNational:
      '由国家基线模块生成,不要手工修改:`npm run reference`。各省没有自己写明的,都按这里的数值;“国家基线缺省”表示见到的文本都没有规定,由本平台自定。',
    other: 'English',
    lines: '监测线',
    lineHeading: ['起始日', '依据管到', '适用范围', '元/人·年', '口径', '依据效力', '依据文件'],
    concepts: { NET_INCOME: '纯收入', DISPOSABLE_INCOME: '可支配收入' },
    all: '全省',
    nation: '全国',
    noLine: '没有见到该省自定的监测线:按国家底线。',
    procedures: '程序',
    noProcedures: '没有见到该省自定的程序:沿用国家基线。',
    whole: '全程',
    noLimit: '不限时',
    stepHeading: ['环节', '层级', '前置环节', '期限', '公示天数', '须有材料', '附加表单'],
    yes: '有',
    days: (count: number, working: boolean) => (working ? `${count}个工作日` : `${count}日`),
    values: '其他数值',
    valueHeading: ['参数', '值', '起始日', '适用范围', '条款', '依据效力', '依据文件'],
    sources: '依据文件',
    sourceHeading: ['编号', '文件', '依据效力'],
    inherited: '沿用国家基线',
  },
  en: {
    rules: 'rules',
    made: 'Made from the configuration module, not to be edited: `npm run reference`. Every value that the province sets itself, from which day, from which source and how sure it is; whatever is not listed is the national baseline’s.',
    madeNational:
      'Made from the baseline module, not to be edited: `npm run reference`. It holds wherever a province sets nothing else; “national default” marks what no text that was read says, and what is our own choice.',
    other: '中文',
    lines: 'Monitoring lines',
    lineHeading: ['From', 'Vouched to', 'Where', 'Yuan a head and year', 'Income', 'Standing', 'Source'],
    concepts: { NET_INCOME: 'net', DISPOSABLE_INCOME: 'disposable' },
    all: 'whole province',
    nation: 'the nation',
    noLine: 'No line of its own was seen: the national floor.',
    procedures: 'Procedures',
    noProcedures: 'No procedure of its own was seen: the national baseline’s.',
    whole: 'the whole',
    noLimit: 'no limit',
    stepHeading: ['Step', 'Level', 'After', 'Deadline', 'Notice days', 'Evidence', 'Form'],
    yes: 'yes',
    days: (count: number, working: boolean) => (working ? `${count} working days` : `${count} days`),
    values: 'Other values',
    valueHeading: ['Parameter', 'Value', 'From', 'Where', 'Article', 'Standing', 'Source'],
    sources: 'Sources',
    sourceHeading: ['Id', 'Title', 'Standing'],
    inherited: 'Inherited from the national baseline',
  },
} as const;
