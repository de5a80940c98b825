import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { findFaults, rulesPage } from './rules-page.js';

/**
 * 规则与条款 · `npm run articles` writes docs/reference/rules.md from the docstrings; with `--check` it says whether the page
 * is what they say. Either way an exported function of the domain without `@article` is a fault.
 */
/** npm runs scripts in the folder of package.json. */
const root = process.cwd();
const path = join(root, 'docs/reference/rules.md');
const faults = findFaults(root);
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;

const page = rulesPage(root);
if (!process.argv.includes('--check')) {
  writeFileSync(path, page);
  console.log(`docs/reference/rules.md: ${page.split('\n').length} lines`);
} else if (!existsSync(path) || readFileSync(path, 'utf8') !== page) {
  console.error('docs/reference/rules.md is not what the docstrings say; run `npm run articles` and commit it.');
  process.exitCode = 1;
}
