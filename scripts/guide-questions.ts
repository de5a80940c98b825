/** 分析提问 · One of the analysts' questions of docs/guides/analyse. @article none — technical */
export interface GuideQuestion {
  readonly number: number;
  readonly title: string;
  /** Who asks, by the name that the guide gives it. */
  readonly who: string;
  readonly query: string;
}

const QUESTION = /^## (\d+) · ([^\n]+)\n(?:(?!^## )[\s\S])*?<!-- ask (\w+) -->\n```graphql\n([\s\S]*?)```/gm;

/**
 * 分析提问 · Reads the numbered questions of a page.
 *
 * @article none — technical
 */
export function questionsOf(page: string): GuideQuestion[] {
  return [...page.matchAll(QUESTION)].map(([, number, title = '', who = '', query = '']) => {
    return { number: Number(number), title, who, query };
  });
}

/** 行 · A row as a mapping; of an answer with objects inside, of a recount with dotted names. @article none — technical */
export type Row = Readonly<Record<string, unknown>>;

/**
 * 回答的行 · The rows of an answer that is one list of figures: `rows` of statistics, or the list itself.
 *
 * @article none — technical
 */
export function rowsOfAnswer(data: Readonly<Record<string, unknown>>): readonly Row[] {
  const [list] = Object.values(data);
  return Array.isArray(list) ? list : (list as { rows: readonly Row[] }).rows;
}

/**
 * 逐列展开 · The rows of an answer with the columns of a recount, in an order of their own, one text each; and the rows of the recount.
 * Equal lists are equal figures.
 *
 * @param columns  dotted names: `county.name`
 * @throws Error when a row has something that no column names
 * @article none — technical
 */
export function asLines(rows: readonly Row[], columns: readonly string[]): string[] {
  return rows
    .map((row) => {
      for (const leaf of leavesOf(row))
        if (
          !columns.some((column) => column === leaf.path || (leaf.value === null && column.startsWith(`${leaf.path}.`)))
        )
          throw new Error(`the recount has no column ${leaf.path}; it has ${columns.join(', ')}`);
      return JSON.stringify(columns.map((column) => row[column] ?? valueAt(row, column)));
    })
    .sort();
}

interface Leaf {
  readonly path: string;
  readonly value: unknown;
}

function leavesOf(row: Row, before = ''): Leaf[] {
  return Object.entries(row).flatMap(([name, value]) =>
    value !== null && typeof value === 'object' && !Array.isArray(value)
      ? leavesOf(value as Row, `${before}${name}.`)
      : [{ path: `${before}${name}`, value }],
  );
}

function valueAt(row: Row, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, name) => (inner as Row | null | undefined)?.[name], row) ?? null;
}

/** 范围 · What a recount keeps of the counties, by who asks. @article none — technical */
const SCOPES: Readonly<Record<string, string>> = { province: '43%', nation: '%', analyst: '%' };

/**
 * 独立重算 · The SQL of a recount as it is sent: each row as JSON, for the region of whoever asks.
 *
 * @article none — technical
 */
export function recountOf(text: string, who: string): string {
  const scope = SCOPES[who];
  if (scope === undefined) throw new Error(`nobody is called ${who}: ${Object.keys(SCOPES).join(', ')}`);
  return `SELECT to_json(q) AS row FROM (${text.trim().replaceAll(':scope', `'${scope}'`)}) q`;
}
