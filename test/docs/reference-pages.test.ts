import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { beforeAll, describe, expect, it } from 'vitest';
import { BASELINE, PROVINCES } from '../../provinces/index.js';
import { provincePages } from '../../scripts/reference-pages.js';
import { type Declared, sdkDeclarations } from '../../scripts/sdk-declarations.js';
import { findSdkFaults, sdkExamples, sdkPage } from '../../scripts/sdk-page.js';
import { canonicalJson } from '../../src/province-sdk/canonical-json.js';
import * as kit from '../../src/province-sdk/index.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
const MEND = 'run `npm run reference` and commit the page';

describe('the reference of the kit', () => {
  let declared: Declared[];

  beforeAll(() => {
    declared = sdkDeclarations(ROOT);
  }, 120_000);

  it('is what the docstrings say', () => {
    expect(readFileSync(join(ROOT, 'docs/reference/province-sdk.md'), 'utf8'), MEND).toBe(sdkPage(ROOT));
  }, 120_000);

  it('has a Chinese term for every export, and an example for every builder', () => {
    expect(findSdkFaults(declared)).toEqual([]);
    const exported = declared.filter(({ kind }) => kind !== 'type').map(({ name }) => name);
    expect(exported.sort()).toEqual(Object.keys(kit).sort());
  });

  it('names what a docstring lacks', () => {
    const bare = { ...declared.find(({ name }) => name === 'step')!, term: 'a step', tags: [] };
    expect(findSdkFaults([bare])).toEqual([
      'src/province-sdk/builders/procedure.ts step: the docstring does not begin with a Chinese term',
      'src/province-sdk/builders/procedure.ts step: a builder without an example',
    ]);
  });

  it('gives examples that run, each to data', () => {
    const WORK_RULES = kit.source({ id: 'work-rules', title: '某办法', standing: 'document' });
    const examples = sdkExamples(declared);
    expect(examples.length).toBeGreaterThanOrEqual(
      declared.filter(({ file }) => file.includes('/builders/')).length / 2,
    );
    for (const { name, code } of examples) {
      const { outputText } = ts.transpileModule(`return (${code.replace(/;?\s*(\/\/.*)?$/, '')});`, {
        compilerOptions: { target: ts.ScriptTarget.ES2023 },
      });
      const names = [...Object.keys(kit), 'national', 'WORK_RULES'];
      const made = new Function(...names, outputText)(...Object.values(kit), BASELINE, WORK_RULES);
      expect(() => canonicalJson(made), name).not.toThrow();
    }
  });
});

describe('the pages of the provinces', () => {
  const pages = new Map(provincePages());
  const pageOf = (code: string, language: 'zh' | 'en') => pages.get(`docs/provinces/${code}.${language}.md`) ?? '';

  it('are what the modules say, of the baseline and of every province with a module, in both languages, and no other', () => {
    expect(pages.size).toBe(2 * (PROVINCES.length + 1));
    for (const [path, text] of pages) {
      expect(existsSync(join(ROOT, path)), `${path}: ${MEND}`).toBe(true);
      expect(readFileSync(join(ROOT, path), 'utf8'), `${path}: ${MEND}`).toBe(text);
    }
    const kept = readdirSync(join(ROOT, 'docs/provinces')).map((name) => `docs/provinces/${name}`);
    expect(kept.sort()).toEqual([...pages.keys()].sort());
  });

  it('give each value with its first day, its standing and its source', () => {
    expect(pageOf('350000', 'zh')).toMatch(
      /\| 2024-01-01 \| 2024-12-31 \| 350526 \| 19560\.00 \| 纯收入 \| 文件原文 \|/,
    );
    expect(pageOf('340000', 'en')).toContain('20 working days');
    expect(pageOf('000000', 'zh')).toContain('国家基线缺省');
    expect(pageOf('000000', 'en')).toMatch(/`deadlineStops` \| none: it runs on \|.*national default/);
  });

  it('tell what is inherited, and that no line of Hainan’s own was seen', () => {
    expect(pageOf('460000', 'en')).toContain('No line of its own was seen: the national floor.');
    expect(pageOf('460000', 'zh')).toContain('`monitoringLines`');
  });
});
