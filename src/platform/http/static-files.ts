import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

/** 静态文件 · Files that are served as they are. @article none — technical */
export interface StaticFiles {
  /** @param path  relative, with slashes: `index.html` */
  find(path: string): StaticFile | undefined;
}

/** 一个静态文件 · One file with its media type. @article none — technical */
export interface StaticFile {
  readonly contentType: string;
  /** Its name has a hash of its content, so that it never changes. */
  readonly kept: boolean;
  read(): Promise<Buffer>;
}

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
};

/** Vite names what it bundles `assets/<name>-<hash of 8>.<ending>`. */
const HASHED = /^assets\/.+-[\w-]{8}\.\w+$/;

/**
 * 静态文件 · Lists a folder once and serves what it listed: a path that was not there at the start is not there, whatever
 * dots and escapes it has.
 *
 * @throws when the folder cannot be read
 * @article none — technical
 */
export function createStaticFiles(folder: string): StaticFiles {
  const files = new Map<string, StaticFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const contentType = TYPES[extname(entry.name)];
    if (!entry.isFile() || contentType === undefined) continue;
    const file = join(entry.parentPath, entry.name);
    const path = relative(folder, file).split(sep).join('/');
    files.set(path, { contentType, kept: HASHED.test(path), read: () => readFile(file) });
  }
  return { find: (path) => files.get(path) };
}
