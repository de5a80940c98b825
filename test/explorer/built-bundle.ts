import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT = fileURLToPath(new URL('../..', import.meta.url));
export const BUNDLE = join(PROJECT, 'dist/explorer');

/** Builds dist/explorer where it is absent or older than its sources; about five seconds, else none. */
export function ensureBundle(): string {
  execFileSync(process.execPath, [join(PROJECT, 'scripts/build-explorer.mjs')], { stdio: 'pipe' });
  return BUNDLE;
}

/** Files of the bundle with one of the endings, as path and text. */
export function bundleFiles(...endings: string[]): { path: string; text: string }[] {
  return readdirSync(BUNDLE, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && endings.includes(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((file) => ({ path: relative(BUNDLE, file), text: readFileSync(file, 'utf8') }));
}
