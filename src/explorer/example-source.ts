/** 示例操作 · One operation of `examples/queries`, as the menu shows it. */
export interface Example {
  /** File name without its ending, e.g. `03-register-household`. */
  readonly name: string;
  readonly kind: 'query' | 'mutation';
  readonly titleEn: string;
  readonly titleZh: string;
  /** What goes into the editor: the file without its line of variables. */
  readonly query: string;
  /** JSON with placeholders such as `<Household.id>`; empty where there are none. */
  readonly variables: string;
}

const VARIABLES = /^#\s*variables:\s*(\{.*\})\s*$/m;
const HAN = /\p{Script=Han}/u;

/** The comment lines before the first line that is none. */
function leadingComments(text: string): string[] {
  const lines = text.trimStart().split(/\r?\n/);
  const end = lines.findIndex((line) => !line.startsWith('#'));
  return lines
    .slice(0, end === -1 ? lines.length : end)
    .filter((line) => !VARIABLES.test(line))
    .map((line) => line.replace(/^#\s?/, '').trim())
    .filter((line) => line !== '');
}

/** What stands before the first colon, semicolon or full stop: a menu has little room. */
const firstClause = (text: string): string => text.split(/[.:;](?:\s|$)|[。：；]/)[0] ?? '';

/**
 * 读取示例 · Reads an example file: its leading comment in English and Chinese, its operation, its variables.
 *
 * A file without a comment is shown by its name; one without Chinese shows its English title twice, and the reverse.
 *
 * @param path  path of the file; only its last part is used
 * @returns the example, variables pretty-printed with their placeholders still in
 * @throws SyntaxError where the line of variables is no JSON
 * @article none — technical
 */
export function readExample(path: string, text: string): Example {
  const name = path.replace(/^.*\//, '').replace(/\.graphql$/, '');
  const comments = leadingComments(text);
  const english = comments.filter((line) => !HAN.test(line)).join(' ');
  const chinese = comments.filter((line) => HAN.test(line)).join('');
  const titleEn = firstClause(english) || firstClause(chinese) || name;
  const json = VARIABLES.exec(text)?.[1];
  return {
    name,
    kind: /^mutation\b/m.test(text) ? 'mutation' : 'query',
    titleEn,
    titleZh: firstClause(chinese) || titleEn,
    query: `${text
      .replace(VARIABLES, '')
      .replace(/\n{3,}/g, '\n\n')
      .trim()}\n`,
    variables: json ? JSON.stringify(JSON.parse(json), null, 2) : '',
  };
}
