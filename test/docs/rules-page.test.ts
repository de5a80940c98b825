import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readFunctions } from '../../scripts/domain-functions.js';
import { findFaults, functionFaults, rulesPage } from '../../scripts/rules-page.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

describe('the docstrings of the domain', () => {
  it('cite an article each, or say that they follow none', () => {
    expect(findFaults(ROOT)).toEqual([]);
  });

  it('are what docs/reference/rules.md was made from', () => {
    const page = readFileSync(`${ROOT}/docs/reference/rules.md`, 'utf8');
    expect(page, 'run `npm run articles` and commit docs/reference/rules.md').toBe(rulesPage(ROOT));
  });
});

describe('a planted docstring', () => {
  const faultsOf = (text: string): string[] => {
    const functions = readFunctions('src/domain/planted.ts', text);
    return functionFaults(functions, functions);
  };

  it('without an article is named with its line, for a function, an arrow function and a class', () => {
    const planted = `/** 甲 · One. */\nexport function one() {}\n/** 乙 · Two. */\nexport const two = () => 2;\nexport class Three {}\n`;
    expect(faultsOf(planted).map((fault) => fault.split(' has ')[0])).toEqual([
      'src/domain/planted.ts:2 one',
      'src/domain/planted.ts:4 two',
      'src/domain/planted.ts:5 Three',
    ]);
  });

  it('is let pass where it cites an article or none, and where nothing is exported', () => {
    const planted = `/** 甲 · One. @article 3.2 */\nexport function one() {}\n/** 乙 · Two.\n * @article none — technical\n */\nexport const two = () => 2;\nfunction own() {}\nexport const three = 3;\n`;
    expect(faultsOf(planted)).toEqual([]);
  });

  it('is named for article 6.1 and for rule R99, which are in no list', () => {
    const planted = `/** R99 甲 · One. @article 6.1 */\nexport function one() {}\n`;
    expect(faultsOf(planted)).toEqual([
      'src/domain/planted.ts:2 one cites 6.1, no article of the list',
      'src/domain/planted.ts:2 one carries R99, no rule of the list',
    ]);
  });

  it('gives its rule, its term and both of its articles', () => {
    const [one] = readFunctions(
      'f.ts',
      `/**\n * R05 线索归并 · Joins.\n *\n * @article 3.1, 5.4\n */\nexport function one() {}\n`,
    );
    expect(one).toMatchObject({ name: 'one', line: 6, rule: 'R05', term: '线索归并', articles: ['3.1', '5.4'] });
  });
});
