import { BASELINE } from '../provinces/index.js';
import { articleOfParameter } from '../src/domain/province/parameter-articles.js';
import { SDK_VERSION } from '../src/province-sdk/index.js';
import { type Declared, type DeclaredField, sdkDeclarations } from './sdk-declarations.js';

const BUILDERS = 'src/province-sdk/builders/';
const DEFINITIONS = 'src/province-sdk/define-province.ts';

/**
 * 文档缺失 · What is wrong with the docstrings of the kit: an export without a Chinese term, a builder without an example.
 *
 * @returns a sentence each
 * @article none — technical
 */
export function findSdkFaults(declared: readonly Declared[]): string[] {
  return declared.flatMap(({ name, file, kind, term, tags }) => [
    ...(/\p{Script=Han}/u.test(term) ? [] : [`${file} ${name}: the docstring does not begin with a Chinese term`]),
    ...(kind === 'function' && isBuilder(file) && !tags.some((tag) => tag.name === 'example')
      ? [`${file} ${name}: a builder without an example`]
      : []),
  ]);
}

/** 示例 · The examples of the builders and definitions, each as code. @article none — technical */
export function sdkExamples(declared: readonly Declared[]): { readonly name: string; readonly code: string }[] {
  return declared
    .filter(({ file }) => isBuilder(file))
    .flatMap(({ name, tags }) => tags.filter((tag) => tag.name === 'example').map((tag) => ({ name, code: tag.text })));
}

/** 工具包参考 · The text of docs/reference/province-sdk.md. @article none — technical */
export function sdkPage(root: string): string {
  const declared = sdkDeclarations(root);
  const functions = declared.filter(({ kind }) => kind === 'function');
  const builders = functions.filter(({ file }) => isBuilder(file));
  return [
    '# 省级配置工具包参考 · Province SDK reference',
    '',
    'Made by `npm run reference` from the docstrings; do not edit. 由文档注释生成,不要手工修改。',
    '',
    `Version ${SDK_VERSION} · \`import { … } from 'holdline/province-sdk'\` · [怎样编写一个省 · Write a province](../guides/write-a-province.md)`,
    '',
    '## 构造 · Builders',
    '',
    '| 名称 | 用途 |',
    '|---|---|',
    ...builders.map(({ name, term }) => `| [\`${name}\`](#${name.toLowerCase()}) | ${term} |`),
    '',
    ...builders.flatMap(functionSection),
    '## 模块的参数 · Parameters of a module',
    '',
    'What `defineProvince` takes beside `code`, `name` and `sdk`. 约束:`range` 只能更严或在范围内,`open` 各省自定,`fixed` 不得改动。',
    '',
    '| 参数 · parameter | 条款 · article | 约束 · bound | 含义 · meaning |',
    '|---|---|---|---|',
    ...parametersOf(declared),
    '',
    '## 检查与运行 · Checking and running',
    '',
    ...functions.filter(({ file }) => !isBuilder(file)).flatMap(functionSection),
    '## 类型 · Types',
    '',
    ...declared.filter(({ kind, fields }) => kind === 'type' && fields.length > 0).flatMap(typeSection),
  ].join('\n');
}

const isBuilder = (file: string): boolean => file.startsWith(BUILDERS) || file === DEFINITIONS;
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('<', '&lt;');

function functionSection({ name, term, paragraphs, signature, tags }: Declared): string[] {
  const all = (wanted: string): string[] => tags.filter((tag) => tag.name === wanted).map(({ text }) => text);
  const articles = all('article').filter((text) => !text.startsWith('none'));
  const told = (label: string, texts: readonly string[]): string[] =>
    texts.map((text) => `- ${label}: ${text.replace(/\s*\n\s*/g, ' ')}`);
  const notes = [
    ...told('参数 · parameter', all('param')),
    ...told('结果 · answers', all('returns')),
    ...told('错误 · throws', all('throws')),
    ...told('条款 · article', articles),
  ];
  return [
    `### ${name}`,
    '',
    `**${term}**${paragraphs.length === 0 ? '' : ` · ${paragraphs.join('\n\n')}`}`,
    '',
    '```ts',
    signature ?? name,
    '```',
    '',
    ...(notes.length === 0 ? [] : [...notes, '']),
    ...all('example').flatMap((example) => ['```ts', example.trim(), '```', '']),
  ];
}

function typeSection({ name, term, paragraphs, fields }: Declared): string[] {
  return [
    `### ${name}`,
    '',
    `**${term}**${paragraphs.length === 0 ? '' : ` · ${paragraphs.join('\n\n')}`}`,
    '',
    '| 字段 · field | 类型 · type | 含义 · meaning |',
    '|---|---|---|',
    ...fields.map(fieldRow),
    '',
  ];
}

function fieldRow({ name, type, optional, text }: DeclaredField): string {
  return `| \`${name}${optional ? '?' : ''}\` | \`${type.replaceAll('|', '\\|')}\` | ${cell(text)} |`;
}

function parametersOf(declared: readonly Declared[]): string[] {
  const fields = declared.find(({ name }) => name === 'ProvinceConfig')?.fields ?? [];
  const marks: Readonly<Record<string, string>> = BASELINE.marks ?? {};
  return fields
    .filter(({ name }) => name in marks)
    .map(({ name, text }) => `| \`${name}\` | ${articleOfParameter(name)} | ${marks[name]} | ${cell(text)} |`);
}
