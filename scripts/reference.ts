import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { referencePages } from './reference-pages.js';
import { sdkDeclarations } from './sdk-declarations.js';
import { findSdkFaults } from './sdk-page.js';

/**
 * 参考文档 · `npm run reference` writes the reference of the kit and the pages of the provinces; with `--check` it says
 * whether they are what the docstrings and the modules say.
 */
/** npm runs scripts in the folder of package.json. */
const root = process.cwd();
const faults = findSdkFaults(sdkDeclarations(root));
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;

for (const [path, text] of referencePages(root)) {
  const file = join(root, path);
  if (process.argv.includes('--check')) {
    if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
    console.error(`${path} is not what it is made from; run \`npm run reference\` and commit it.`);
    process.exitCode = 1;
  } else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    console.log(`${path}: ${text.split('\n').length} lines`);
  }
}
