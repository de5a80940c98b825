import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** 包根目录 · Where scenarios and the template are read as they were written, also by the compiled command. @article none — technical */
export function packageFolder(from: string = dirname(fileURLToPath(import.meta.url))): string {
  return existsSync(join(from, 'package.json')) ? from : packageFolder(dirname(from));
}
