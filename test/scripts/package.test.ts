import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { build } from '../../scripts/build.mjs';

/** The package as npm packs it, unpacked beside a folder of somebody's own, with its dependencies. */
describe('the package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'holdline-package-'));
  const unpacked = join(folder, 'node_modules/holdline');
  let files: string[] = [];

  beforeAll(() => {
    build();
    const packed = execFileSync('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], {
      encoding: 'utf8',
    });
    const [tarball] = JSON.parse(packed) as { filename: string; files: { path: string }[] }[];
    files = tarball!.files.map(({ path }) => path);
    mkdirSync(unpacked, { recursive: true });
    execFileSync('tar', ['-xzf', join(folder, tarball!.filename), '-C', unpacked, '--strip-components=1']);
    symlinkSync(resolve('node_modules'), join(unpacked, 'node_modules'));
    symlinkSync(resolve('node_modules/zod'), join(folder, 'node_modules/zod'));
    cpSync(resolve('examples/province-module'), join(folder, 'shaanxi'), { recursive: true });
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  const command = (...words: string[]) => {
    const { PATH = '', HOME = '' } = process.env;
    const script = join(unpacked, 'dist/scripts/province.js');
    return spawnSync(process.execPath, [script, ...words], { cwd: folder, env: { PATH, HOME }, encoding: 'utf8' });
  };

  it('holds what its entries, its command and its server stand on, and no tests', () => {
    for (const needed of [
      'dist/src/province-sdk/index.js',
      'dist/src/province-sdk/index.d.ts',
      'dist/provinces/national/index.js',
      'dist/provinces/national/index.d.ts',
      'dist/scripts/province.js',
      'dist/src/main.js',
      'migrations/meta/_journal.json',
      'provinces/_template/index.ts',
      'provinces/national/scenarios/floor.yaml',
      'src/features/region/data/regions.tsv.gz',
      'docs/guides/write-a-province.md',
    ])
      expect(files).toContain(needed);
    expect(files.filter((path) => /^(test|bench|\.data)\/|\.env$/.test(path))).toEqual([]);
  });

  it('gives the types against which a module outside compiles', () => {
    const program = ts.createProgram([join(folder, 'shaanxi/index.ts')], {
      ...{ strict: true, noEmit: true, target: ts.ScriptTarget.ES2023, types: [] },
      ...{ module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext },
    });
    const told = (one: ts.Program) => ts.getPreEmitDiagnostics(one).map(({ messageText }) => messageText);
    expect(told(program)).toEqual([]);
    expect(program.getSourceFiles().map(({ fileName }) => fileName)).toContain(
      join(unpacked, 'dist/src/province-sdk/index.d.ts'),
    );
  }, 120_000);

  it('checks and tests that module with its own command, and scaffolds another', () => {
    expect(command('check', 'shaanxi')).toMatchObject({ status: 0, stderr: '' });
    expect(command('test', 'shaanxi')).toMatchObject({ status: 0, stderr: '' });
    expect(command('new', 'ningxia', '--province', '64')).toMatchObject({ status: 0, stderr: '' });
    expect(command('check', 'ningxia')).toMatchObject({ status: 0 });
    expect(command('check')).toMatchObject({ status: 0 });
  }, 120_000);
});
