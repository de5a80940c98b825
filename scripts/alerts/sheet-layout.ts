/** 预警表的列 · Columns of a sheet of alerts, by the name of the field that each becomes. */
const COLUMNS = {
  reference: ['预警编号', '编号'],
  department: ['部门', '推送部门'],
  kind: ['预警种类', '种类代码'],
  raisedOn: ['预警日期', '日期'],
  idNumber: ['身份证号', '身份证号码', '公民身份号码'],
  householdNumber: ['户编号'],
  region: ['区划代码', '行政区划代码'],
  amount: ['金额', '金额(元)', '金额（元）'],
} as const;

/** 列 · A field of an alert, or one of its payload. */
export type SheetField = keyof typeof COLUMNS | `payload.${string}`;

const NEEDED = ['reference', 'department', 'kind', 'raisedOn'] as const;
const PAYLOAD = /^payload\.[A-Za-z][A-Za-z0-9]{0,39}$/;

/** 版式 · What each column of a sheet becomes. */
export type Layout = readonly SheetField[];

/**
 * 核对版式 · Reads the first line of a sheet; one of another layout is refused with the columns that were expected and those that were found.
 *
 * @returns the layout, or `{ fault }` in a sentence
 * @example readLayout(['预警编号', '部门', '预警种类', '预警日期', '身份证号'])
 */
export function readLayout(header: readonly string[]): Layout | { readonly fault: string } {
  const found = header.map((name) => name.trim());
  const fields = found.map(fieldOf);
  const strange = found.filter((_, at) => fields[at] === null);
  const twice = fields.filter((field, at) => field !== null && fields.indexOf(field) !== at);
  const missing: string[] = NEEDED.filter((field) => !fields.includes(field));
  if (!fields.includes('idNumber') && !fields.includes('householdNumber')) missing.push('idNumber or householdNumber');
  const faults = [
    ...(missing.length > 0 ? [`missing: ${missing.map(told).join(', ')}`] : []),
    ...(strange.length > 0
      ? [`not known: ${strange.map((name) => JSON.stringify(name.slice(0, 40))).join(', ')}`]
      : []),
    ...(twice.length > 0 ? [`twice: ${twice.join(', ')}`] : []),
  ];
  if (faults.length === 0) return fields as SheetField[];
  const expected = (Object.keys(COLUMNS) as (keyof typeof COLUMNS)[]).map(told).join(', ');
  return {
    fault: `the sheet has another layout — ${faults.join('; ')}.\nexpected: ${expected}; and payload.… for what is told beside.\nfound: ${found.map((name) => name.slice(0, 40)).join(', ')}`,
  };
}

function fieldOf(name: string): SheetField | null {
  if (PAYLOAD.test(name)) return name as SheetField;
  const known = Object.entries(COLUMNS).find(
    ([field, words]) => field === name || (words as readonly string[]).includes(name),
  );
  return (known?.[0] as SheetField | undefined) ?? null;
}

function told(field: string): string {
  const words = COLUMNS[field as keyof typeof COLUMNS] as readonly string[] | undefined;
  return words === undefined ? field : `${field} (${words[0]})`;
}
