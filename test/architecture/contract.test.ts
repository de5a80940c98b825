import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { compareSchemas } from './compare-schemas.js';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const CONTRACT = at('./contract.graphql');
const EMITTED = at('../../schema.graphql');
const NOT_YET = at('./not-yet.txt');
/** The design beside the repository, where it is at hand. */
const DESIGN = at('../../../shared/design/contract.graphql');

const linesOf = (path: string): string[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '');

describe('the public contract', () => {
  it('has been emitted to schema.graphql at the root of the repository', () => {
    expect(existsSync(EMITTED), 'schema.graphql is not there: emit it').toBe(true);
  });

  it('is kept in every signature, nullability and default that schema.graphql has', () => {
    expect(compareSchemas(readFileSync(CONTRACT, 'utf8'), readFileSync(EMITTED, 'utf8')).changed).toEqual([]);
  });

  it('lacks nothing but what not-yet.txt lists, and that list only shrinks', () => {
    const { missing } = compareSchemas(readFileSync(CONTRACT, 'utf8'), readFileSync(EMITTED, 'utf8'));
    const listed = linesOf(NOT_YET);
    const lost = missing.filter((name) => !listed.includes(name));
    const arrived = listed.filter((name) => !missing.includes(name));
    expect(lost, 'in the contract, not in schema.graphql, and not-yet.txt may not grow').toEqual([]);
    expect(arrived, 'these are there now: take their lines out of test/architecture/not-yet.txt').toEqual([]);
  });

  it('has its list of what is not yet there sorted, each name once', () => {
    expect(linesOf(NOT_YET)).toEqual([...new Set(linesOf(NOT_YET))].sort());
  });

  it.runIf(existsSync(DESIGN))('is copied here with every signature of the design, no more and no less', () => {
    const here = readFileSync(CONTRACT, 'utf8');
    const design = readFileSync(DESIGN, 'utf8');
    expect(compareSchemas(design, here)).toEqual({ missing: [], changed: [] });
    expect(compareSchemas(here, design)).toEqual({ missing: [], changed: [] });
  });
});
