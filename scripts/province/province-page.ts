import { formatYuan } from '../../src/domain/kernel/money.js';
import type { PolicySource } from '../../src/domain/kernel/source.js';
import type {
  DeadlineStop,
  ProcedureDefinition,
  StepDefinition,
} from '../../src/domain/procedure/procedure-definition.js';
import { type LoadedProvince, MARKED_FIELDS, type ProvinceConfig } from '../../src/domain/province/province-config.js';
import { sourcesOf } from '../../src/domain/province/sources-of.js';
import { NATIONAL } from './known-modules.js';
import { markdownTable } from './markdown-table.js';
import { LEVEL_WORDS, PAGE_WORDS, type PageLanguage, STANDING_WORDS, STOP_WORDS } from './page-words.js';
import { ownRuleRows } from './rule-rows.js';

/** What has a table of its own. */
const TABLED = ['monitoringLines', 'procedures'];
/** Names are said in the tables; ranks say nothing by themselves. */
const NAMED = /(^|\.)(name(\.zh|\.en)?|nameEn|rank)$/;

/**
 * 省级页面 · What a province's module says itself, of every day, as a Markdown page; the baseline's own page says all that it says.
 *
 * The same on whatever day it is made, so that a page that is kept can be held against its module.
 *
 * @article 5.1
 */
export function provincePage(
  { code, name, config }: Pick<LoadedProvince, 'code' | 'name' | 'config'>,
  language: PageLanguage,
): string {
  const words = PAGE_WORDS[language];
  const isNation = code === NATIONAL.code;
  const rows = ownRuleRows(config, isNation ? null : NATIONAL);
  const set = new Set(rows.map(({ parameter }) => parameter));
  const inherited = MARKED_FIELDS.filter((field) => !set.has(field));
  const other = language === 'zh' ? 'en' : 'zh';
  return [
    `# ${name[language]} (${code}) · ${words.rules}`,
    `[${words.other}](${code}.${other}.md) · ${isNation ? words.madeNational : words.made}`,
    `## ${words.lines}`,
    linesOf(config, language, isNation),
    `## ${words.procedures}`,
    ...proceduresOf(config, language, isNation),
    `## ${words.values}`,
    markdownTable(
      words.valueHeading,
      rows
        .filter(({ parameter, path }) => !TABLED.includes(parameter) && !NAMED.test(path))
        .map((row) => [
          `\`${row.path === '' ? row.parameter : `${row.parameter}.${row.path}`}\``,
          row.value,
          row.from,
          placeOf(row.county, language, isNation),
          row.article,
          STANDING_WORDS[language][row.source.standing],
          `\`${row.source.id}\``,
        ]),
    ),
    ...(isNation || inherited.length === 0
      ? []
      : [
          `## ${words.inherited}`,
          `${inherited.map((field) => `\`${field}\``).join(', ')} → [000000](000000.${language}.md)`,
        ]),
    `## ${words.sources}`,
    sourceTable(citedOf(config, isNation), language),
    '',
  ].join('\n\n');
}

function placeOf(county: string | null, language: PageLanguage, isNation: boolean): string {
  return county ?? PAGE_WORDS[language][isNation ? 'nation' : 'all'];
}

/** Entries that a province has of its own: what is the nation's is left out. */
function ownOf<T>(list: readonly T[], national: readonly T[], isNation: boolean): readonly T[] {
  return isNation ? list : list.filter((entry) => !national.includes(entry));
}

function linesOf({ monitoringLines }: ProvinceConfig, language: PageLanguage, isNation: boolean): string {
  const words = PAGE_WORDS[language];
  const own = ownOf(monitoringLines, NATIONAL.monitoringLines, isNation);
  if (own.length === 0) return words.noLine;
  const rows = own.map(({ from, vouchedTo, county, value, source }) => [
    from,
    vouchedTo ?? '',
    placeOf(county, language, isNation),
    formatYuan(value.perCapitaIncome),
    words.concepts[value.concept],
    STANDING_WORDS[language][source.standing],
    source.title,
  ]);
  return markdownTable(words.lineHeading, rows);
}

function proceduresOf({ procedures }: ProvinceConfig, language: PageLanguage, isNation: boolean): string[] {
  const words = PAGE_WORDS[language];
  const own = ownOf(procedures, NATIONAL.procedures, isNation);
  if (own.length === 0) return [words.noProcedures];
  return own.flatMap(({ from, county, value, source }) => [
    `### ${language === 'zh' ? value.name : value.nameEn} · ${from} · ${placeOf(county, language, isNation)}`,
    `${words.whole}: ${limitOf(value, language)} · ${STANDING_WORDS[language][source.standing]} · ${source.title}`,
    markdownTable(
      words.stepHeading,
      value.steps.map((step) => stepRow(step, value, language)),
    ),
  ]);
}

function stepRow(step: StepDefinition, { steps }: ProcedureDefinition, language: PageLanguage): string[] {
  const nameOf = (one: StepDefinition): string => (language === 'zh' ? one.name : one.nameEn);
  const before = step.after.map((code) => steps.find((one) => one.code === code)).flatMap((one) => one ?? []);
  const { deadlineDays, workingDays, deadlineStops, minimumNoticeDays } = step;
  return [
    nameOf(step),
    LEVEL_WORDS[language][step.level],
    before.map(nameOf).join(language === 'zh' ? '、' : ', '),
    deadlineDays === null ? '' : daysSaid(deadlineDays, workingDays, deadlineStops, language),
    minimumNoticeDays === null ? '' : String(minimumNoticeDays),
    step.requiredEvidence.join(', '),
    step.extraForm === null ? '' : PAGE_WORDS[language].yes,
  ];
}

function limitOf({ limitDays, limitInWorkingDays, limitStops }: ProcedureDefinition, language: PageLanguage): string {
  if (limitDays === null) return PAGE_WORDS[language].noLimit;
  return daysSaid(limitDays, limitInWorkingDays, limitStops, language);
}

function daysSaid(
  count: number,
  working: boolean,
  stops: readonly DeadlineStop[] | undefined,
  language: PageLanguage,
): string {
  const days = PAGE_WORDS[language].days(count, working);
  return [days, ...(stops ?? []).map((stop) => STOP_WORDS[language][stop])].join(language === 'zh' ? ',' : ', ');
}

function citedOf(config: ProvinceConfig, isNation: boolean): PolicySource[] {
  const national = new Set(sourcesOf(NATIONAL).map(({ id }) => id));
  return sourcesOf(config).filter(({ id }) => isNation || !national.has(id));
}

function sourceTable(sources: readonly PolicySource[], language: PageLanguage): string {
  return markdownTable(
    PAGE_WORDS[language].sourceHeading,
    sources.map(({ id, title, url, standing }) => [
      `\`${id}\``,
      url === undefined ? title : `${title} <${url}>`,
      STANDING_WORDS[language][standing],
    ]),
  );
}
