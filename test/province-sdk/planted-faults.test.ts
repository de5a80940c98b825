import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BASELINE } from '../../provinces/index.js';
import { defineProvince, type ProvinceDraft, validateProvince } from '../../src/province-sdk/index.js';
import type { PlantedFault } from './planted-fault.js';

const FEWEST_FAULTS = 40;
const folder = join(import.meta.dirname, 'faults');
const PLANTED = await Promise.all(
  readdirSync(folder).map(async (file) => {
    const { default: planted } = (await import(join(folder, file))) as { default: PlantedFault };
    return [file.replace('.ts', ''), planted] as const;
  }),
);
const planted = (name: string): PlantedFault => PLANTED.find(([file]) => file === name)![1];

describe('a planted fault', () => {
  it(`is kept in a file of its own, ${FEWEST_FAULTS} of them or more`, () => {
    expect(PLANTED.length).toBeGreaterThanOrEqual(FEWEST_FAULTS);
  });

  it.each(PLANTED)('%s is named with its path, day and article, and nothing else is', (_, { module, expected }) => {
    const found = validateProvince(module, BASELINE);
    expect(found).toMatchObject(expected);
    for (const fault of found) {
      expect(fault.module).toBe('130000');
      expect(fault.found).not.toBe('');
      expect(fault.expected).not.toBe('');
    }
  });

  it('is named beside eleven others that were planted in the same module', () => {
    const together = [
      'line-under-floor',
      'bands-leave-a-gap',
      'quota-of-a-province',
      'national-floor-set',
      'special-group-dropped',
      'notice-of-four-days',
      'elimination-after-five-months',
      'first-measure-in-two-months',
      'risk-type-unknown',
      'safety-net-that-needs-labour',
      'national-risk-type-of-another-group',
      'kit-of-tomorrow',
    ].map(planted);
    const draft: Partial<ProvinceDraft> = Object.assign({}, ...together.map((one) => one.draft));
    const module = defineProvince({ code: '130000', name: { zh: '河北省', en: 'Hebei' }, ...draft });
    const placesOf = (faults: readonly { code: string; path: string }[]) =>
      faults.map(({ code, path }) => `${code} ${path}`).sort();
    expect(placesOf(validateProvince(module, BASELINE))).toEqual(
      placesOf(together.flatMap(({ expected }) => expected)),
    );
  });

  it('is named beside the faults of two other procedures of the same module', () => {
    const three = ['review-dropped', 'notice-of-four-days', 'form-asks-for-the-id-number'].map(planted);
    const days = ['2023-01-01', '2024-01-01', '2025-01-01'];
    const procedures = three.map(({ draft }, index) => ({ ...draft.procedures![0]!, from: days[index] as never }));
    const module = defineProvince({ code: '130000', name: { zh: '河北省', en: 'Hebei' }, procedures });
    expect(validateProvince(module, BASELINE).map(({ code, path, day }) => [code, path, day])).toEqual([
      ['step-dropped', 'procedures[0].value.steps', '2023-01-01'],
      ['limit-loosened', 'procedures[1].value.steps[4]', '2024-01-01'],
      ['asked-twice', 'procedures[2].value.steps[0].extraForm.properties.idNumber', '2025-01-01'],
    ]);
  });
});
