import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ARTICLES, type Article, isArticle } from '../src/domain/kernel/article.js';
import { type DocumentedFunction, functionsIn, sourcesUnder } from './domain-functions.js';
import { RULES, type RuleMeaning } from './rule-list.js';

const DOMAIN = 'src/domain';
/** Where functions may carry a rule's id. */
const RULED = [DOMAIN, 'src/province-sdk'];

const functionsUnder = (root: string, folder: string): DocumentedFunction[] =>
  sourcesUnder(root, folder).flatMap((file) => functionsIn(root, file));

/**
 * 条款缺失 · What is wrong with the docstrings: an exported function of the domain without `@article`, an article or a rule
 * that is not in the lists, a file of the rule list that is gone.
 *
 * @returns a sentence each, with file and line
 * @article none — technical
 */
export function findFaults(root: string): string[] {
  const own = functionsUnder(root, DOMAIN);
  const ruled = RULED.flatMap((folder) => functionsUnder(root, folder));
  const files = Object.entries(RULES).flatMap(([id, { also = [], tests = [] }]) =>
    [...also, ...tests].filter((file) => !existsSync(join(root, file))).map((file) => `${id}: there is no ${file}`),
  );
  return [...functionFaults(own, ruled), ...files];
}

/** 函数缺条款 · The faults of functions alone. @param own  those that must cite @param ruled  those that may carry a rule's id */
export function functionFaults(own: readonly DocumentedFunction[], ruled: readonly DocumentedFunction[]): string[] {
  const at = ({ file, line, name }: DocumentedFunction): string => `${file}:${line} ${name}`;
  return [
    ...own
      .filter(({ cites }) => !cites)
      .map((one) => `${at(one)} has no @article; write \`@article none — technical\` where it follows none`),
    ...own.flatMap((one) =>
      one.articles
        .filter((article) => !isArticle(article))
        .map((article) => `${at(one)} cites ${article}, no article of the list`),
    ),
    ...ruled
      .filter(({ rule }) => rule !== null && RULES[rule] === undefined)
      .map((one) => `${at(one)} carries ${one.rule}, no rule of the list`),
  ];
}

/** 规则页 · The text of docs/reference/rules.md. @article none — technical */
export function rulesPage(root: string): string {
  const ruled = RULED.flatMap((folder) => functionsUnder(root, folder));
  const own = ruled.filter(({ file }) => file.startsWith(`${DOMAIN}/`));
  return [
    '# Rules and where they are held · 规则与出处',
    '',
    'Made by `npm run articles` from the docstrings; do not edit. Articles are those of 中农组发〔2021〕7号 (2.1 for 二(一), and so on);',
    '**G** is the guide and county practice, which refine the policy without being part of it. A function stands here under a',
    'rule when its docstring begins with the rule’s id; files without a function’s name hold a part of the rule beside it.',
    '',
    '| rule | what must hold | article | held by | test |',
    '|---|---|---|---|---|',
    ...Object.entries(RULES).map(([id, rule]) => ruleRow(root, id, rule, ruled)),
    '',
    '## By article · 按条款',
    '',
    'Every exported function of the domain that cites an article. Those that cite `none` are technical and left out.',
    '',
    ...(Object.keys(ARTICLES) as Article[]).flatMap((article) => articleSection(article, own)),
  ].join('\n');
}

function ruleRow(root: string, id: string, rule: RuleMeaning, ruled: readonly DocumentedFunction[]): string {
  const named = byFile(ruled.filter((one) => one.rule === id));
  const holders = [...named].map(([file, functions]) => `${namesOf(functions)} ${link(file)}`);
  const beside = (rule.also ?? []).filter((file) => !named.has(file)).map(link);
  const notYet = rule.notYet === undefined ? [] : [`*not yet: ${rule.notYet}*`];
  const mirrors = [...named.keys(), ...(rule.also ?? [])].map(testOf);
  const tests = [...mirrors, ...(rule.tests ?? [])].filter((file) => existsSync(join(root, file)));
  const meaning = `**${rule.zh}** — ${rule.en}`;
  const cells = [id, meaning, rule.articles.join(', '), [...holders, ...beside, ...notYet].join('<br>')];
  return `| ${[...cells, [...new Set(tests)].map(link).join('<br>')].join(' | ')} |`;
}

function articleSection(article: Article, own: readonly DocumentedFunction[]): string[] {
  const citing = own.filter(({ articles }) => articles.includes(article));
  if (citing.length === 0) return [];
  const { heading, headingEn } = ARTICLES[article];
  return [
    `### ${article} ${heading} · ${headingEn}`,
    '',
    ...[...byFile(citing)].map(([file, functions]) => `- ${link(file)}: ${functions.map(told).join(', ')}`),
    '',
  ];
}

function byFile(functions: readonly DocumentedFunction[]): Map<string, DocumentedFunction[]> {
  const files = new Map<string, DocumentedFunction[]>();
  for (const one of functions) files.set(one.file, [...(files.get(one.file) ?? []), one]);
  return files;
}

const told = ({ name, term }: DocumentedFunction): string => (term === '' ? `\`${name}\`` : `\`${name}\` ${term}`);
const namesOf = (functions: readonly DocumentedFunction[]): string =>
  functions.map(({ name }) => `\`${name}\``).join(', ');
const testOf = (file: string): string => file.replace(/^src\//, 'test/').replace(/\.ts$/, '.test.ts');
const link = (file: string): string => `[${file.split('/').slice(2).join('/')}](../../${file})`;
