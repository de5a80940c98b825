import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import national from '../../../provinces/national/index.js';
import { importModule } from '../../../src/features/province/import-module.js';

const MODULE = `import { defineProvince } from 'holdline/province-sdk';
export default defineProvince({ code: '610000', name: { zh: '陕西省', en: 'Shaanxi' } });
`;

describe('importModule, of an installed package', () => {
  const base = mkdtempSync(join(tmpdir(), 'holdline-packages-'));
  const install = (name: string, main: string, text = MODULE): void => {
    const folder = join(base, 'node_modules', name);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', type: 'module', main }));
    writeFileSync(join(folder, main), text);
  };
  afterAll(() => rmSync(base, { recursive: true }));

  it.each([
    ['shaanxi-rules', 'index.ts'],
    ['@shaanxi/rules', 'rules.js'],
  ])('reads %s, whose main is %s', async (name, main) => {
    install(name, main);
    const { module, faults, meant, folder } = await importModule(name, national, base);
    expect(faults).toEqual([]);
    expect(module).toMatchObject({ code: '610000', name: { zh: '陕西省' } });
    expect([meant, folder]).toEqual(['610000', join(base, 'node_modules', name)]);
  });

  it('says of a package that is not installed what was expected', async () => {
    const { module, faults } = await importModule('gansu-rules', national, base);
    expect(module).toBeNull();
    expect(faults).toMatchObject([
      { found: 'nothing there', expected: expect.stringContaining('an installed package') },
    ]);
  });

  it('refuses one that imports what no module may, and names the province that its text means', async () => {
    install('hasty-rules', 'index.ts', `import { readFileSync } from 'node:fs';\n${MODULE}`);
    const { module, faults, meant } = await importModule('hasty-rules', national, base);
    expect([module, meant]).toEqual([null, '610000']);
    expect(faults.map(({ found }) => found).join()).toContain('node:fs');
  });
});
