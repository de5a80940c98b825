import type { CalendarDate } from '../../src/domain/kernel/calendar-date.js';
import { formatYuan } from '../../src/domain/kernel/money.js';
import type { StepDefinition } from '../../src/domain/procedure/procedure-definition.js';
import { everyLine } from '../../src/domain/province/every-line.js';
import type { LoadedProvince } from '../../src/domain/province/province-config.js';
import { sourcesOf } from '../../src/domain/province/sources-of.js';
import { NATIONAL } from './known-modules.js';
import { ruleRows } from './rule-rows.js';

/** 语言 · The languages of the pages. @article none — technical */
export const LANGUAGES = ['zh', 'en'] as const;
export type PageLanguage = (typeof LANGUAGES)[number];

const WORDS = {
  zh: {
    rules: '规则一览',
    lines: '监测线',
    lineHeading: ['起始日', '适用范围', '元/人·年', '依据效力', '依据文件'],
    all: '全省',
    steps: '程序',
    stepHeading: ['环节', '层级', '前置环节', '期限(天)', '公示天数'],
    working: '工作日',
    values: '本省自定的数值',
    valueHeading: ['参数', '值', '起始日', '条款', '依据文件'],
    sources: '依据文件',
    made: '由配置模块生成;未列出的均沿用国家基线。',
  },
  en: {
    rules: 'Rules',
    lines: 'Monitoring lines',
    lineHeading: ['From', 'Where', 'Yuan a head and year', 'Standing', 'Source'],
    all: 'whole province',
    steps: 'Procedures',
    stepHeading: ['Step', 'Level', 'After', 'Days', 'Notice days'],
    working: 'working days',
    values: "The province's own values",
    valueHeading: ['Parameter', 'Value', 'From', 'Article', 'Source'],
    sources: 'Sources',
    made: 'Made from the configuration module; whatever is not listed is the national baseline’s.',
  },
} as const;

/** 省级页面 · What a province's rules say on a day, as a Markdown page. @article 5.1 */
export function provincePage(province: LoadedProvince, on: CalendarDate, language: PageLanguage): string {
  const words = WORDS[language];
  const { code, name, config } = province;
  const own = ruleRows(config, NATIONAL, on, null).filter(
    ({ origin, parameter }) => origin !== 'national' && parameter !== 'monitoringLines' && parameter !== 'procedures',
  );
  const lines = everyLine(config, on).map((line) => [
    line.from,
    line.county ?? words.all,
    formatYuan(line.perCapitaIncome),
    line.source.standing,
    line.source.title,
  ]);
  const values = own.map((row) => [
    row.path === '' ? row.parameter : `${row.parameter}.${row.path}`,
    row.value,
    row.from,
    row.article,
    row.source.title,
  ]);
  return [
    `# ${name[language]} (${code}) · ${words.rules}`,
    words.made,
    `## ${words.lines}`,
    markdownTable(words.lineHeading, lines),
    ...(values.length === 0 ? [] : [`## ${words.values}`, markdownTable(words.valueHeading, values)]),
    `## ${words.steps}`,
    ...proceduresOf(province, language),
    `## ${words.sources}`,
    sourcesOf(config)
      .map(
        ({ id, title, standing, url }) => `- \`${id}\` ${title} (${standing})${url === undefined ? '' : ` <${url}>`}`,
      )
      .join('\n'),
    '',
  ].join('\n\n');
}

function proceduresOf({ config }: LoadedProvince, language: PageLanguage): string[] {
  const words = WORDS[language];
  return config.procedures.flatMap(({ from, county, value }) => [
    `### ${language === 'zh' ? value.name : value.nameEn} · ${from} · ${county ?? words.all}`,
    markdownTable(
      words.stepHeading,
      value.steps.map((step) => [
        language === 'zh' ? step.name : step.nameEn,
        step.level,
        step.after.join(', '),
        daysOf(step, words.working),
        step.minimumNoticeDays === null ? '' : String(step.minimumNoticeDays),
      ]),
    ),
  ]);
}

function daysOf({ deadlineDays, workingDays }: StepDefinition, working: string): string {
  if (deadlineDays === null) return '';
  return workingDays ? `${deadlineDays} ${working}` : String(deadlineDays);
}

function markdownTable(heading: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(heading), line(heading.map(() => '---')), ...rows.map(line)].join('\n');
}
