import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import hunan from '../../provinces/hunan/index.js';
import { BASELINE } from '../../provinces/index.js';
import { canonicalJson, defineProvince, inherit, type ProvinceModule } from '../../src/province-sdk/index.js';

const versionOf = (module: ProvinceModule, baseline = BASELINE): string =>
  createHash('sha256')
    .update(canonicalJson(inherit(baseline, module)))
    .digest('hex');

describe('the content hash of a configuration', () => {
  it('is the same for the same module and moves with any value of it', () => {
    expect(versionOf({ ...hunan })).toBe(versionOf(hunan));
    const [line] = hunan.monitoringLines;
    const changed = { ...hunan, monitoringLines: [{ ...line!, vouchedTo: null }] };
    expect(versionOf(changed)).not.toBe(versionOf(hunan));
  });

  it('moves with the baseline that the module inherits from', () => {
    expect(versionOf(hunan, { ...BASELINE, supportLimit: [] })).not.toBe(versionOf(hunan));
  });

  it('differs between two provinces that the baseline serves', () => {
    const served = ['130000', '630000'].map((code) =>
      versionOf(defineProvince({ code, name: { zh: code, en: code } })),
    );
    expect(served[0]).not.toBe(served[1]);
  });
});
