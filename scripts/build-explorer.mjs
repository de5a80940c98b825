/**
 * 构建接口浏览器 · Builds the explorer into dist/explorer when its sources changed since the last build.
 *
 *   node scripts/build-explorer.mjs            builds where stale, says nothing where not
 *   node scripts/build-explorer.mjs --force    builds
 *
 * The new build takes the place of the old one by renames, so that nobody finds half of it; two that start at once build
 * once.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const project = fileURLToPath(new URL('..', import.meta.url));
const source = join(project, 'src/explorer');
const target = join(project, 'dist/explorer');
const stamp = join(target, 'sources.sha256');
const lock = join(project, 'dist/.explorer.lock');
const isForced = process.argv.includes('--force');

function filesUnder(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesUnder(join(path, name)));
}

/** Hash of everything that goes into the bundle; the lock file stands for the packages. */
function hashOfSources() {
  const hash = createHash('sha256');
  const inputs = [source, join(project, 'examples/queries'), join(project, 'package-lock.json')].flatMap(filesUnder);
  for (const file of inputs)
    hash
      .update(`${relative(project, file)}\0`)
      .update(readFileSync(file))
      .update('\0');
  return hash.digest('hex');
}

function build(into) {
  const require = createRequire(import.meta.url);
  const vite = join(dirname(require.resolve('vite/package.json')), 'bin/vite.js');
  const config = join(source, 'vite.config.ts');
  const run = spawnSync(process.execPath, [vite, 'build', '--config', config, '--outDir', relative(source, into)], {
    cwd: project,
    stdio: ['ignore', 'inherit', 'inherit'],
    // A development build of React is four times as large; the caller's NODE_ENV (test, say) is not ours.
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (run.status !== 0) throw new Error(`The explorer was not built: vite ended with ${run.status ?? run.signal}.`);
}

function replaceTarget(made) {
  const old = `${made}-old`;
  if (existsSync(target)) renameSync(target, old);
  renameSync(made, target);
  rmSync(old, { recursive: true, force: true });
}

/** Whoever builds holds dist/.explorer.lock with its process id; a lock whose holder is gone counts for nothing. */
function isHeld() {
  try {
    process.kill(Number(readFileSync(lock, 'utf8')), 0);
    return true;
  } catch {
    return false;
  }
}

function takeLock() {
  mkdirSync(dirname(lock), { recursive: true });
  for (;;) {
    try {
      return writeFileSync(lock, String(process.pid), { flag: 'wx' });
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (isHeld()) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    else rmSync(lock, { force: true });
  }
}

const hash = hashOfSources();
const isFresh = () => existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === hash;

function buildOnce() {
  takeLock();
  const made = join(project, `dist/.explorer-${process.pid}`);
  try {
    if (isFresh() && !isForced) return;
    build(made);
    writeFileSync(join(made, 'sources.sha256'), `${hash}\n`);
    replaceTarget(made);
  } finally {
    rmSync(made, { recursive: true, force: true });
    rmSync(lock, { force: true });
  }
}

if (isForced || !isFresh()) buildOnce();
