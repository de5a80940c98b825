import { describe, expect, it } from 'vitest';
import hunan from '../../../provinces/hunan/index.js';
import { BASELINE } from '../../../provinces/index.js';
import { loadProvinces, tellFault } from '../../../src/features/province/index.js';
import { digestOf } from '../../../src/platform/crypto/content-digest.js';
import { defineProvince } from '../../../src/province-sdk/index.js';
import { load, yunnanWithLine } from './planted-modules.js';

const faultsOf = (code: string, modules: readonly unknown[]) => load(modules).refused.get(code);

describe('loadProvinces', () => {
  it('serves 31 provinces and the Corps, Hunan by its module and 31 by the baseline', () => {
    const { provinces, refused, altered } = load();
    expect(provinces.size).toBe(32);
    expect([...refused, ...altered]).toEqual([]);
    const own = [...provinces.values()].filter((province) => !province.servedByBaseline);
    expect(own.map(({ code, name }) => [code, name.zh])).toEqual([['430000', '湖南省']]);
    expect(provinces.get('660000')).toMatchObject({ servedByBaseline: true, name: { zh: '新疆生产建设兵团' } });
    expect(provinces.has('810000')).toBe(false);
  });

  it('gives every configuration the SHA-256 of its content, and provinces on the baseline the same one', () => {
    const { provinces, history } = load();
    const [hunan, qinghai, corps] = ['430000', '630000', '660000'].map((code) => provinces.get(code)!);
    expect(hunan!.configVersion).toBe(digestOf(hunan!.config));
    expect(hunan!.configVersion).toMatch(/^[0-9a-f]{64}$/);
    expect(qinghai!.configVersion).toBe(digestOf(BASELINE));
    expect(corps!.configVersion).toBe(qinghai!.configVersion);
    expect([...history.keys()].sort()).toEqual([hunan!.configVersion, qinghai!.configVersion].sort());
  });

  it('hashes the same module the same, whatever the order of its keys', () => {
    const reversed = Object.fromEntries(Object.entries(hunan).reverse());
    const again = loadProvinces({ national: BASELINE, modules: [reversed] }).provinces.get('430000');
    expect(again?.configVersion).toBe(load().provinces.get('430000')?.configVersion);
  });

  it('refuses a line of 5,999.99 yuan and loads one of 6,000.00', () => {
    expect(faultsOf('530000', [yunnanWithLine('6000.00')])).toBeUndefined();
    expect(faultsOf('530000', [yunnanWithLine('5999.99')])).toMatchObject([
      { code: 'line-under-floor', path: 'monitoringLines[0].value.perCapitaIncome', day: '2021-05-14', article: '2.2' },
    ]);
  });

  it('leaves a refused province unserved, the baseline neither, and the other 31 go on', () => {
    const { provinces } = load([yunnanWithLine('5999.99')]);
    expect(provinces.has('530000')).toBe(false);
    expect(provinces.size).toBe(31);
  });

  it('says each fault in a sentence with its path, day, number and article', () => {
    const [fault] = faultsOf('530000', [yunnanWithLine('5999.99')])!;
    expect(tellFault(fault!)).toBe(
      '530000 monitoringLines[0].value.perCapitaIncome (2021-05-14): found the line of 云南省 from 2021-05-14 is 5999.99 yuan, under the national floor of 6000.00 yuan; expected 6000.00 yuan or more (art. 2.2)',
    );
  });

  it('refuses a county line under the floor with the module that it stands in', () => {
    expect(faultsOf('530000', [yunnanWithLine('6000.00', '6000.00')])).toBeUndefined();
    expect(faultsOf('530000', [yunnanWithLine('6000.00', '5999.99')])).toMatchObject([{ code: 'line-under-floor' }]);
  });

  it('refuses both of two modules for one province', () => {
    const { provinces, refused } = load([yunnanWithLine('6000.00'), yunnanWithLine('7000.00')]);
    expect(refused.get('530000')?.map(({ code, path }) => [code, path])).toEqual([
      ['duplicate-module', 'code'],
      ['duplicate-module', 'code'],
    ]);
    expect(provinces.has('530000')).toBe(false);
  });

  it('refuses a module for a code that no province has', () => {
    const module = defineProvince({ code: '990000', name: { zh: '某省', en: 'Nowhere' } });
    expect(faultsOf('990000', [module])).toMatchObject([{ code: 'unknown-province', found: '990000' }]);
    expect(load([module]).provinces.size).toBe(32);
  });

  it.each([
    ['a code of five digits', { ...yunnanWithLine('6000.00'), code: '53000' }],
    ['a code of a county', { ...yunnanWithLine('6000.00'), code: '530102' }],
    ['no code but its name', { ...yunnanWithLine('6000.00'), code: undefined }],
  ])('does not let the baseline serve Yunnan where its module has %s', (_, module) => {
    const { provinces, refused } = load([module]);
    expect(provinces.has('530000')).toBe(false);
    expect(refused.get('530000')?.length).toBeGreaterThan(0);
    expect(provinces.size).toBe(31);
  });

  it.each([[null], [undefined], ['a text'], [42], [[]], [{}], [() => undefined]])(
    'refuses %s, and goes on',
    (module) => {
      const { provinces, refused } = load([module]);
      expect(provinces.size).toBe(32);
      expect([...refused.values()].flat().length).toBeGreaterThan(0);
    },
  );

  it('throws with every fault of a baseline that is not sound', () => {
    const { monitoringLines } = yunnanWithLine('5999.99', '5999.98');
    const load = () => loadProvinces({ national: { ...BASELINE, monitoringLines }, modules: [] });
    expect(load).toThrow('5999.99 yuan, under the national floor');
    expect(load).toThrow('5999.98 yuan, under the national floor');
    expect(load).toThrow('expected a county of 000000');
  });

  it('remembers what the registry holds, and leaves out and names what was altered there', () => {
    const past = load([yunnanWithLine('6000.00')]).provinces.get('530000')!;
    const altered = { ...past, configVersion: 'f'.repeat(64) };
    const catalogue = load([], [past, altered]);
    expect(catalogue.history.get(past.configVersion)).toBe(past);
    expect(catalogue.history.has(altered.configVersion)).toBe(false);
    expect(catalogue.altered).toEqual([altered.configVersion]);
  });
});
