import { FIELD_RULES, SILENT_FIELDS } from '../src/domain/jurisdiction/field-rules.js';
import { ROLES, type Role } from '../src/domain/jurisdiction/role.js';
import type { OperationRoles } from '../src/domain/jurisdiction/role-groups.js';

/** Column heads; the nobody without a token comes first. */
const HEADS: Readonly<Record<Role, string>> = {
  RESIDENT: 'resident 农户',
  VILLAGE_WORKER: 'village 村',
  TOWNSHIP_OFFICER: 'township 乡镇',
  COUNTY_OFFICER: 'county 县',
  CITY_OFFICER: 'city 市',
  PROVINCE_OFFICER: 'province 省',
  NATIONAL_OFFICER: 'nation 国家',
  DEPARTMENT_CLIENT: 'department 部门',
  ANALYST: 'analyst 分析',
  PROVINCE_IT: 'province IT 省级技术',
  AUDITOR: 'auditor 审计',
};

const ROOTS = ['Query', 'Mutation', 'Subscription'] as const;
const TITLES = { Query: 'Queries · 查询', Mutation: 'Mutations · 办理', Subscription: 'Subscriptions · 订阅' } as const;

/** 权限页 · The text of docs/reference/permissions.md. @article 5.1 */
export function permissionsPage(): string {
  const types = [...new Set([...FIELD_RULES.keys()].map((name) => name.slice(0, name.indexOf('.'))))];
  const own = types.filter((type) => !isRoot(type) && !/(?:Connection|Edge)$/.test(type)).sort();
  return [
    '# Who may do and read what · 权限',
    '',
    'Made by `npm run permissions` from [src/domain/jurisdiction](../../src/domain/jurisdiction); do not edit. The contract’s operations and',
    'fields are listed, those that are still to come as well. A field that no table names is not built into the schema.',
    '',
    'A role holds in its region and below it, a resident’s in the own household. Grants of one token add up, each in its own region: where',
    'an answer needs several fields, the grants count whose role may read all of them. Names, numbers, addresses and words are masked',
    'besides, but for those who deal with the household and say what for. Lists (`…Connection`, `…Edge`) are read by whoever reads',
    'anything of their objects. ○ marks a field that holds nothing, instead of an error, for whoever may not read it.',
    '',
    ...ROOTS.flatMap((root) =>
      section(
        TITLES[root],
        rowsOf(root, (fields) => fields.map((field) => `\`${field}\``)),
      ),
    ),
    ...section(
      'Types · 类型',
      own.flatMap((type) =>
        rowsOf(type, (fields) => [`**${type}** ${fields.map((field) => shown(type, field)).join(' ')}`]),
      ),
    ),
  ].join('\n');
}

function section(title: string, rows: readonly string[]): string[] {
  const heads = ['', 'no token 无令牌', ...ROLES.map((role) => HEADS[role])];
  return [`## ${title}`, '', line(heads), line(heads.map((_, at) => (at === 0 ? '---' : ':-:'))), ...rows, ''];
}

/** The fields of a type, those with the same readers together. */
function rowsOf(type: string, write: (fields: readonly string[]) => string[]): string[] {
  const groups = new Map<OperationRoles, string[]>();
  for (const [name, readers] of FIELD_RULES)
    if (name.startsWith(`${type}.`)) groups.set(readers, [...(groups.get(readers) ?? []), name.slice(type.length + 1)]);
  return [...groups].flatMap(([readers, fields]) => write(fields).map((name) => line([name, ...marks(readers)])));
}

function marks(readers: OperationRoles): string[] {
  const open = readers === 'open';
  return [open ? '●' : '', ...ROLES.map((role) => (open || readers.includes(role) ? '●' : ''))];
}

function shown(type: string, field: string): string {
  return `\`${field}\`${SILENT_FIELDS.has(`${type}.${field}`) ? '○' : ''}`;
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function isRoot(type: string): boolean {
  return (ROOTS as readonly string[]).includes(type);
}
