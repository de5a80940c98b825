import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import gansu from '../../provinces/gansu/index.js';
import { BASELINE } from '../../provinces/index.js';
import { date } from '../../src/domain/kernel/calendar-date.js';
import { NO_HOLIDAY_CALENDAR } from '../../src/domain/kernel/working-days.js';
import { inherit, runScenarios, validateProvince, warnProvince } from '../../src/province-sdk/index.js';

type Tree = Record<string, unknown> | unknown[];
const isTree = (value: unknown): value is Tree => value !== null && typeof value === 'object';

/** Every place in a module: the path from its root to each of its values. */
function placesOf(value: unknown, path: readonly string[] = []): string[][] {
  if (!isTree(value)) return [];
  return Object.entries(value).flatMap(([key, one]) => [[...path, key], ...placesOf(one, [...path, key])]);
}

function spoil(module: unknown, path: readonly string[], value: unknown): unknown {
  const copy = structuredClone(module) as Tree;
  const parent = path.slice(0, -1).reduce<Tree>((tree, key) => (tree as Record<string, Tree>)[key]!, copy);
  (parent as Record<string, unknown>)[path.at(-1)!] = value;
  return copy;
}

const PLACES = placesOf(gansu);
const anything = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(undefined, Number.NaN, '', '2023-02-30', '9999-12-31', [], {}, [null], [{}]),
);

describe('whatever is written anywhere in the module of Gansu', () => {
  it('is checked and warned of, and nothing is thrown', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PLACES), anything, (path, value) => {
        const module = spoil(gansu, path, value);
        expect(Array.isArray(validateProvince(module, BASELINE))).toBe(true);
        expect(Array.isArray(warnProvince(module as never, WARN))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('whatever a file of scenarios holds', () => {
  it('is answered by mismatches, and nothing is thrown', async () => {
    const config = inherit(BASELINE, gansu);
    const province = { code: '620000', name: gansu.name, configVersion: '', servedByBaseline: false, config };
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), fc.jsonValue(), async (expected, household) => {
        const one = { name: 'one', on: '2023-03-01', household, expect: expected };
        const results = await runScenarios({ scenarios: [one, expected] }, { province, holidays: NO_HOLIDAY_CALENDAR });
        expect(results).toHaveLength(2);
      }),
    );
  });
});

const WARN = { on: date('2024-01-01'), holidays: NO_HOLIDAY_CALENDAR };
