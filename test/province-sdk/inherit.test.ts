import { describe, expect, it } from 'vitest';
import hunan from '../../provinces/hunan/index.js';
import { BASELINE } from '../../provinces/index.js';
import { dated, defineProvince, inherit, source } from '../../src/province-sdk/index.js';

const TEXT = source({ id: 'a-text', title: '某文件', standing: 'document' });
const hebei = { code: '130000', name: { zh: '河北省', en: 'Hebei' } };
const share = (from: string, value: number, county?: string) => ({ from, value, county, source: TEXT });

describe('inherit', () => {
  it('gives a module that sets nothing the whole baseline under its own code', () => {
    const { code, name, ...rest } = inherit(BASELINE, defineProvince(hebei));
    const { code: _, name: __, ...national } = BASELINE;
    expect([code, name]).toEqual(['130000', hebei.name]);
    expect(rest).toEqual(national);
  });

  it("keeps the nation's value until the province's own first day, and no later national one", () => {
    const baseline = { ...BASELINE, incomeFallPercent: dated([share('2021-05-14', 20), share('2024-01-01', 15)]) };
    const own = defineProvince({ ...hebei, incomeFallPercent: dated([share('2023-01-01', 10)]) });
    const entries = inherit(baseline, own).incomeFallPercent.map(({ from, value }) => [from, value]);
    expect(entries).toEqual([
      ['2021-05-14', 20],
      ['2023-01-01', 10],
    ]);
  });

  it("keeps the nation's values beside a county's own", () => {
    const own = defineProvince({ ...hebei, incomeFallPercent: dated([share('2023-01-01', 10, '130123')]) });
    const entries = inherit(BASELINE, own).incomeFallPercent.map(({ value, county }) => [value, county]);
    expect(entries).toEqual([
      [20, null],
      [10, '130123'],
    ]);
  });

  it('replaces the procedure of one kind and keeps the other three', () => {
    const [first] = BASELINE.procedures;
    const own = defineProvince({
      ...hebei,
      procedures: dated([{ from: '2021-05-14', value: first!.value, source: TEXT }]),
    });
    const sources = inherit(BASELINE, own).procedures.map((entry) => [entry.value.kind, entry.source.id]);
    expect(sources).toContainEqual(['IDENTIFICATION', 'a-text']);
    expect(sources).toHaveLength(4);
  });

  it('replaces an instrument of the same code in its place and adds others at the end', () => {
    const [first] = BASELINE.instruments;
    const own = defineProvince({
      ...hebei,
      instruments: [
        { ...first!, name: '河北的' },
        { ...first!, code: 'own' },
      ],
    });
    const instruments = inherit(BASELINE, own).instruments;
    expect(instruments[0]?.name).toBe('河北的');
    expect(instruments.at(-1)?.code).toBe('own');
    expect(instruments).toHaveLength(BASELINE.instruments.length + 1);
  });

  it('is data only: Hunan goes through JSON unchanged', () => {
    const config = inherit(BASELINE, hunan);
    expect(JSON.parse(JSON.stringify(config))).toEqual(config);
  });
});
