// For `npm run bench:upkeep` alone: the product as it is served, but that no change writes what it moves in the tallies, to measure what
// their upkeep costs. It stands outside the package, no setting of a server leads to it, and it may only be pointed at a register of
// the benchmark, whose tallies are wrong afterwards.
import { register } from 'node:module';

if (!/\/holdline_bench_\d+$/.test(process.env.DATABASE_URL ?? ''))
  throw new Error('only a register of the benchmark is served without tallies');
register('./untallied-hooks.mjs', import.meta.url);
await import('../../dist/src/main.js');
