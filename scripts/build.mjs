// Compiles what changed since the last time, and nothing else: a stamp holds the digest of every source.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const STAMP = join(root, 'dist', 'sources.sha256');
const SOURCES = ['src', 'provinces', 'scripts', 'tsconfig.json', 'package-lock.json'];

/** @returns {Generator<string>} */
function* files(path) {
  const entries = readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const child = join(path, entry.name);
    if (entry.isDirectory()) {
      if (entry.name !== 'data') yield* files(child);
    } else if (/\.(ts|json)$/.test(entry.name)) yield child;
  }
}

function digest() {
  const hash = createHash('sha256').update(process.version);
  for (const source of SOURCES) {
    const path = join(root, source);
    for (const file of source.includes('.') ? [path] : files(path))
      hash.update(file.slice(root.length)).update('\0').update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Compiles when the sources are not those of the last build. Says what it does on stderr. */
export function build() {
  const now = digest();
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === now) return false;
  process.stderr.write('Compiling …\n');
  rmSync(STAMP, { force: true });
  const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const compiled = spawnSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.json')], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (compiled.status !== 0) throw new Error('the sources do not compile; see above');
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(STAMP, now);
  return true;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build();
