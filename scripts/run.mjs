// `node scripts/run.mjs token …`: compiles what changed, then runs the compiled script of that name with its arguments.
// Before any class with decorators is read, whichever script names one.
import 'reflect-metadata';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from './build.mjs';

const [name = '', ...words] = process.argv.slice(2);
if (!/^[a-z-]+$/.test(name)) throw new Error('name a script: node scripts/run.mjs NAME [options]');
build();
const script = fileURLToPath(new URL(`../dist/scripts/${name}.js`, import.meta.url));
process.argv = [process.execPath, script, ...words];
await import(pathToFileURL(script).href);
