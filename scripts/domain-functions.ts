import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** 导出函数 · One exported function as its docstring tells it. @article none — technical */
export interface DocumentedFunction {
  readonly name: string;
  /** Path in the repository, with slashes. */
  readonly file: string;
  readonly line: number;
  /** `R11` where the docstring begins with a rule's id; null where it does not. */
  readonly rule: string | null;
  /** Chinese term that the docstring begins with, without the rule's id. */
  readonly term: string;
  /** Articles that it cites, `none` left out. */
  readonly articles: readonly string[];
  /** Whether it has an `@article` at all, `none` included. */
  readonly cites: boolean;
}

/** 源文件 · Every TypeScript file under a folder of the repository, in the order of their paths. @article none — technical */
export function sourcesUnder(root: string, folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return sourcesUnder(root, path);
      return entry.name.endsWith('.ts') ? [path] : [];
    });
}

/** 读取文件 · The exported functions of a file of the repository. @article none — technical */
export function functionsIn(root: string, file: string): DocumentedFunction[] {
  return readFunctions(file, readFileSync(join(root, file), 'utf8'));
}

/**
 * 读取导出函数 · Exported functions, arrow functions and classes of a source text, with what their docstrings say.
 *
 * @article none — technical
 */
export function readFunctions(file: string, text: string): DocumentedFunction[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  return source.statements.flatMap((statement) => {
    const name = functionName(statement);
    if (name === null) return [];
    const line = source.getLineAndCharacterOfPosition(statement.getStart(source)).line + 1;
    return [{ name, file, line, ...readDocstring(docstringOf(statement)) }];
  });
}

function functionName(statement: ts.Statement): string | null {
  if (!ts.canHaveModifiers(statement)) return null;
  if (!ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return null;
  if (ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) return statement.name?.text ?? 'default';
  if (!ts.isVariableStatement(statement)) return null;
  const declared = statement.declarationList.declarations.find(
    ({ initializer }) =>
      initializer !== undefined && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)),
  );
  return declared?.name.getText() ?? null;
}

function docstringOf(statement: ts.Statement): string {
  return ts
    .getJSDocCommentsAndTags(statement)
    .filter(ts.isJSDoc)
    .map((doc) => doc.getText())
    .join('\n');
}

const HEAD = /^(?:(R\d\d)\s+)?([^·\n]+?)\s+·/;
const ARTICLE = /@article\s+([^\n@*]+)/g;

function readDocstring(docstring: string): Pick<DocumentedFunction, 'rule' | 'term' | 'articles' | 'cites'> {
  const [, rule = null, term = ''] = HEAD.exec(docstring.replace(/^\/\*\*[\s*]*/, '')) ?? [];
  const cited = [...docstring.matchAll(ARTICLE)].map(([, words = '']) => words.trim());
  const articles = cited.filter((words) => !words.startsWith('none')).flatMap((words) => words.split(/,\s*/));
  return { rule, term, articles, cites: cited.length > 0 };
}
