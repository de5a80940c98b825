import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, runCommand, shaanxi } from './run-command.js';

describe('province check', () => {
  it('finds nothing wrong with the baseline and the modules of the tree', async () => {
    const { code, stdout } = await runCommand(['check']);
    expect(stdout).toContain('ok  000000');
    expect(stdout).toContain('ok  430000');
    expect(code).toBe(0);
  });

  it('names a line of 5,999.99 yuan with path, day, floor and article 2.2, and takes 6,000.00', async () => {
    const under = await runCommand(['check', '.', '--json'], folderWith({ 'index.ts': shaanxi('8000.00', '5999.99') }));
    expect(under.code).toBe(1);
    const [checked] = JSON.parse(under.stdout);
    expect(checked).toMatchObject({ module: '610000', place: '.' });
    expect(checked.faults).toEqual([
      expect.objectContaining({
        code: 'line-under-floor',
        path: 'monitoringLines[0].value.perCapitaIncome',
        day: '2023-01-01',
        expected: '6000.00 yuan or more',
        article: '2.2',
      }),
    ]);
    const at = await runCommand(['check', '.'], folderWith({ 'index.ts': shaanxi('8000.00', '6000.00') }));
    expect(at).toMatchObject({ code: 0 });
    expect(at.stdout).toMatch(/^ok {2}610000 {2}\.\n/);
  });

  it('names the faults of two files at once, and runs neither file that imports node:fs', async () => {
    const folder = folderWith({
      'index.ts': `import { writeFileSync } from 'node:fs';\nimport './b.js';\nwriteFileSync('ran', '');\n${shaanxi()}`,
      'b.ts': `import got from 'got';\n`,
    });
    const { code, stdout } = await runCommand(['check', folder]);
    expect(code).toBe(1);
    expect(stdout).toContain('an import of "node:fs"');
    expect(stdout).toContain('an import of "got"');
    expect(existsSync(join(folder, 'ran'))).toBe(false);
  });

  it('says what keeps a module from being read: nothing there, or a syntax error', async () => {
    const folder = folderWith({ 'broken/index.ts': "export default { code: '610000', ;" });
    const { code, stdout } = await runCommand(['check', 'broken', 'absent'], folder);
    expect(code).toBe(1);
    expect(stdout).toContain('1 fault(s)  610000  broken');
    expect(stdout).toContain('1 fault(s)  absent  absent');
    expect(stdout).toContain('nothing there');
  });

  it('reads a module in JavaScript and the modules of PROVINCE_MODULES', async () => {
    const folder = folderWith({ 'one/index.mjs': shaanxi() });
    const { code, stdout } = await runCommand(['check'], folder, { PROVINCE_MODULES: ' one ,' });
    expect(stdout).toContain('ok  610000  one');
    expect(code).toBe(0);
  });
});

describe('a command that asks for what is not there', () => {
  it.each([
    [['show', '--province', '43', '--county', '530102'], '530102 lies in another province than 430000'],
    [['show', '--province', '99'], 'expected a code such as 43'],
    [['show', '--province', 'nowhere'], 'nowhere: nothing there; expected a folder'],
    [['diff', '43', '53', '--county', '430121'], '430121 lies in another province than 530000'],
    [['explain', '--household', 'nothing.yaml'], 'nothing.yaml: no such file'],
    [['new', 'mine', '--province', '99'], 'expected a code such as 61'],
    [['show', '--province', '43', '--on', '2023-02-29'], 'no day; expected YYYY-MM-DD'],
    [['shwo'], "unknown command 'shwo'"],
  ])('%j says so in one line, with exit code 2 and nothing on standard output', async (words, said) => {
    const { code, stdout, stderr } = await runCommand(words, folderWith());
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(said);
  });
});

describe('province show', () => {
  it('shows the line of Hunan on the last day of the baseline and on the first of its own, with standing and source', async () => {
    const line = async (on: string) => {
      const { stdout } = await runCommand(['show', '--province', '43', '--on', on, '--json']);
      return JSON.parse(stdout).rules.find((row: { path: string }) => row.path === 'perCapitaIncome');
    };
    expect(await line('2022-12-31')).toMatchObject({ value: '6000.00', origin: 'national', outdated: true });
    expect(await line('2023-01-01')).toMatchObject({
      parameter: 'monitoringLines',
      value: '7500.00',
      origin: 'province',
      outdated: false,
      article: '2.2',
      source: { id: 'hunan-line-2023', standing: 'document' },
    });
  });

  it('shows seven days of notice in Pingjiang as the county’s own, in a table in plain text', async () => {
    const words = ['show', '--province', '430000', '--on', '2023-06-01', '--county', '430626'];
    const { stdout } = await runCommand(words);
    const row = stdout.split('\n').find((line) => /ELIMINATION.*minimumNoticeDays/.test(line));
    expect(row).toMatch(/minimumNoticeDays\s+7\s+2023-01-01\s+county\s+3\.2\s+county-practice\s+pingjiang-elimination/);
    expect(stdout).not.toContain('\u001b[');
    const outside = await runCommand(words.slice(0, 5));
    expect(outside.stdout).toMatch(/ELIMINATION\S*minimumNoticeDays\s+5\s/);
  });

  it('says that a province without a module is served by the baseline', async () => {
    const { stdout } = await runCommand(['show', '--province', '63', '--on', '2023-06-01']);
    expect(stdout).toContain('served by the national baseline');
  });

  it('refuses a day that is none and a code that is no province’s, with exit code 2 and no stack', async () => {
    expect(await runCommand(['show', '--province', '43', '--on', '2023-02-29'])).toEqual({
      code: 2,
      stdout: '',
      stderr: '2023-02-29: no day; expected YYYY-MM-DD\n',
    });
    const unknown = await runCommand(['show', '--province', '99']);
    expect(unknown).toMatchObject({ code: 2 });
    expect(unknown.stderr).toContain('99');
  });
});

