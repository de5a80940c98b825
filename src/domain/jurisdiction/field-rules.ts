import { CASE_FIELDS } from './fields/case-fields.js';
import { DUTY_FIELDS } from './fields/duty-fields.js';
import type { FieldLines, FieldTable } from './fields/field-table.js';
import { OPEN_FIELDS } from './fields/open-fields.js';
import { REGISTER_FIELDS } from './fields/register-fields.js';
import { OPERATIONS } from './operations.js';
import { ROLES, type Role } from './role.js';
import type { OperationRoles } from './role-groups.js';

const TABLES: FieldTable = { ...OPEN_FIELDS, ...REGISTER_FIELDS, ...CASE_FIELDS, ...DUTY_FIELDS };

/** 分页列表的部件 · What a paged list is made of; whoever reads anything of its nodes reads these. */
const PAGE_FIELDS = { Connection: 'edges nodes pageInfo totalCount', Edge: 'cursor node' } as const;

/**
 * 字段权限 · Who may read each field, by `Type.field`: the operations, and every field of every type. What is not named here
 * nobody may read, and a schema that has it is not built.
 *
 * This is the first of three questions. Which objects a role reaches is the second (`scopesOf`); whether words, names and
 * numbers of them are shown unmasked the third.
 *
 * @article 5.1
 */
export const FIELD_RULES: ReadonlyMap<string, OperationRoles> = new Map([
  ...Object.entries(OPERATIONS),
  ...Object.entries(TABLES).flatMap(([type, lines]) => [...ofType(type, lines), ...ofPages(type, lines)]),
]);

/**
 * 不作提示的字段 · Fields that hold nothing, null or an empty list, for whoever may not read them, instead of an error: they hang
 * below what everyone reads, or below what a department gets back, and the contract says so.
 *
 * @article 3.2
 */
export const SILENT_FIELDS: ReadonlySet<string> = new Set([
  'NoticeEntry.case',
  'NoticeEntry.objections',
  'ResultAnnouncement.case',
  'Lead.household',
  'Lead.case',
  'Lead.alert',
  'DepartmentAlert.household',
  'DepartmentAlert.lead',
]);

function ofType(type: string, lines: FieldLines): [string, OperationRoles][] {
  return lines.flatMap(([readers, fields]) =>
    fields.split(' ').map((field): [string, OperationRoles] => [`${type}.${field}`, readers]),
  );
}

function ofPages(type: string, lines: FieldLines): [string, OperationRoles][] {
  const readers = widest(lines.map(([each]) => each));
  return Object.entries(PAGE_FIELDS).flatMap(([part, fields]) => ofType(`${type}${part}`, [[readers, fields]]));
}

function widest(readers: readonly OperationRoles[]): OperationRoles {
  if (readers.includes('open')) return 'open';
  return ROLES.filter((role: Role) => readers.some((each) => each !== 'open' && each.includes(role)));
}
