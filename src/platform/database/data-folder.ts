import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** 数据文件夹 · The embedded database's folder, held by one process. @article none — technical */
export interface DataFolder {
  /** Where the database keeps its files. */
  readonly database: string;
  /** Lets another process have it. */
  release(): void;
}

/**
 * 占用数据文件夹 · Takes the folder for this process alone: two processes on one embedded database lose rows. A lock
 * whose process is gone is taken over.
 *
 * @param folder  DATA_DIR; made where it is absent
 * @throws Error when another process holds it, naming the process and the mend
 * @article none — technical
 */
export function takeDataFolder(folder: string): DataFolder {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = join(folder, 'lock');
  for (let attempt = 0; ; attempt += 1) {
    if (tryLock(lock)) break;
    const holder = holderOf(lock);
    if (holder !== null && isAlive(holder))
      throw new Error(
        `the database in ${folder} is in use by process ${holder}; stop that process, or give another DATA_DIR`,
      );
    if (attempt > 3) throw new Error(`cannot lock ${lock}; remove it if no other process uses the folder`);
    rmSync(lock, { force: true });
  }
  const release = (): void => {
    process.removeListener('exit', release);
    if (holderOf(lock) === process.pid) rmSync(lock, { force: true });
  };
  process.once('exit', release);
  return { database: join(folder, 'database'), release };
}

function tryLock(path: string): boolean {
  try {
    const file = openSync(path, 'wx', 0o600);
    writeSync(file, String(process.pid));
    closeSync(file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function holderOf(path: string): number | null {
  try {
    const pid = Number(readFileSync(path, 'utf8'));
    return Number.isInteger(pid) && pid > 0 ? pid : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return true;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
