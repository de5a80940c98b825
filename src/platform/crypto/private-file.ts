import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * 私有文件 · Reads a file, or makes it, readable by its owner alone (mode 0600).
 *
 * Two processes that start at once agree: the text is written aside, synced and linked into place, and whoever comes
 * second reads the first one's.
 *
 * @param make  called only when the file is not there; a file that cannot be read is never overwritten
 * @article none — technical
 */
export function readOrMakePrivateFile(path: string, make: () => string): string {
  const found = readIfThere(path);
  if (found !== null) return found;
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  const aside = `${path}.${randomUUID()}.new`;
  const file = openSync(aside, 'wx', 0o600);
  try {
    writeFileSync(file, make());
    fsyncSync(file);
    linkSync(aside, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    closeSync(file);
    unlinkSync(aside);
  }
  return readFileSync(path, 'utf8');
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}
