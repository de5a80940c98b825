import { linkSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';

/** 进程锁 · What came of asking for a lock: it is ours to release, or another process of this machine has it. */
export type ProcessLock =
  | { readonly taken: true; release(): void }
  | { readonly taken: false; readonly holder: number | null };

const ATTEMPTS = 4;

/**
 * 进程锁 · Takes a file as a lock for this process alone; one whose process is gone is taken over. Processes of other machines are
 * not seen: what they share is locked otherwise.
 *
 * @article none — technical
 */
export function takeProcessLock(path: string): ProcessLock {
  let holder: number | null = null;
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (tryLock(path)) return held(path);
    holder = holderOf(path);
    if (holder !== null && isAlive(holder)) return { taken: false, holder };
    rmSync(path, { force: true });
  }
  return { taken: false, holder };
}

function held(path: string): ProcessLock {
  const release = (): void => {
    process.removeListener('exit', release);
    if (holderOf(path) === process.pid) rmSync(path, { force: true });
  };
  process.once('exit', release);
  return { taken: true, release };
}

function tryLock(path: string): boolean {
  // Written aside and linked into place: nobody finds a lock that does not say yet whose it is.
  const aside = `${path}.${process.pid}.new`;
  writeFileSync(aside, String(process.pid), { mode: 0o600 });
  try {
    linkSync(aside, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    unlinkSync(aside);
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
