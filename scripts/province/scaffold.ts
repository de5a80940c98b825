import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalizedText } from '../../src/domain/province/localized-text.js';
import { packageFolder } from './package-folder.js';

/** What the template says, and what a module outside the tree says in its place. */
const OUTSIDE: readonly (readonly [within: string, outside: string])[] = [
  ["'#province-sdk'", "'holdline/province-sdk'"],
  ["'../national/index.js'", "'holdline/national'"],
];

/**
 * 模块骨架 · The files of a new module, by path, from `provinces/_template`: it loads as it is and changes nothing; each list is
 * there to be filled in.
 *
 * @param code  `610000`
 * @article 5.1
 */
export function scaffoldFiles(code: string, name: LocalizedText): Readonly<Record<string, string>> {
  const template = join(packageFolder(), 'provinces', '_template');
  const own: [string, string][] = [
    ...OUTSIDE.map(([within, outside]): [string, string] => [within, outside]),
    ["'990000'", `'${code}'`],
    ["{ zh: '某省', en: 'A province' }", `{ zh: '${name.zh}', en: '${name.en}' }`],
    ['某省', name.zh],
  ];
  const written = listFiles(template).map((path) => {
    const text = readFileSync(join(template, path), 'utf8');
    return [path, own.reduce((all, [from, to]) => all.replaceAll(from, to), text)] as const;
  });
  return {
    'package.json': `${JSON.stringify({ name: `province-${code}`, private: true, type: 'module' }, null, 2)}\n`,
    ...Object.fromEntries(written),
    'household.yaml': household(code),
  };
}

function listFiles(folder: string, below = ''): string[] {
  return readdirSync(join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const path = join(below, entry.name);
    return entry.isDirectory() ? listFiles(folder, path) : [path];
  });
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
