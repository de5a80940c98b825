import { type FSWatcher, watch } from 'node:fs';

/** Editors write a file in several strokes. */
const SETTLED_MS = 150;

/**
 * 监视模块 · Calls once whenever the files of some folders have changed and lie still; for development.
 *
 * @returns what ends the watch
 * @article none — technical
 */
export function watchFolders(folders: readonly string[], onChange: () => void): () => void {
  let timer: NodeJS.Timeout | undefined;
  const changed = (): void => {
    clearTimeout(timer);
    timer = setTimeout(onChange, SETTLED_MS);
  };
  const watchers: FSWatcher[] = folders.map((folder) => {
    const watcher = watch(folder, { recursive: true, persistent: false }, changed);
    // A folder that goes away ends its watch, and nothing else.
    watcher.on('error', () => watcher.close());
    return watcher;
  });
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}
