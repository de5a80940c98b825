import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { permissionsPage } from './permissions-page.js';

/** 权限页 · `npm run permissions` writes docs/reference/permissions.md; test/docs holds the page against the tables. */
const page = permissionsPage();
writeFileSync(join(process.cwd(), 'docs/reference/permissions.md'), page);
console.log(`docs/reference/permissions.md: ${page.split('\n').length} lines`);
