import 'reflect-metadata';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageRoot } from '../src/app.js';
import { printHoldlineSchema } from '../src/platform/graphql/print-schema.js';
import { assembleRooms, type Ground } from '../src/rooms.js';
import { buildAppSchema } from '../src/schema.js';

/** The schema needs the rooms' classes, not what they stand on. */
const nothing = { rateLimits: () => ({ spend: async () => undefined }) } as unknown as Ground;
const path = join(packageRoot(), 'schema.graphql');
const printed = printHoldlineSchema(buildAppSchema(assembleRooms(nothing)));
if (!process.argv.includes('--check')) {
  writeFileSync(path, printed);
  console.log(`schema.graphql: ${printed.split('\n').length} lines`);
} else if (!existsSync(path) || readFileSync(path, 'utf8') !== printed) {
  console.error('schema.graphql is not what the code says; run `npm run schema` and commit it.');
  process.exitCode = 1;
}
