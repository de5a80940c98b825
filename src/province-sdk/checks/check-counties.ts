import { configurationKeyOf, countyOf, readRegionCode } from '../../domain/kernel/region-code.js';
import { type Fault, writePath } from '../fault.js';
import { ENTRY_FIELDS, soundParts } from '../sound-parts.js';
import type { CheckContext } from './check-context.js';

/** 县级例外 · A county override names a county, and one that the module's configuration rules in. @article 5.1 */
export function checkCounties({ module }: CheckContext): readonly Fault[] {
  return ENTRY_FIELDS.flatMap((field) =>
    soundParts(module, field).flatMap(({ index, part }): Fault[] => {
      if (part.county === null || isCountyOf(part.county, module.code)) return [];
      return [
        {
          code: 'county-outside',
          module: module.code,
          path: writePath([field, index, 'county']),
          day: part.from,
          found: part.county,
          expected: `a county of ${module.code}`,
          article: '5.1',
          suggestion: null,
        },
      ];
    }),
  );
}

/** 本省的县 · Whether a text is the code of a county of a province. @article none — technical */
export function isCountyOf(text: string, province: string): boolean {
  const code = readRegionCode(text);
  return typeof code === 'string' && countyOf(code) === code && configurationKeyOf(code) === province;
}