describe('province diff', () => {
  it('tells the line of Hunan and nothing else that changes over New Year 2023', async () => {
    const words = ['diff', '--province', '43', '--on', '2022-12-31', '2023-01-01', '--json'];
    const { changes } = JSON.parse((await runCommand(words)).stdout);
    expect(changes).toEqual([
      expect.objectContaining({
        parameter: 'monitoringLines',
        path: 'perCapitaIncome',
        article: '2.2',
        before: expect.objectContaining({ value: '6000.00' }),
        after: expect.objectContaining({ value: '7500.00', from: '2023-01-01' }),
      }),
    ]);
  });

  it('tells two modules apart by 0.01 yuan, and the same module from itself not at all', async () => {
    const folder = folderWith({ 'a/index.ts': shaanxi('8000.00'), 'b/index.ts': shaanxi('8000.01') });
    const apart = await runCommand(['diff', 'a', 'b', '--on', '2024-06-01'], folder);
    expect(apart.stdout).toContain('- 8000.00  from 2024-01-01');
    expect(apart.stdout).toContain('+ 8000.01  from 2024-01-01');
    expect((await runCommand(['diff', 'a', 'a'], folder)).stdout).toContain('nothing changes');
  });

  it('refuses one module alone', async () => {
    expect((await runCommand(['diff', 'a'])).code).toBe(2);
  });
});

describe('province new', () => {
  it('writes a module that checks as it is, and nothing into a folder that holds something', async () => {
    const folder = folderWith();
    const made = await runCommand(['new', 'mine', '--province', '61'], folder);
    expect(made.code).toBe(0);
    expect(made.stdout).toContain('mine/index.ts');
    expect((await runCommand(['check', 'mine'], folder)).stdout).toBe('ok  610000  mine\n');
    expect((await runCommand(['test', 'mine'], folder)).stdout).toContain('2 scenarios, all hold');
    const again = await runCommand(['new', 'mine', '--province', '61'], folder);
    expect(again).toMatchObject({ code: 2, stderr: 'mine is not empty: nothing was written\n' });
  });
});

describe('province explain', () => {
  it('finds 5,999.99 yuan a head within the range and explains it by line, article and source, without a database', async () => {
    const folder = folderWith();
    await runCommand(['new', 'mine', '--province', '61'], folder);
    const words = ['explain', '--household', 'mine/household.yaml', '--on', '2023-06-01'];
    const { code, stdout } = await runCommand(words, folder);
    expect(code).toBe(0);
    expect(stdout).toMatch(/net income a head +5999\.99 yuan/);
    expect(stdout).toMatch(/within the range +yes/);
    expect(stdout).toContain('income-line');
    expect(stdout).toContain('[art. 2.2]');
    const assessed = JSON.parse((await runCommand([...words, '--json'], folder)).stdout);
    expect(assessed).toMatchObject({ withinRange: true, perCapitaIncome: 599_999 });
  });

  it('explains by a module in place of the province’s own', async () => {
    const folder = folderWith({ 'mine/index.ts': shaanxi() });
    await runCommand(['new', 'other', '--province', '61'], folder);
    const words = ['explain', '--household', 'other/household.yaml', '--on', '2023-06-01', '--module', 'mine'];
    expect((await runCommand(words, folder)).stdout).toContain('7600.00 yuan from 2023-01-01');
  });

  it('names every fault of a household file with its path', async () => {
    const folder = folderWith({
      'h.yaml': "region: '61'\nmembers: []\nincomes: [{ from: '2022-02-30', to: '2022-12-31' }]",
    });
    const { code, stderr } = await runCommand(['explain', '--household', 'h.yaml'], folder);
    expect(code).toBe(2);
    for (const path of ['region:', 'members:', 'incomes.0.from:']) expect(stderr).toContain(path);
  });
});

describe('province forms and docs', () => {
  it('gives out the extra form of a step as JSON Schema with its province, procedure and step', async () => {
    const { stdout, code } = await runCommand(['forms', '43']);
    expect(code).toBe(0);
    expect(JSON.parse(stdout)).toEqual(expect.any(Array));
  });

  it('writes a page a language with the lines of every year and the county’s', async () => {
    const folder = folderWith({ 'mine/index.ts': shaanxi() });
    const { stdout } = await runCommand(['docs', 'mine', '--out', 'pages'], folder);
    expect(stdout).toBe('pages/610000.zh.md\npages/610000.en.md\n');
    const page = readFileSync(join(folder, 'pages/610000.zh.md'), 'utf8');
    expect(page).toContain('| 全省 | 7600.00 | 纯收入 | 文件原文 | 陕西省监测范围 |');
    expect(page).toContain('| 610102 | 9000.00 | 纯收入 | 文件原文 | 陕西省监测范围 |');
    expect(readFileSync(join(folder, 'pages/610000.en.md'), 'utf8')).toContain('# Shaanxi (610000)');
  });
});
