import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the repository. */
export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

const LEFT_OUT = new Set(['node_modules', 'dist', '.git', '.data', 'coverage']);

/** Every file of the repository but what is installed or built, as paths with slashes. */
export function repositoryFiles(folder = ''): string[] {
  return readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
    if (LEFT_OUT.has(entry.name)) return [];
    const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
    return entry.isDirectory() ? repositoryFiles(path) : [path];
  });
}

/** A text of the repository. */
export const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

/** 文档 · One Markdown file, its blocks of code apart from its prose. */
export interface Page {
  readonly path: string;
  readonly prose: string;
  readonly blocks: readonly { readonly language: string; readonly text: string }[];
}

const FENCE = /^```(\w*)[^\n]*\n([\s\S]*?)^```$/gm;

/** Splits a Markdown text. */
export function readPage(path: string, text: string): Page {
  const blocks = [...text.matchAll(FENCE)].map(([, language = '', inside = '']) => ({ language, text: inside }));
  return { path, prose: text.replace(FENCE, ''), blocks };
}

/** Every Markdown page of the repository. */
export function everyPage(): Page[] {
  return repositoryFiles()
    .filter((path) => path.endsWith('.md'))
    .map((path) => readPage(path, read(path)));
}

/** 请求 · What one `-d '…'` of a shell block sends. */
export interface PastedRequest {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
}

/** The JSON bodies that the shell blocks of a page send. */
export function pastedRequests({ blocks }: Page): PastedRequest[] {
  return blocks
    .filter(({ language }) => language === 'sh')
    .flatMap(({ text }) => [...text.matchAll(/-d '([^']*)'/g)])
    .map(([, body = '']) => JSON.parse(body) as PastedRequest);
}
