// `npm start`: compiles and bundles what changed, then runs the server in this process.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

build();
if (process.env.EXPLORER !== 'off') {
  const bundler = fileURLToPath(new URL('./build-explorer.mjs', import.meta.url));
  const bundled = spawnSync(process.execPath, [bundler], { stdio: ['ignore', 2, 2] });
  if (bundled.status !== 0) process.exit(bundled.status ?? 1);
}
await import('../dist/src/main.js');
