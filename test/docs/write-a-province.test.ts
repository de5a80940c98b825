import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readEnv } from '../../src/platform/config/env.js';
import { migrateDatabase } from '../../src/platform/database/migrate.js';
import { openEngines } from '../../src/platform/database/open-engine.js';
import { SDK_VERSION } from '../../src/province-sdk/index.js';
import { runCommand } from '../scripts/province/run-command.js';
import { startTestApp } from '../support/test-app.js';
import { freshDatabase, type TestDatabase } from '../support/test-database.js';
import { BLOCKS, COMMANDS, FILES, GUIDE, QUERY } from './province-guide.js';

const EXAMPLE = 'examples/province-module';

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesUnder(path) : [path];
  });
}

describe('the guide docs/guides/write-a-province.md', () => {
  let fresh: TestDatabase;
  let folder: string;
  const run = (words: readonly string[]) =>
    runCommand(words, folder, { NODE_ENV: 'test', DATA_DIR: fresh.folder, ...fresh.env });

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'holdline-guide-'));
    fresh = await freshDatabase();
    const engines = await openEngines(readEnv({ NODE_ENV: 'test', DATA_DIR: fresh.folder, ...fresh.env }));
    await migrateDatabase(engines.owner, 'migrations');
    await engines.close();
  });
  afterAll(async () => {
    await fresh.drop();
    rmSync(folder, { recursive: true });
  });

  it('shows the files of examples/province-module, all of them, word for word', () => {
    const example = filesUnder(EXAMPLE).map((path) => relative(EXAMPLE, path));
    expect(FILES.map(({ name }) => name).sort()).toEqual(example.filter((name) => name !== 'package.json').sort());
    for (const { name, text } of FILES) expect(text, name).toBe(readFileSync(join(EXAMPLE, name), 'utf8'));
  });

  it('goes from the scaffold to a green check, test and simulation by the commands that it gives', async () => {
    expect(COMMANDS.map(([name]) => name)).toEqual([
      ...['new', 'check', 'test', 'show', 'diff', 'diff', 'forms', 'docs', 'explain', 'simulate'],
    ]);
    const [scaffold, ...others] = COMMANDS;
    expect((await run(scaffold ?? [])).code).toBe(0);
    for (const { name, text } of FILES) {
      mkdirSync(dirname(join(folder, 'shaanxi', name)), { recursive: true });
      writeFileSync(join(folder, 'shaanxi', name), text);
    }
    for (const words of others) expect(await run(words), words.join(' ')).toMatchObject({ code: 0, stderr: '' });
  });

  it('tells what the version of the kit that is here has brought', () => {
    expect(GUIDE).toContain(`| ${SDK_VERSION} |`);
    expect(GUIDE).toContain(`sdk: '^${SDK_VERSION}'`);
  });

  it('tells beforehand what the check says of a line of 5,999.99 yuan', async () => {
    const told = BLOCKS.find(({ beside }) => beside.startsWith('check '));
    const [, name = '', from = '', to = ''] = (told?.beside ?? '').split(' ');
    const path = join(folder, 'shaanxi', name);
    const right = readFileSync(path, 'utf8');
    writeFileSync(path, right.replace(from, to));
    const { code, stdout } = await run(['check', 'shaanxi']);
    writeFileSync(path, right);
    expect(code).toBe(1);
    for (const line of (told?.text ?? 'nothing').trim().split('\n')) expect(stdout).toContain(line);
  });

  // Compiles the kit from nothing, which a slow machine takes long for.
  it('has modules that the compiler takes, held to the types of the kit', { timeout: 180_000 }, () => {
    const program = ts.createProgram([resolve(EXAMPLE, 'index.ts')], {
      strict: true,
      noEmit: true,
      skipLibCheck: true,
      target: ts.ScriptTarget.ES2023,
      module: ts.ModuleKind.NodeNext,
      moduleResolution: ts.ModuleResolutionKind.NodeNext,
      customConditions: ['source'],
      types: ['node'],
      paths: {
        'holdline/province-sdk': [resolve('src/province-sdk/index.ts')],
        'holdline/national': [resolve('provinces/national/index.ts')],
      },
    });
    const faults = ts.getPreEmitDiagnostics(program).map(({ messageText, file }) => [file?.fileName, messageText]);
    expect(faults).toEqual([]);
  });

  it('is seen through the API with its query: two lines a year apart, a county’s own, a step and a form', async () => {
    const app = await startTestApp('2024-06-01', { PROVINCE_MODULES: join(folder, 'shaanxi'), DEMO: 'off' });
    try {
      const { data, errors } = await app.ask(null, QUERY, { on: '2024-06-01' });
      expect(errors).toEqual([]);
      expect(data.province).toMatchObject({ servedByBaseline: false, monitoringLine: { perCapitaIncome: '8064.00' } });
      expect(data.province.monitoringLines).toEqual(
        expect.arrayContaining([
          { from: '2023-01-01', perCapitaIncome: '7600.00', county: null },
          { from: '2024-01-01', perCapitaIncome: '8064.00', county: null },
          { from: '2024-01-01', perCapitaIncome: '9000.00', county: { code: '610102' } },
        ]),
      );
      const { steps } = data.province.procedures.find(({ kind }: { kind: string }) => kind === 'IDENTIFICATION');
      const step = (wanted: string) => steps.find(({ code }: { code: string }) => code === wanted);
      expect(step('public-notice')).toMatchObject({ minimumNoticeDays: 7 });
      expect(step('family-talk')).toMatchObject({
        kind: 'CUSTOM',
        extraForm: { properties: { 恳谈要点: { maxLength: 500 } } },
      });
    } finally {
      await app.stop();
    }
  });
});
