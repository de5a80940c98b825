import type { OperationRoles } from '../role-groups.js';

/** 一类对象的字段权限 · Who may read which fields of one type: each line names its readers and the fields. @article 5.1 */
export type FieldLines = readonly (readonly [readers: OperationRoles, fields: string])[];

/** 字段权限表 · By the type's name in the schema. @article 5.1 */
export type FieldTable = Readonly<Record<string, FieldLines>>;
