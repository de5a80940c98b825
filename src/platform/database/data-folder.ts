import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { takeProcessLock } from '../process-lock.js';

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
  const path = join(folder, 'lock');
  const lock = takeProcessLock(path);
  if (lock.taken) return { database: join(folder, 'database'), release: lock.release };
  if (lock.holder === null) throw new Error(`cannot lock ${path}; remove it if no other process uses the folder`);
  throw new Error(
    `the database in ${folder} is in use by process ${lock.holder}; stop that process, or give another DATA_DIR`,
  );
}
