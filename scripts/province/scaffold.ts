import type { LocalizedText } from '../../src/domain/province/localized-text.js';
import { SDK_VERSION } from '../../src/province-sdk/index.js';

/**
 * 模块骨架 · The files of a new module, by path: it loads as it is and changes nothing; each list is there to be filled in.
 *
 * @param code  `610000`
 * @article 5.1
 */
export function scaffoldFiles(code: string, name: LocalizedText): Readonly<Record<string, string>> {
  return {
    'package.json': `${JSON.stringify({ name: `province-${code}`, private: true, type: 'module' }, null, 2)}\n`,
    'index.ts': index(code, name),
    'sources.ts': sources(code, name),
    'lines.ts': lines(),
    'scenarios/line.yaml': scenarios(name),
    'household.yaml': household(code),
  };
}

function index(code: string, name: LocalizedText): string {
  return `import { defineProvince } from 'holdline/province-sdk';
import { MONITORING_LINES } from './lines.js';

/** ${name.zh} · Only what differs from the national baseline; the rest is inherited. */
export default defineProvince({
  code: '${code}',
  name: { zh: '${name.zh}', en: '${name.en}' },
  sdk: '^${SDK_VERSION}',
  monitoringLines: MONITORING_LINES,
});
`;
}

function sources(code: string, name: LocalizedText): string {
  return `import { source } from 'holdline/province-sdk';

/** 依据文件 · Replace with the document that sets the province's line: its title, its day, where it can be read. */
export const LINE_DOCUMENT = source({
  id: 'line-${code}',
  title: '${name.zh}防止返贫监测范围(待填:文件名、文号)',
  standing: 'document',
});
`;
}

function lines(): string {
  return `import { dated, monitoringLine } from 'holdline/province-sdk';
import { LINE_DOCUMENT } from './sources.js';

interface Year {
  readonly from: string;
  readonly vouchedTo?: string;
  readonly county?: string;
  readonly yuan: string;
}

/** Yuan a head and year; an entry stays in force until the next. Not under the national floor. */
const YEARS: readonly Year[] = [
  // { from: '2023-01-01', vouchedTo: '2023-12-31', yuan: '7500.00' },
];

/** 监测线 */
export const MONITORING_LINES = dated(
  YEARS.map(({ yuan, ...year }) => ({ ...year, value: monitoringLine({ perCapitaIncome: yuan }), source: LINE_DOCUMENT })),
);
`;
}

function scenarios(name: LocalizedText): string {
  return `# ${name.zh}:金额单位为元。每个界限都成对写:差一分钱、差一天。
scenarios:
  - name: 未设监测线时沿用国家底线6000.00元:人均5999.99元在监测范围内
    on: 2023-06-01
    household: { incomes: [{ perCapita: 5999.99 }], guarantees: {} }
    expect: { line: 6000.00, withinRange: true }

  - name: 未设监测线时沿用国家底线6000.00元:人均6000.00元不在监测范围内
    on: 2023-06-01
    household: { incomes: [{ perCapita: 6000.00 }], guarantees: {} }
    expect: { withinRange: false }
`;
}

function household(code: string): string {
  return `# A household for \`explain\`: facts only, amounts in yuan, no name.
region: '${code.slice(0, 2)}0102'
formerStatus: GENERAL
members:
  - { relationship: HEAD, birthDate: '1970-05-01', labour: ORDINARY }
  - { relationship: SPOUSE, birthDate: '1972-03-08', labour: LOST, health: [CRITICAL_ILLNESS] }
incomes:
  - { from: '2022-01-01', to: '2022-12-31', wages: '11999.98', rigid: { medical: '3000.00' } }
guarantees:
  - checkedOn: '2023-01-10'
    food: SECURE
    clothing: SECURE
    compulsoryEducation: SECURE
    basicMedicalCare: AT_RISK
    safeHousing: SECURE
    drinkingWater: SECURE
`;
}
